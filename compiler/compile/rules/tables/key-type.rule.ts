// Checks that an attribute has one type in all keys of its table.

import type { Table } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { PathStep } from '../../../source/spec-node';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'conflicting-key-types': {
    code: 'ENV3009',
    severity: 'error',
    summary: 'One attribute has two types in the keys of a table.',
    explanation: [
      'DynamoDB declares the type of a key attribute once for a table and all its indexes (CreateTable, AttributeDefinitions).',
      'Use the same type in all keys, or another attribute.',
    ],
    message: (p: { attribute: string; type: string; other: string }) =>
      `attribute "${p.attribute}" has type ${p.type} here and type ${p.other} in another key of the table`,
  },
});

/** ENV3009: an attribute with two types. */
export const keyTypeRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, table] of Object.entries(environment.tables)) {
      const first = new Map<string, { type: string; path: readonly PathStep[] }>();
      for (const { path, attribute, type } of keysOf(table)) {
        const place = specPath('tables', name, ...path, 'type');
        const other = first.get(attribute);
        if (other === undefined) first.set(attribute, { type, path: place });
        if (other === undefined || other.type === type) continue;
        const related = [{ message: 'the other key', span: at(other.path) }];
        yield diagnose('conflicting-key-types', at(place), { attribute, type, other: other.type }, { related });
      }
    }
  },
};

/** The keys of a table and its indexes, each with its path, attribute and type. */
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
