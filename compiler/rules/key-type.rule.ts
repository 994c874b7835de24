// An attribute has one type in all keys of its table: DynamoDB declares each attribute once.

import type { Table } from '../../schema/environment.generated';
import { diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule } from './rule';

/** ENV3009: an attribute with two types. */
export const keyTypeRule: Rule = ({ environment, at }) =>
  Object.entries(environment.tables).flatMap(([name, table]) => {
    const first = new Map<string, { type: string; path: PathStep[] }>();
    return keysOf(table).flatMap(({ path, attribute, type }) => {
      const place = ['tables', name, ...path, 'type'];
      const other = first.get(attribute);
      if (other === undefined) first.set(attribute, { type, path: place });
      if (other === undefined || other.type === type) return [];
      const related = [{ message: 'the other key', span: at(other.path) }];
      return [diagnose('conflicting-key-types', at(place), { attribute, type, other: other.type }, { related })];
    });
  });

/** The keys of a table and its indexes: where each is written, its attribute and type. */
export function keysOf(table: Table): { path: PathStep[]; attribute: string; type: string }[] {
  const holders = [
    { path: [] as PathStep[], keys: table },
    ...Object.entries(table.indexes).map(([index, keys]) => ({ path: ['indexes', index] as PathStep[], keys })),
  ];
  return holders.flatMap(({ path, keys }) =>
    (['partitionKey', 'sortKey'] as const).flatMap((role) => {
      const key = keys[role];
      return key === undefined ? [] : [{ path: [...path, role], attribute: key.name, type: key.type }];
    }),
  );
}
