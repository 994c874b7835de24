// ENV308x: the mistakes of alarms, as trying them shows, and of who hears of them.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const ALARMS = {
  'alarm-unheard': {
    code: 'ENV3080',
    severity: 'warning',
    summary: 'An alarm notifies nobody, and is part of no composite alarm that does.',
    explanation:
      'An alarm that goes off unheard is the same as none. Set its notify to PAGE or NOTICE, or make it a part of a composite alarm.',
    message: (p: { name: string }) =>
      `nobody hears of the alarm ${p.name}: it notifies nobody, and is part of no alarm that does`,
  },
  'alarm-never-fires': {
    code: 'ENV3082',
    severity: 'error',
    summary: 'An alarm does not go off on the values on which its drill says that it must.',
    explanation:
      'Look at the threshold, the comparison, and how many periods must be beyond it (Amazon CloudWatch User Guide, "Alarm evaluation"). Missing values count as 0 in arithmetic, and a division by zero drops the point ("Using metric math").',
    message: (p: { name: string }) => `the alarm ${p.name} does not go off on these values`,
  },
  'false-alarm': {
    code: 'ENV3083',
    severity: 'error',
    summary: 'An alarm goes off on values on which its drill says that it must not.',
    explanation:
      'Look at the threshold, the comparison, and what a period without data counts as: treatMissingData (Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data").',
    message: (p: { name: string }) => `the alarm ${p.name} goes off on these values, and must not`,
  },
  'alarm-stays-on': {
    code: 'ENV3084',
    severity: 'warning',
    summary:
      'An alarm that went off does not end when its metric falls silent, as many metrics do when all is well again.',
    explanation:
      'Set treatMissingData to notBreaching. Alarms on metrics of DynamoDB ignore missing data whatever they are told (PutMetricAlarm, TreatMissingData): there, fill it in with math, FILL(m, 0).',
    message: (p: { name: string }) => `the alarm ${p.name} stays on when its metric falls silent`,
  },
  'metric-math': {
    code: 'ENV3085',
    severity: 'error',
    summary: 'The expression of an alarm is no metric math that can be tried.',
    explanation:
      'Functions and operators are those of Amazon CloudWatch User Guide, "Using metric math"; ids of metrics begin with a small letter, functions are in capitals.',
    message: (p: { name: string; problem: string }) =>
      `the expression of the alarm ${p.name} cannot be worked out: ${p.problem}`,
  },
  'nobody-listens': {
    code: 'ENV3086',
    severity: 'warning',
    summary: 'Alarms send pages or notices, and nobody is subscribed to them.',
    explanation:
      'Name an address or a Slack channel under monitoring.notifications. A subscription whose endpoint is empty, such as that of a process variable that is not set, is left out.',
    message: (p: { severity: string }) => `alarms send a ${p.severity}, and nobody receives it`,
  },
  'repeated-subscription': {
    code: 'ENV3220',
    severity: 'error',
    summary: 'Two subscriptions send the same alarms to one endpoint.',
    explanation:
      'A topic has one subscription for each protocol and endpoint: a second one of the same endpoint is the first one again (Amazon SNS API Reference, Subscribe). Removing either of the two would end both.',
    message: (p: { name: string; other: string; severity: string }) =>
      `subscriptions "${p.other}" and "${p.name}" both send ${p.severity} alarms to one endpoint`,
  },
  'any-or-all': {
    code: 'ENV3088',
    severity: 'error',
    summary: 'A composite alarm has anyOf or allOf.',
    explanation:
      'anyOf goes off with the first of its parts, allOf with the last. For both, make one a part of the other.',
    message: (p: { name: string; both: boolean }) =>
      p.both
        ? `the composite alarm ${p.name} has both anyOf and allOf`
        : `the composite alarm ${p.name} has neither anyOf nor allOf`,
  },
  'drill-values': {
    code: 'ENV3089',
    severity: 'error',
    summary: 'A drill gives each metric of its alarm a value for each period, and no other.',
    explanation:
      "The ids are those of the alarm's metrics; of an alarm on one metric the id is metric. _ is a period without data.",
    message: (p: { name: string; problem: string }) => `the drill of ${p.name} cannot be held: ${p.problem}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
