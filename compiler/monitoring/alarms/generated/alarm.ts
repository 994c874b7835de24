// Constructors of generated alarms, whose drills follow from their thresholds.

import type { Alarm, Metric } from '../../../../schema/environment.generated';

/** Alarms by name. */
export type Alarms = { readonly [name: string]: Alarm };

type Settings = Pick<Alarm, 'threshold'> & Partial<Alarm>;

/** An alarm on an expression over metrics. */
export function mathAlarm(
  description: string,
  expression: string,
  metrics: Readonly<Record<string, Metric>>,
  settings: Settings,
): Alarm {
  return { ...DEFAULTS, description, math: { id: 'result', label: description, expression, metrics }, ...settings };
}

/** An alarm on one metric. */
export function metricAlarm(description: string, watched: Metric, settings: Settings): Alarm {
  return { ...DEFAULTS, description, metric: watched, ...settings };
}

/** The counts below which a percentage says nothing. */
const LEAST_COUNT = 20;

/** The expression of the percentage of a count in the sum of it and of the others; 0 if there are few. */
export function percentExpression(part: string, others: string): string {
  return `IF(${others} + ${part} >= ${LEAST_COUNT}, 100 * ${part} / (${others} + ${part}), 0)`;
}

/** The drill of an alarm on one metric: `above` exceeds the threshold, `within` does not. */
export function metricDrill(above: number, within: number, periods: number) {
  return { fires: { metric: series(above, periods) }, quiet: { metric: series(within, periods) } };
}

/** The drill of an alarm on a percentage, `part` of `whole`: with 1,000 requests, one more than the threshold allows, and exactly that many. */
export function shareDrill(part: string, whole: string, percent: number, periods: number) {
  const allowed = Math.floor(percent * 10);
  const all = series(1000, periods);
  return {
    fires: { [part]: series(allowed + 1, periods), [whole]: all },
    quiet: { [part]: series(allowed, periods), [whole]: all },
  };
}

/** A value repeated for a number of periods, as a drill writes it. */
export function series(value: number | '_', periods: number): string {
  return Array.from({ length: periods }, () => value).join(' ');
}

/** A percentage of a limit. */
export function percentOf(percent: number, limit: number): number {
  return (percent * limit) / 100;
}

/** Two of three periods of one minute: a single bad minute does not trigger the alarm, and a missing one does not hide two. */
const DEFAULTS = {
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  comparison: 'GreaterThanThreshold',
  treatMissingData: 'notBreaching',
  notify: 'NOTICE',
} as const;
