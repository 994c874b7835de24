// Edits of the class `alarm gap`: changes after which an alarm is missing or notifies no one.

import { testClass } from './class-rows';

testClass('alarm gap', {
  has: {
    'a removed alarm': {
      edits: [
        [
          '  dlq:\n    metric: { resource: queues.q, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }\n    threshold: 1\n    notify: PAGE\n',
          '',
        ],
      ],
      path: 'alarms.dlq',
      reason: /is removed/,
    },
    'a renamed alarm': {
      edits: [['alarms:\n  m:', 'alarms:\n  n:']],
      path: 'alarms.m',
      reason: /m-alarm is removed/,
    },
    'a muted alarm': {
      edits: [['periodSeconds: 60\n    notify: PAGE', 'periodSeconds: 60\n    notify: NONE']],
      path: 'alarms.m.notify',
      reason: /is muted/,
    },
    'a higher threshold': {
      edits: [['threshold: 5', 'threshold: 6']],
      path: 'alarms.m.threshold',
      reason: /fires at 6 instead of 5/,
    },
    'more periods': {
      edits: [['evaluationPeriods: 2', 'evaluationPeriods: 3']],
      path: 'alarms.m.evaluationPeriods',
      reason: /180 s instead of 120 s/,
    },
    'another metric': {
      edits: [['name: Errors', 'name: Throttles']],
      path: 'alarms.m.metric.name',
      reason: /evaluates different metrics or alarms/,
    },
    'another endpoint': {
      edits: [['a@example.com', 'b@example.com']],
      path: 'monitoring.notifications.subscriptions.mail.endpoint',
      reason: /TopicSubscription .* is removed/,
    },
    'another physical name': {
      edits: [['suffix: s', 'suffix: s\nnaming: { pattern: "x-{{ name }}" }']],
      path: 'alarms.m',
      reason: /is recreated/,
    },
  },
  hasNot: {
    'a lower threshold': [['threshold: 5', 'threshold: 4']],
    'fewer periods': [['evaluationPeriods: 2', 'evaluationPeriods: 1']],
    'a queue removed with its alarm': [
      [
        '  dlq:\n    metric: { resource: queues.q, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }\n    threshold: 1\n    notify: PAGE\n',
        '',
      ],
      ['queues:\n  q: { requireTls: false, messageRetentionSeconds: 86400 }\n', ''],
      [', queues: { q: [SendMessage] }', ''],
    ],
    'an added alarm': [
      [
        'alarms:\n',
        'alarms:\n  more:\n    metric: { resource: functions.f, name: Throttles, statistic: Sum }\n    threshold: 1\n    notify: PAGE\n',
      ],
    ],
    'another rate': [['rateLimit: 100', 'rateLimit: 99']],
  },
});
