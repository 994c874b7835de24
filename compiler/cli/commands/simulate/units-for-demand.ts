// Derives the units that the capacity of a table needs from one simulation with ample units.

import type { System } from '../../../estimates/cost/estimate';
import type { Column, Refusal } from '../../../estimates/simulation/result';
import { consumedColumn } from '../../../estimates/simulation/tables';
import { capacityLimit } from '../../../estimates/traffic/limits';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { servesAll } from '../../../model/throughput';
import { type Course, consumptionOf } from './course';
import { smallestAbove } from './search';

/** A value that is too small, a value that is probably sufficient, and the system with a value. */
interface Units {
  readonly present: number;
  readonly ample: number;
  readonly systemWith: (units: number) => System;
}

/**
 * The fewest units that serve a course without autoscaling; undefined if the limit is not the capacity of a table or an index, or if the ample
 * units refuse calls. While a limit does not refuse any call, the demand does not depend on its value.
 */
export function unitsForDemand({ limit }: Pick<Refusal, 'limit'>, units: Units, course: Course): number | undefined {
  const { present, ample, systemWith } = units;
  const system = systemWith(ample);
  const consumed = columnOf(limit, system.environment);
  if (consumed === undefined) return undefined;
  const { columns, refusals } = consumptionOf(system, course);
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
