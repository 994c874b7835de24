// The time that an alarm looks back over is one that CloudWatch and the metric allow.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** Periods from an hour on may be looked at for a week, shorter ones for a day (CloudWatch API, PutMetricAlarm). */
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86400;
const WEEK_SECONDS = 604800;

/** AWS services publish a value a minute; finer ones are of an application's own metrics (CloudWatch API, PutMetricAlarm: Period). */
const RESOLUTION_SECONDS = 60;

/** ENV3033: more than CloudWatch looks back over. ENV3034: a period shorter than the metric's own. */
export const alarmWindowRule: Rule = ({ environment, at, otherSide }) =>
  Object.entries(environment.alarms).flatMap(([name, { periodSeconds, evaluationPeriods }]) => {
    const longest = periodSeconds < HOUR_SECONDS ? DAY_SECONDS : WEEK_SECONDS;
    const window = periodSeconds * evaluationPeriods;
    const period = ['alarms', name, 'periodSeconds'];
    return [
      ...(window > longest
        ? [
            diagnose(
              'alarm-looks-too-far-back',
              at(['alarms', name, 'evaluationPeriods']),
              { name, periodSeconds, evaluationPeriods, longest },
              {
                help: `evaluationPeriods: ${Math.floor(longest / periodSeconds)} at most`,
                related: otherSide('the period', period),
              },
            ),
          ]
        : []),
      ...(periodSeconds < RESOLUTION_SECONDS
        ? [
            diagnose(
              'alarm-period-below-resolution',
              at(period),
              { name, periodSeconds },
              { help: `periodSeconds: ${RESOLUTION_SECONDS}` },
            ),
          ]
        : []),
    ];
  });
