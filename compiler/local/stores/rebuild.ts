// Changes the definitions of tables in one write, so that a killed run leaves either all old or all new definitions.

import { LocalRunError } from '../local-run-error';
import type { OpenStore } from './dynalite-store';
import type { Change } from './dynalite-types';
import type { Item, StoredTable } from './index-keys';
import { keysBelow } from './store-access';

type Store = Pick<OpenStore, 'db' | 'library'>;

/**
 * Returns the changes that give a table the definition of a draft, remove the draft, and rebuild all index entries.
 * Does not write. Rejects with LocalRunError if an item does not fit the new definition.
 */
export async function planRebuild(store: Store, name: string, draft: string): Promise<readonly Change[]> {
  const drafted = await find(store, draft);
  const table = JSON.parse(JSON.stringify(drafted).replaceAll(JSON.stringify(draft).slice(1, -1), name)) as StoredTable;
  const changes: Change[] = [];
  for await (const [key] of store.db.iterator(keysBelow(`index-global~${name}`))) changes.push({ type: 'del', key });
  for await (const [, value] of store.db.iterator(keysBelow(`item-${name}`))) {
    const item = value as Item;
    refuseMisfit(store, table, item);
    const { puts } = store.library.getIndexActions(table.GlobalSecondaryIndexes ?? [], undefined, item, table);
    for (const { index, key, item: entry } of puts)
      changes.push({ type: 'put', key: `index-global~${name}~${index}~${key}`, value: entry });
  }
  changes.push({ type: 'put', key: `table~${name}`, value: table }, { type: 'del', key: `table~${draft}` });
  return changes;
}

function find({ db }: Store, name: string): Promise<unknown> {
  return new Promise((resolve, reject) =>
    db.get(`table~${name}`, (error, value) => (error ? reject(error) : resolve(value))),
  );
}

function refuseMisfit({ library }: Store, table: StoredTable, item: Item): void {
  const problem = library.validateItem(item, table);
  if (problem === undefined) return;
  const key = table.KeySchema.map(({ AttributeName }) => Object.values(item[AttributeName] ?? {}).join()).join(', ');
  throw new LocalRunError(
    `table ${table.TableName} keeps its definition, because the item ${key} does not fit the new one: ${problem.body.message}`,
  );
}
