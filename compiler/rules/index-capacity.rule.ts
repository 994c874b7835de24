// An index keeps up with the writes of its table.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';
import { fewestUnits, mostUnits } from './throughput';

/** ENV3028: an index whose write capacity is below its table's: it throttles the table's writes. */
export const indexCapacityRule: Rule = ({ environment, at, otherSide }) =>
  Object.entries(environment.tables).flatMap(([table, { capacity, indexes }]) =>
    Object.entries(indexes).flatMap(([name, { capacity: own }]) => {
      if (capacity === undefined || own === undefined) return [];
      const path = ['tables', table, 'indexes', name, 'capacity', 'write'];
      const ends = [
        { end: 'least', ofTable: fewestUnits(capacity.write), ofIndex: fewestUnits(own.write) },
        { end: 'most', ofTable: mostUnits(capacity.write), ofIndex: mostUnits(own.write) },
      ] as const;
      const below = ends.filter(({ ofTable, ofIndex }) => ofIndex < ofTable);
      if (below.length === 0) return [];
      const related = otherSide("the table's", ['tables', table, 'capacity', 'write']);
      const help = "at least the table's; without a capacity of its own the index has just that";
      return [diagnose('index-capacity-below-table', at(path), { name, table, below }, { help, related })];
    }),
  );
