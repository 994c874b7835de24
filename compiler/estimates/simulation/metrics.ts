// The metrics of a simulation: the values of each minute, of the metrics that alarms watch.

import type { Metric } from '../../../schema/environment.generated';
import { RESOLUTION_SECONDS } from '../../model/alarm-evaluation';
import { MetricValues } from '../../model/metric-values';
import type { AlarmSet } from '../../monitoring/alarms/all-alarms';
import { watchedMetrics } from '../../monitoring/alarms/watched-metrics';
import type { Present } from './recording';

/** Records a value in the present step, and how often it occurs in each second. */
export type RecordMetric = (value: number, count: number) => void;

/** Reads a statistic of a metric. */
export interface StatisticReader {
  /** The statistic of the values at or after `from` and before `to`; undefined without values. */
  read(from: number, to: number): number | undefined;
  /** The time since which all whole minutes before a time have the same values. */
  steadySince(now: number): number;
}

/** A metric without its statistic. */
type MetricName = Pick<Metric, 'resource' | 'name'> & Partial<Pick<Metric, 'dimensions'>>;

/** The metrics of a simulation. A step is within one interval of their values. */
export class Metrics {
  private readonly watched: ReadonlySet<string>;
  private readonly values = new Map<string, MetricValues>();

  /** @param keptSeconds the longest time that an alarm evaluates */
  constructor(
    { alarms }: AlarmSet,
    private readonly keptSeconds: number,
    private readonly present: Present,
  ) {
    this.watched = new Set(Object.values(alarms).flatMap((alarm) => Object.values(watchedMetrics(alarm)).map(keyOf)));
  }

  /** A recorder of a metric that follows from a simulation; undefined if no alarm watches it. */
  recorder(metric: MetricName): RecordMetric | undefined {
    if (this.watched.size === 0) return undefined;
    const key = keyOf(metric);
    if (!this.watched.has(key)) return undefined;
    const values = this.values.get(key) ?? new MetricValues(RESOLUTION_SECONDS, this.keptSeconds);
    this.values.set(key, values);
    return (value, count) => {
      if (count > 0) values.record(this.present.time, value, count * this.present.seconds);
    };
  }

  /** Takes the last whole minute as the values of all earlier ones. */
  assumeHistory(): void {
    for (const values of this.values.values()) values.repeatLast(this.present.time);
  }

  /** A reader of a statistic of a metric; undefined if the metric does not follow from a simulation. */
  reader({ statistic, ...metric }: Metric): StatisticReader | undefined {
    const values = this.values.get(keyOf(metric));
    return (
      values && {
        read: (from, to) => values.statistic(statistic, from, to),
        steadySince: (now) => values.steadySince(now),
      }
    );
  }
}

function keyOf({ resource, name, dimensions = {} }: MetricName): string {
  return JSON.stringify([resource, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
