// An alarm watches one thing, and can be reached within the periods that it looks at.

import { diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import type { Rule } from './rule';

/** An alarm that watches nothing may be meant to change one of another spec, whose name it does not have. */
function meant(name: string, names: readonly string[]) {
  const others = names.filter((other) => other !== name);
  const nearest = nearestName(name, others);
  return nearest === undefined ? {} : { help: `did you mean ${nearest}?` };
}

/** ENV3007: both or neither of metric and math. ENV3011: more data points than periods. */
export const alarmRule: Rule = ({ environment, at }) =>
  Object.entries(environment.alarms).flatMap(([name, { metric, math, datapointsToAlarm, evaluationPeriods }]) => [
    ...((metric === undefined) === (math === undefined)
      ? [
          diagnose(
            'metric-or-math',
            at(['alarms', name], 'key'),
            { name, both: metric !== undefined },
            meant(name, Object.keys(environment.alarms)),
          ),
        ]
      : []),
    ...(datapointsToAlarm !== undefined && datapointsToAlarm > evaluationPeriods
      ? [
          diagnose('datapoints-beyond-periods', at(['alarms', name, 'datapointsToAlarm']), {
            name,
            datapoints: datapointsToAlarm,
            periods: evaluationPeriods,
          }),
        ]
      : []),
  ]);
