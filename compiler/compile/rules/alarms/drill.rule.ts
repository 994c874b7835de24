// Runs the drills of alarms: an alarm must fire and stay quiet on the values of its drill.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { type DrillProblem, drillAlarm, mathProblem } from '../../../monitoring/alarms/drill';
import type { MathProblem } from '../../../monitoring/alarms/metric-math';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'alarm-never-fires': {
    code: 'ENV3082',
    severity: 'error',
    summary: 'An alarm does not fire on the firing values of its drill.',
    explanation: [
      'Check the threshold, the comparison, and how many periods must breach the threshold (Amazon CloudWatch User Guide, "Alarm evaluation").',
      'In arithmetic a missing value counts as 0, and a division by zero drops the data point ("Using metric math").',
    ],
    message: (p: { name: string }) => `alarm "${p.name}" does not fire on these values`,
  },
  'false-alarm': {
    code: 'ENV3083',
    severity: 'error',
    summary: 'An alarm fires on the quiet values of its drill.',
    explanation: [
      'Check the threshold, the comparison, and treatMissingData, which decides how a period without data counts (Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data").',
    ],
    message: (p: { name: string }) => `alarm "${p.name}" fires on these values; it must stay quiet`,
  },
  'alarm-stays-on': {
    code: 'ENV3084',
    severity: 'warning',
    summary: 'An alarm that has fired does not end when its metric stops.',
    explanation: [
      'Many metrics, such as counts of errors, have no data while there are no errors.',
      'Set treatMissingData to notBreaching.',
      'Alarms on metrics of DynamoDB ignore missing data in any case (PutMetricAlarm, TreatMissingData): use math, FILL(m, 0).',
    ],
    message: (p: { name: string }) => `alarm "${p.name}" stays in ALARM when its metric has no more data`,
  },
  'metric-math': {
    code: 'ENV3085',
    severity: 'error',
    summary: 'The expression of an alarm is not valid metric math.',
    explanation: [
      'Functions and operators are those of Amazon CloudWatch User Guide, "Using metric math".',
      'Ids of metrics begin with a lower-case letter; functions are in upper case.',
    ],
    message: (p: { name: string; problem: MathProblem }) =>
      `the expression of alarm "${p.name}" is invalid: ${p.problem}`,
  },
  'drill-values': {
    code: 'ENV3089',
    severity: 'error',
    summary: 'A drill does not have one value for each metric and period of its alarm.',
    explanation: [
      "The ids are those of the alarm's metrics; an alarm on one metric has the id `metric`.",
      'A period without data is written as _.',
    ],
    message: (p: { name: string; problem: DrillProblem }) => `the drill of alarm "${p.name}" cannot run: ${p.problem}`,
  },
});

/** ENV3082 to ENV3085 and ENV3089: the results of the drills. A test runs the drills of generated alarms. */
export const drillRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, alarm] of Object.entries(environment.alarms)) {
      const problem = mathProblem(alarm);
      if (problem !== undefined) {
        yield diagnose('metric-math', at(['alarms', name, 'math', 'expression']), { name, problem });
        continue;
      }
      // Other rules report an alarm without a metric, with metric and math, or with more data points than periods.
      if ((alarm.metric === undefined) === (alarm.math === undefined)) continue;
      if ((alarm.datapointsToAlarm ?? 0) > alarm.evaluationPeriods) continue;
      const drilled = drillAlarm(alarm);
      if (drilled.is === 'untried') continue;
      if (drilled.is === 'invalid') {
        yield diagnose('drill-values', at(['alarms', name, 'drill'], 'key'), { name, problem: drilled.problem });
        continue;
      }
      if (drilled.fires === undefined)
        yield diagnose('alarm-never-fires', at(['alarms', name, 'drill', 'fires']), { name });
      if (!drilled.isQuiet) yield diagnose('false-alarm', at(['alarms', name, 'drill', 'quiet']), { name });
      if (drilled.afterwards === 'ALARM') yield diagnose('alarm-stays-on', at(['alarms', name], 'key'), { name });
    }
  },
};
