// The alarms of a table and its indexes: throttles, errors of DynamoDB, and consumed capacity close to the maximum.

import type { AlarmThresholds, Capacity, Metric } from '../../../../schema/environment.generated';
import { OPERATIONS } from '../../metrics/dynamodb';
import { type CapacityMetric, indexMetric, tableMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, percentOf, series } from './alarm';

/** The name of the alarm on DynamoDB's own errors. */
export const systemErrorsName = (table: string): string => `${table}-system-errors`;

/** The sum of a metric of a table or an index. */
type SumOf = (name: CapacityMetric) => Metric;

/** The capacity of a table, and of its indexes with what they inherit. */
export interface WatchedTable {
  readonly capacity?: Capacity | undefined;
  readonly indexes: { readonly [index: string]: { readonly capacity: Capacity | undefined } };
}

/**
 * The alarms of a table and its indexes.
 * @param actions the actions that functions may take on the table
 */
export function tableAlarms(
  name: string,
  { capacity, indexes }: WatchedTable,
  actions: ReadonlySet<string>,
  thresholds: AlarmThresholds,
): Alarms {
  const watchedIndexes = Object.entries(indexes).map(([index, { capacity }]) => ({
    name: `${name}-${index.toLowerCase().replaceAll('_', '-')}`,
    sum: (of: CapacityMetric) => indexMetric(name, index, of, 'Sum'),
    what: `the index ${index} of ${name}`,
    capacity,
  }));
  const sum: SumOf = (of) => tableMetric(name, of, 'Sum');
  const watched = [{ name, sum, what: name, capacity }, ...watchedIndexes];
  return Object.assign(
    systemErrorAlarms(name, actions),
    ...watched.map(({ name: prefix, sum: of, what, capacity }) => ({
      ...throttleAlarms(prefix, of, what),
      ...(capacity === undefined ? {} : capacityAlarms(prefix, of, what, capacity, thresholds)),
    })),
  );
}

/** Alarms on DynamoDB metrics always ignore missing data and would never end; FILL ends them. */
const FILLED = {
  // The newest minute may not have arrived and counts as 0; three periods still include it later.
  evaluationPeriods: 3,
  datapointsToAlarm: 1,
} as const;

function throttleAlarms(name: string, sum: SumOf, what: string): Alarms {
  return {
    [`${name}-throttles`]: mathAlarm(
      `Reads or writes of ${what} are throttled`,
      'FILL(reads, 0) + FILL(writes, 0)',
      { reads: sum('ReadThrottleEvents'), writes: sum('WriteThrottleEvents') },
      {
        ...FILLED,
        threshold: 0,
        drill: { fires: { reads: '_ _', writes: '_ 1' }, quiet: { reads: '_ 0 _', writes: '_ _ 0' } },
      },
    ),
  };
}

function systemErrorAlarms(name: string, actions: ReadonlySet<string>): Alarms {
  const operations = OPERATIONS.filter((operation) => actions.has(operation)).sort();
  if (operations.length === 0) return {};
  const idOf = (operation: string) => `${operation[0]?.toLowerCase()}${operation.slice(1)}`;
  const each = (value: (at: number) => string) =>
    Object.fromEntries(operations.map((operation, at) => [idOf(operation), value(at)]));
  return {
    [systemErrorsName(name)]: mathAlarm(
      `DynamoDB returns internal errors for operations on ${name}`,
      operations.map((operation) => `FILL(${idOf(operation)}, 0)`).join(' + '),
      Object.fromEntries(
        operations.map((operation) => [
          idOf(operation),
          tableMetric(name, 'SystemErrors', 'Sum', { Operation: operation }),
        ]),
      ),
      {
        ...FILLED,
        threshold: 0,
        notify: 'NONE',
        drill: { fires: each((at) => (at === 0 ? '1' : '_')), quiet: each(() => '_') },
      },
    ),
  };
}

function capacityAlarms(
  name: string,
  sum: SumOf,
  what: string,
  capacity: Capacity,
  { usedPercent }: AlarmThresholds,
): Alarms {
  const directions = [
    { direction: 'read', consumed: 'ConsumedReadCapacityUnits' },
    { direction: 'write', consumed: 'ConsumedWriteCapacityUnits' },
  ] as const;
  return Object.fromEntries(
    directions.flatMap(({ direction, consumed }) => {
      const maximum = capacity[direction].autoscaling?.maximum ?? capacity[direction].units;
      if (maximum === undefined) return [];
      const threshold = percentOf(usedPercent, maximum);
      const alarm = mathAlarm(
        `${what} uses more than ${usedPercent} % of its maximum of ${maximum} ${direction} capacity units`,
        'FILL(consumed, 0) / PERIOD(consumed)',
        { consumed: sum(consumed) },
        {
          threshold,
          evaluationPeriods: 5,
          datapointsToAlarm: 3,
          drill: { fires: { consumed: series(maximum * 60, 3) }, quiet: { consumed: series(threshold * 60, 3) } },
        },
      );
      return [[`${name}-${direction}-capacity`, alarm]];
    }),
  );
}
