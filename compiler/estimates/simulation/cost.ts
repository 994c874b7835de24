// The cost of a simulation, from the sums of its columns.

import { meanInitSeconds } from '../../model/cold-start';
import type { System } from '../cost/estimate';
import { runCost } from '../cost/run-cost';
import { SECONDS_PER_MONTH } from '../traffic/assumptions';
import type { FunctionLoad } from '../traffic/functions';
import type { Load } from '../traffic/load';
import type { TableLoad, UnitsLoad } from '../traffic/tables';
import { steady } from '../traffic/traffic';
import type { Recording } from './recording';
import type { Simulation } from './result';
import type { Scenario } from './scenario';

/** The cost of a run. API Gateway does not bill requests that it throttles. */
export function costOf(system: System, recording: Recording, { assumptions }: Scenario): Simulation['cost'] {
  const { environment } = system;
  const seconds = recording.requests.length;
  const mean = (part: string, what: string) => recording.sum(part, what) / seconds;
  const unitsOf = (part: string): UnitsLoad => ({
    read: steady(mean(part, 'consumed read units')),
    write: steady(mean(part, 'consumed write units')),
    provisioned: { read: mean(part, 'provisioned read units'), write: mean(part, 'provisioned write units') },
  });
  const functionOf = (name: string): FunctionLoad => {
    const part = `functions.${name}`;
    const invocations = mean(part, 'admitted') * SECONDS_PER_MONTH;
    const busy = mean(part, 'busy') + mean(part, 'cold starts') * meanInitSeconds(assumptions);
    return { invocations, busySeconds: busy * SECONDS_PER_MONTH, events: 0 };
  };
  const tableOf = (name: string): TableLoad => ({
    ...unitsOf(`tables.${name}`),
    changes: steady(0),
    indexes: new Map(
      Object.keys(environment.facts.indexes[name] ?? {}).map((index) => [
        index,
        unitsOf(`tables.${name}.indexes.${index}`),
      ]),
    ),
  });
  const load: Load = {
    level: 'expected',
    requests: mean('api', 'admitted') * SECONDS_PER_MONTH,
    requestsBySecond: steady(mean('api', 'admitted')),
    functions: new Map(Object.keys(environment.functions).map((name) => [name, functionOf(name)])),
    tables: new Map(Object.keys(environment.tables).map((name) => [name, tableOf(name)])),
    messages: (queue) => mean(`queues.${queue}`, 'sent') * SECONDS_PER_MONTH,
    storedGigabytes: () => 0,
  };
  return runCost(system, load, seconds);
}
