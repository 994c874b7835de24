// An alarm watches one thing, and can be reached within the periods that it looks at.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3007: both or neither of metric and math. ENV3011: more data points than periods. */
export const alarmRule: Rule = ({ environment, at }) =>
  Object.entries(environment.alarms).flatMap(([name, { metric, math, datapointsToAlarm, evaluationPeriods }]) => [
    ...((metric === undefined) === (math === undefined)
      ? [diagnose('metric-or-math', at(['alarms', name], 'key'), { name, both: metric !== undefined })]
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
