// Evaluates an alarm at a time, with the reason for its state.

import { evaluatedPeriods } from '../../model/alarm-evaluation';
import { type AlarmSettings, type AlarmState, nextState, type Series } from '../../model/alarm-state';
import { evaluateMath } from '../../monitoring/alarms/evaluation';
import type { MetricsSource } from '../metrics/run-metrics';
import type { MetricAlarmDefinition } from './alarm-definitions';

/** A state with the reason for it. */
export interface Evaluation {
  readonly state: AlarmState;
  /** Such as `2 of 3 data points (7, 1, 9) are greater than 5`. */
  readonly reason: string;
}

/** Evaluates an alarm at a time, in seconds. */
export function evaluateAlarm(
  alarm: MetricAlarmDefinition,
  metrics: Pick<MetricsSource, 'statistic'>,
  now: number,
  before: AlarmState,
): Evaluation {
  const { window, settings } = alarm;
  const series = seriesOf(alarm, metrics, evaluatedPeriods(now, window));
  const state = nextState(series, settings, before);
  return { state, reason: explain(series.slice(-window.evaluationPeriods), settings) };
}

/** The values of periods that an alarm compares with its threshold. */
export function seriesOf(
  { window, metrics: watched, expression }: MetricAlarmDefinition,
  metrics: Pick<MetricsSource, 'statistic'>,
  periods: readonly { readonly from: number; readonly to: number }[],
): Series {
  const series = Object.fromEntries(
    Object.entries(watched).map(([id, { metric, statistic }]): [string, Series] => [
      id,
      periods.map(({ from, to }) => metrics.statistic(metric, statistic, from, to)),
    ]),
  );
  if (expression === undefined) return Object.values(series)[0] ?? [];
  return evaluateMath(expression, { metrics: series, periodSeconds: window.periodSeconds });
}

const COMPARISONS: Readonly<Record<AlarmSettings['comparison'], string>> = {
  GreaterThanThreshold: 'greater than',
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

/** The number of values that a reason lists. */
const LISTED_VALUES = 5;

function explain(series: Series, { comparison, threshold, ...settings }: AlarmSettings): string {
  const present = series.filter((value) => value !== undefined);
  if (present.length === 0) return series.length === 1 ? 'no data' : `no data in ${series.length} periods`;
  const isBreaching = (value: number | undefined) =>
    nextState(
      [value],
      {
        ...settings,
        comparison,
        threshold,
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        treatMissingData: 'notBreaching',
      },
      'OK',
    ) === 'ALARM';
  const breaching = series.filter(isBreaching).length;
  const listed = series.slice(-LISTED_VALUES).map((value) => (value === undefined ? 'none' : formatNumber(value)));
  const more = series.length > LISTED_VALUES ? '…, ' : '';
  const points = `${breaching} of ${series.length} data point${series.length === 1 ? '' : 's'} (${more}${listed.join(', ')})`;
  return `${points} ${breaching === 1 ? 'is' : 'are'} ${COMPARISONS[comparison]} ${formatNumber(threshold)}`;
}

function formatNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}
