// The work of a request of each method: the function that answers it, and the units of its calls to tables.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';
import type { Direction } from '../../model/throughput';
import { tableLoads } from '../traffic/tables';
import { steady, type Traffic } from '../traffic/traffic';

/** A kind of call to a table: reads of the table or of an index, or writes of the table with its indexes. */
export interface Operation {
  readonly table: string;
  readonly direction: Direction;
  /** The index that is read. */
  readonly index?: string | undefined;
  /** The units that a request of each method takes, in the order of the methods; 0: the method does not make the call. */
  readonly units: readonly number[];
  /** The units that a write takes from each index. */
  readonly indexUnits: readonly (readonly [index: string, units: readonly number[]])[];
}

/** The operations of methods, in the order in which a request makes them. */
export function operationsOf(environment: ExpandedEnvironment, methods: readonly ApiMethod[]): readonly Operation[] {
  const loads = methods.map((method) => {
    const traffic: Traffic = { level: 'expected', requests: new Map([[method, steady(1)]]) };
    return tableLoads(environment, traffic);
  });
  return Object.entries(environment.tables).flatMap(([table, { indexes }]): Operation[] => {
    const own = loads.map((load) => load.get(table));
    const unitsOf = (direction: Direction, index?: string) =>
      own.map((load) => (index === undefined ? load : load?.indexes.get(index))?.[direction][0] ?? 0);
    const reads = [undefined, ...Object.keys(indexes)].map(
      (index): Operation => ({ table, direction: 'read', index, units: unitsOf('read', index), indexUnits: [] }),
    );
    const written = Object.keys(indexes).map((index) => [index, unitsOf('write', index)] as const);
    const write: Operation = { table, direction: 'write', units: unitsOf('write'), indexUnits: written };
    return [...reads, write].filter(({ units }) => units.some((amount) => amount > 0));
  });
}
