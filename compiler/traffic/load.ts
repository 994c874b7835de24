// The load of a month on the parts of a system, as it follows from its traffic.

import type { ExpandedEnvironment } from '../expand/expand';
import { type Amount, unknown } from './amount';
import { SECONDS_PER_MONTH } from './assumptions';
import { type FunctionLoad, functionLoads } from './functions';
import { type TableLoad, tableLoads } from './tables';
import { type Level, meanOf, sumOf, type Traffic } from './traffic';

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
export function loadOf(environment: ExpandedEnvironment, traffic: Traffic): Load {
  const tables = tableLoads(environment, traffic);
  const { functions, messages } = functionLoads(environment, traffic, tables);
  const requestsBySecond = sumOf([...traffic.requests.values()]);
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
