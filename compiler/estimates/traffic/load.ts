// The load of a month on the parts of a system, as it follows from its traffic.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { WRITING_ACTIONS } from '../../language/expand/throughput';
import { writeUnits } from '../../model/dynamodb-units';
import { type Amount, isKnown, unknown } from './amount';
import { type Assumed, assumed, SECONDS_PER_MONTH } from './assumptions';
import { type FunctionLoad, functionLoads } from './functions';
import { type TableLoad, tableLoads } from './tables';
import { allRequests, type Level, meanOf, steady, sumOf, type Traffic } from './traffic';

/** The load of a month. */
export interface Load {
  readonly level: Level;
  /** The requests to the API. */
  readonly requests: number;
  /** The requests a second to the API, for each hour of a day. */
  readonly requestsBySecond: readonly number[];
  readonly functions: ReadonlyMap<string, FunctionLoad>;
  readonly tables: ReadonlyMap<string, TableLoad>;
  /** The messages sent to each queue. */
  readonly messages: (queue: string) => Amount;
  /** The size of a table without its indexes, in GB. */
  readonly storedGigabytes: (table: string) => Amount;
}

/** The load of a system under traffic. */
export function loadOf(environment: ExpandedEnvironment, traffic: Traffic, assume: Assumed = assumed): Load {
  const byRoutes = tableLoads(environment, traffic);
  const { functions, messages } = functionLoads(environment, traffic, byRoutes, assume);
  const tables = withWritesOfEvents(environment, byRoutes, functions);
  const requestsBySecond = allRequests(traffic);
  return {
    level: traffic.level,
    requests: meanOf(requestsBySecond) * SECONDS_PER_MONTH,
    requestsBySecond,
    functions,
    tables,
    messages: (queue) => messages.get(queue) ?? 0,
    storedGigabytes: (table) =>
      environment.tables[table]?.expectedSizeGigabytes ?? unknown(`tables.${table}.expectedSizeGigabytes`),
  };
}

/** Adds the writes of functions that triggers invoke: for each event, one item of each table that the function may write. */
function withWritesOfEvents(
  environment: ExpandedEnvironment,
  tables: ReadonlyMap<string, TableLoad>,
  functions: ReadonlyMap<string, FunctionLoad>,
): ReadonlyMap<string, TableLoad> {
  const loads = new Map(tables);
  for (const name of Object.keys(environment.functions)) {
    const { events = 0 } = functions.get(name) ?? {};
    if (!isKnown(events) || events === 0) continue;
    for (const [table, perEvent] of unitsOfEvent(environment, name)) {
      const load = loads.get(table);
      if (load === undefined) continue;
      const units = (events / SECONDS_PER_MONTH) * perEvent;
      loads.set(table, { ...load, write: sumOf([load.write, steady(units)]) });
    }
  }
  return loads;
}

/** The write units that an event of a function takes from each table that the function may write. */
export function unitsOfEvent(
  { functions, tables }: ExpandedEnvironment,
  name: string,
): readonly (readonly [table: string, units: number])[] {
  return Object.entries(functions[name]?.access.tables ?? {}).flatMap(([table, actions]) => {
    const size = tables[table]?.expectedItemSizeBytes;
    const isWriting = actions.some((action) => WRITING_ACTIONS.includes(action));
    return size === undefined || !isWriting ? [] : [[table, writeUnits({ after: size })] as const];
  });
}
