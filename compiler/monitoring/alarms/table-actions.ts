// The DynamoDB actions that functions are allowed on each table.

import type { Environment } from '../../../schema/environment.generated';

/** The actions that at least one function is allowed, by table. Tables without access are omitted. */
export function actionsByTable({ functions }: Environment): ReadonlyMap<string, ReadonlySet<string>> {
  const actions = new Map<string, Set<string>>();
  for (const { access } of Object.values(functions)) {
    for (const [table, granted] of Object.entries(access.tables)) {
      const known = actions.get(table) ?? new Set();
      for (const action of granted) known.add(action);
      actions.set(table, known);
    }
  }
  return actions;
}
