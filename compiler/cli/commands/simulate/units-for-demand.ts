// Derives the units that the capacity of a table needs from one simulation with ample units.

import type { Column, Refusal, Simulation } from '../../../estimates/simulation/result';
import { consumedColumn } from '../../../estimates/simulation/tables';
import { capacityLimit } from '../../../estimates/traffic/limits';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { servesAll } from '../../../model/throughput';
import { smallestAbove } from './search';

/** Units that are too few, units that are probably sufficient, and the simulation with a number of units. */
interface Units {
  readonly present: number;
  readonly ample: number;
  readonly simulate: (units: number) => Pick<Simulation, 'columns' | 'refusals'>;
}

/**
 * The fewest units that serve a simulated course without autoscaling; undefined if the limit is not the capacity of a table or an index, or if the ample
 * units refuse calls. While a limit does not refuse any call, the demand does not depend on its value.
 */
export function unitsForDemand(
  { limit }: Pick<Refusal, 'limit'>,
  environment: ExpandedEnvironment,
  { present, ample, simulate }: Units,
): number | undefined {
  const consumed = columnOf(limit, environment);
  if (consumed === undefined) return undefined;
  const { columns, refusals } = simulate(ample);
  const demand = columns.find(({ part, what }) => part === consumed.part && what === consumed.what)?.values ?? [];
  if (refusals.some((refusal) => refusal.limit === limit)) return undefined;
  return smallestAbove(present, ample, (value) => servesAll(value, demand), 0);
}

/** The column with the consumption of a capacity. */
function columnOf(limit: string, environment: ExpandedEnvironment): Pick<Column, 'part' | 'what'> | undefined {
  for (const [table, indexes] of Object.entries(environment.facts.indexes))
    for (const index of [undefined, ...Object.keys(indexes)])
      for (const direction of ['read', 'write'] as const) {
        if (capacityLimit(environment, table, direction, index).what === limit)
          return consumedColumn(table, direction, index);
      }
  return undefined;
}
