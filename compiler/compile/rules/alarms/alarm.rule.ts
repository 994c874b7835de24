// Checks that an alarm has one metric or expression, and enough periods for its data points.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { suggest } from '../../../diagnostics/suggest';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'metric-or-math': {
    code: 'ENV3007',
    severity: 'error',
    summary: 'An alarm must have exactly one of metric and math.',
    explanation: [
      'An alarm compares one number with its threshold: a metric, or an expression over several metrics.',
      'Keep one of `metric` and `math`.',
      'To remove an inherited value, write null.',
    ],
    message: (p: { name: string; both: boolean }) =>
      p.both ? `alarm "${p.name}" has both metric and math` : `alarm "${p.name}" has neither metric nor math`,
  },
  'datapoints-beyond-periods': {
    code: 'ENV3011',
    severity: 'error',
    summary: 'An alarm requires more data points than it evaluates.',
    explanation: [
      'CloudWatch evaluates the last `evaluationPeriods` periods, and `datapointsToAlarm` of them must breach the threshold.',
      'PutMetricAlarm rejects more data points than periods.',
    ],
    message: (p: { name: string; datapoints: number; periods: number }) =>
      `alarm "${p.name}" requires ${p.datapoints} data points and evaluates ${p.periods} periods`,
  },
});

/** Suggests an inherited alarm, because an alarm without a metric may be an override with a misspelled name. */
function meant(name: string, names: readonly string[]) {
  const others = names.filter((other) => other !== name);
  return { help: suggest(name, others) };
}

/** ENV3007: both or neither of metric and math. ENV3011: more data points than periods. */
export const alarmRule: Rule = {
  diagnose,
  *check({ environment: { alarms }, at }) {
    for (const [name, { metric, math, datapointsToAlarm, evaluationPeriods }] of Object.entries(alarms)) {
      if ((metric === undefined) === (math === undefined)) {
        const both = metric !== undefined;
        yield diagnose('metric-or-math', at(['alarms', name], 'key'), { name, both }, meant(name, Object.keys(alarms)));
      }
      if (datapointsToAlarm !== undefined && datapointsToAlarm > evaluationPeriods) {
        const found = { name, datapoints: datapointsToAlarm, periods: evaluationPeriods };
        yield diagnose('datapoints-beyond-periods', at(['alarms', name, 'datapointsToAlarm']), found);
      }
    }
  },
};
