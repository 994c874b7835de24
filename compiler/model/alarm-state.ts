// Evaluates the state of an alarm over time as CloudWatch does (Amazon CloudWatch User Guide, "Alarm evaluation").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';

/** The values of consecutive periods; undefined for periods without data. */
export type Series = readonly (number | undefined)[];

/** The states of an alarm. */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** The settings that determine the state: the evaluated periods, and the treatment of data points and missing data. */
export interface AlarmSettings {
  readonly comparison:
    | 'GreaterThanThreshold'
    | 'GreaterThanOrEqualToThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold';
  readonly threshold: number;
  readonly evaluationPeriods: number;
  /** The default is all periods. */
  readonly datapointsToAlarm?: number;
  readonly treatMissingData: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
}

const BREACHES: Readonly<Record<AlarmSettings['comparison'], (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** The state after each period, starting from `initial`. */
export function alarmStates(series: Series, settings: AlarmSettings, initial: AlarmState): AlarmState[] {
  let state = initial;
  return series.map((_, at) => {
    state = nextState(series.slice(0, at + 1), settings, state);
    return state;
  });
}

/** The state after the last period of a series. Data points before the series count as missing. */
export function nextState(
  series: Series,
  settings: AlarmSettings,
  before: AlarmState,
  { alarmLookBackPeriods }: Pick<Assumptions, 'alarmLookBackPeriods'> = DEFAULT_ASSUMPTIONS,
): AlarmState {
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, treatMissingData } = settings;
  const breaches = BREACHES[settings.comparison];
  const first = Math.max(0, series.length - evaluationPeriods - alarmLookBackPeriods);
  let found = 0;
  let breaching = 0;
  let oldestAge = 0;
  // Data points from before the evaluated periods replace missing ones. treatMissingData applies to those still missing.
  for (let at = series.length - 1; at >= first && found < evaluationPeriods; at -= 1) {
    const value = series[at];
    if (value === undefined) continue;
    found += 1;
    oldestAge = series.length - at;
    if (breaches(value, settings.threshold)) breaching += 1;
  }
  const missing = evaluationPeriods - found;
  if (breaching >= datapointsToAlarm) return 'ALARM';
  if (missing === 0 || treatMissingData === 'notBreaching') return 'OK';
  if (treatMissingData === 'breaching') return breaching + missing >= datapointsToAlarm ? 'ALARM' : 'OK';
  if (breaching < found) return 'OK';
  if (treatMissingData === 'ignore') return before;
  // Too few data points, all breaching: ALARM only if the oldest is at least datapointsToAlarm periods old.
  return oldestAge >= datapointsToAlarm ? 'ALARM' : 'INSUFFICIENT_DATA';
}
