// Checks the time that an alarm evaluates, and its period, against the limits of CloudWatch and of the metric.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { longestEvaluationSeconds, RESOLUTION_SECONDS } from '../../../model/alarm-evaluation';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'evaluation-too-long': {
    code: 'ENV3033',
    severity: 'error',
    summary: 'An alarm evaluates a longer time than CloudWatch allows.',
    explanation: [
      'All periods of an alarm together are at most one day, or seven days if a period is an hour or longer (CloudWatch API Reference, PutMetricAlarm: EvaluationPeriods).',
    ],
    message: (p: { name: string; periodSeconds: number; evaluationPeriods: number; longest: number }) =>
      `alarm "${p.name}" evaluates ${p.evaluationPeriods} periods of ${p.periodSeconds} s, ${p.evaluationPeriods * p.periodSeconds} s in total; CloudWatch allows at most ${p.longest} s`,
  },
  'alarm-period-below-resolution': {
    code: 'ENV3034',
    severity: 'error',
    summary: "An alarm's period is shorter than a minute, the interval at which AWS services publish metrics.",
    explanation: [
      'Periods of 10, 20 and 30 s are for metrics that an application publishes at high resolution.',
      'A metric of an AWS service has no data in most such periods: the alarm changes to INSUFFICIENT_DATA, and costs more (CloudWatch API Reference, PutMetricAlarm: Period).',
    ],
    message: (p: { name: string; periodSeconds: number }) =>
      `alarm "${p.name}" has a period of ${p.periodSeconds} s; its metrics are published every 60 s`,
  },
});

/** ENV3033: a longer evaluation than CloudWatch allows. ENV3034: a period shorter than that of the metric. */
export const alarmWindowRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    for (const [name, { periodSeconds, evaluationPeriods }] of Object.entries(environment.alarms)) {
      const longest = longestEvaluationSeconds(periodSeconds);
      const period = specPath('alarms', name, 'periodSeconds');
      if (periodSeconds * evaluationPeriods > longest) {
        const help = `lower evaluationPeriods to ${Math.floor(longest / periodSeconds)}`;
        const found = { name, periodSeconds, evaluationPeriods, longest };
        const related = otherSide('the period', period);
        yield diagnose('evaluation-too-long', at(['alarms', name, 'evaluationPeriods']), found, { help, related });
      }
      if (periodSeconds < RESOLUTION_SECONDS) {
        const help = `raise periodSeconds to ${RESOLUTION_SECONDS}`;
        yield diagnose('alarm-period-below-resolution', at(period), { name, periodSeconds }, { help });
      }
    }
  },
};
