// Checks that an index has the write capacity of its table.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { fewestUnits, mostUnits } from '../../../language/expand/throughput';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'index-capacity-below-table': {
    code: 'ENV3028',
    severity: 'warning',
    summary: 'An index has less write capacity than its table, and throttles writes to the table.',
    explanation: [
      'Each write of an indexed attribute also writes the index.',
      'An index without enough capacity throttles the writes of the table, regardless of the capacity of the table (Amazon DynamoDB Developer Guide, "Using Global Secondary Indexes").',
    ],
    message: (p: {
      name: string;
      table: string;
      below: readonly { end: 'least' | 'most'; ofTable: number; ofIndex: number }[];
    }) =>
      `index "${p.name}": ${p.below.map(({ end, ofIndex, ofTable }) => `${end === 'least' ? 'minimum' : 'maximum'} write capacity ${ofIndex} is below the ${ofTable} of table "${p.table}"`).join('; ')}`,
  },
});

/** ENV3028: an index with less write capacity than its table, whose writes it throttles. */
export const indexCapacityRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    for (const [table, { capacity, indexes }] of Object.entries(environment.tables)) {
      for (const [name, { capacity: own }] of Object.entries(indexes)) {
        if (capacity === undefined || own === undefined) continue;
        const ends = [
          { end: 'least', ofTable: fewestUnits(capacity.write), ofIndex: fewestUnits(own.write) },
          { end: 'most', ofTable: mostUnits(capacity.write), ofIndex: mostUnits(own.write) },
        ] as const;
        const below = ends.filter(({ ofTable, ofIndex }) => ofIndex < ofTable);
        if (below.length === 0) continue;
        const related = otherSide('the capacity of the table', ['tables', table, 'capacity', 'write']);
        const help = "raise it to the table's capacity, or remove it to inherit the table's capacity";
        const place = at(['tables', table, 'indexes', name, 'capacity', 'write']);
        yield diagnose('index-capacity-below-table', place, { name, table, below }, { help, related });
      }
    }
  },
};
