// The state of an alarm after some periods, as CloudWatch finds it (Amazon CloudWatch User Guide, "Alarm evaluation").

import type { Series } from './evaluation';

/** The states of an alarm. */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What decides over the state: the periods that are looked at, and what a point and a missing one count as. */
export interface AlarmSettings {
  readonly comparison:
    | 'GreaterThanThreshold'
    | 'GreaterThanOrEqualToThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold';
  readonly threshold: number;
  readonly evaluationPeriods: number;
  /** Absent: all periods. */
  readonly datapointsToAlarm?: number;
  readonly treatMissingData: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
}

/** How many periods beyond those of the alarm CloudWatch looks back for points: its examples have 5 for 3; the exact number is not published. */
const LOOK_BACK_PERIODS = 2;

const BREACHES: Readonly<Record<AlarmSettings['comparison'], (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** The state after each period, from `initial` on. */
export function alarmStates(series: Series, settings: AlarmSettings, initial: AlarmState): AlarmState[] {
  let state = initial;
  return series.map((_, at) => {
    state = nextState(series.slice(0, at + 1), settings, state);
    return state;
  });
}

/** The state after the last period of a series. Points before its beginning are missing. */
export function nextState(series: Series, settings: AlarmSettings, before: AlarmState): AlarmState {
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, treatMissingData } = settings;
  const range = series.slice(-(evaluationPeriods + LOOK_BACK_PERIODS));
  const points = range.flatMap((value, at) =>
    value === undefined
      ? []
      : [{ age: range.length - at, breaching: BREACHES[settings.comparison](value, settings.threshold) }],
  );
  // The newest points that there are, even from before the periods of the alarm; what is still lacking is filled in.
  const recent = points.slice(-evaluationPeriods);
  const lacking = evaluationPeriods - recent.length;
  const breaching = recent.filter((point) => point.breaching).length;
  if (breaching >= datapointsToAlarm) return 'ALARM';
  if (lacking === 0 || treatMissingData === 'notBreaching') return 'OK';
  if (treatMissingData === 'breaching') return breaching + lacking >= datapointsToAlarm ? 'ALARM' : 'OK';
  if (breaching < recent.length) return 'OK';
  if (treatMissingData === 'ignore') return before;
  // Nothing but breaching points, and too few: an alarm where the oldest of them is as old as the points that it takes.
  return (recent[0]?.age ?? 0) >= datapointsToAlarm ? 'ALARM' : 'INSUFFICIENT_DATA';
}
