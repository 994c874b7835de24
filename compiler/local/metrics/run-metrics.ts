// The metrics of a local run: the values that CloudWatch would have, for alarms and charts.

import type { Series } from '../../model/alarm-state';
import { MetricValues } from '../../model/metric-values';
import type { RunClock } from '../run-clock';

/** The properties that identify a metric in CloudWatch. */
export interface MetricIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Consecutive periods of a metric. Times are in milliseconds since 1970. */
export interface SeriesRequest {
  readonly statistic: string;
  readonly periodSeconds: number;
  readonly periods: number;
  /** A time in the last period (default: now). */
  readonly end?: number;
}

/** The readable part of the metrics of a run. */
export interface MetricsSource {
  /** The metrics that have had a value. */
  list(): readonly MetricIdentity[];
  /** The values of periods, oldest first; undefined for periods without data. */
  series(metric: MetricIdentity, request: SeriesRequest): Series;
  /** A statistic of the values at or after `from` and before `to`. Times are in seconds. */
  statistic(metric: MetricIdentity, statistic: string, from: number, to: number): number | undefined;
}

/** Records a value of one metric, at the time of the run's clock or another time in milliseconds. */
export type RecordValue = (value: number, time?: number) => void;

/** The metrics of a run. */
export interface RunMetrics extends MetricsSource {
  recorder(metric: MetricIdentity): RecordValue;
}

/** AWS services publish their metrics by the minute. */
const MINUTE_SECONDS = 60;

/** How long values are kept: the week that an alarm can evaluate, and the two days that CloudWatch reads before it. */
const KEPT_SECONDS = 9 * 86_400;

/** Maximum number of metrics. Values of other metrics are dropped, because a function can publish any number of dimensions. */
const MOST_METRICS = 2_000;

/** Creates the metrics of a run. */
export function createMetrics(clock: Pick<RunClock, 'now'>): RunMetrics {
  const metrics = new Map<string, { readonly identity: MetricIdentity; readonly values: MetricValues }>();

  function statistic(metric: MetricIdentity, name: string, from: number, to: number): number | undefined {
    return metrics.get(keyOf(metric))?.values.statistic(name, from, to);
  }

  return {
    recorder(identity) {
      const key = keyOf(identity);
      return (value, time = clock.now()) => {
        let known = metrics.get(key);
        if (known === undefined) {
          if (metrics.size >= MOST_METRICS) return;
          known = { identity, values: new MetricValues(MINUTE_SECONDS, KEPT_SECONDS) };
          metrics.set(key, known);
        }
        known.values.record(time / 1000, value);
      };
    },
    list: () => [...metrics.values()].map(({ identity }) => identity),
    statistic,
    series(metric, { statistic: name, periodSeconds, periods, end = clock.now() }) {
      const last = (Math.floor(end / 1000 / periodSeconds) + 1) * periodSeconds;
      return Array.from({ length: periods }, (_, at) => {
        const to = last - (periods - 1 - at) * periodSeconds;
        return statistic(metric, name, to - periodSeconds, to);
      });
    },
  };
}

function keyOf({ namespace, name, dimensions }: MetricIdentity): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
