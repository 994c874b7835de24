// The times and the periods of CloudWatch's alarm evaluations, and the state of composite alarms (Amazon CloudWatch User
// Guide, "Alarm evaluation" and "Combining alarms"; CloudWatch API Reference, PutMetricAlarm).

import type { AlarmState } from './alarm-state';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';

/** AWS services publish one value a minute; only an application's own metrics have a higher resolution (PutMetricAlarm: Period). */
export const RESOLUTION_SECONDS = 60;

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 7 * DAY_SECONDS;

/** The period of an alarm, and the number of periods that it evaluates. */
export interface AlarmWindow {
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
}

/** The longest time that an alarm can evaluate: a week for periods of an hour or longer, a day for shorter ones (PutMetricAlarm: EvaluationPeriods). */
export function longestEvaluationSeconds(periodSeconds: number): number {
  return periodSeconds < HOUR_SECONDS ? DAY_SECONDS : WEEK_SECONDS;
}

/** The seconds between two evaluations: 60; 10 for periods shorter than a minute; 3,600 for alarms that evaluate more than a day. */
export function evaluationInterval({ periodSeconds, evaluationPeriods }: AlarmWindow): number {
  if (periodSeconds < RESOLUTION_SECONDS) return 10;
  return periodSeconds * evaluationPeriods > DAY_SECONDS ? HOUR_SECONDS : RESOLUTION_SECONDS;
}

/** The periods that CloudWatch reads for an evaluation, oldest first. The last one ends at the time of the evaluation. */
export function evaluatedPeriods(
  now: number,
  window: AlarmWindow,
  { alarmLookBackPeriods }: Pick<Assumptions, 'alarmLookBackPeriods'> = DEFAULT_ASSUMPTIONS,
): { readonly from: number; readonly to: number }[] {
  const interval = evaluationInterval(window);
  const end = Math.floor(now / interval) * interval;
  const count = window.evaluationPeriods + alarmLookBackPeriods;
  return Array.from({ length: count }, (_, at) => {
    const to = end - (count - 1 - at) * window.periodSeconds;
    return { from: to - window.periodSeconds, to };
  });
}

/** The state of a composite alarm: ALARM if any of its parts, or all of them, are in ALARM; OK otherwise. */
export function compositeState(states: readonly AlarmState[], needs: 'any' | 'all'): AlarmState {
  const isAlarm = (state: AlarmState) => state === 'ALARM';
  return (needs === 'any' ? states.some(isAlarm) : states.every(isAlarm)) ? 'ALARM' : 'OK';
}
