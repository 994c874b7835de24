// What is kept, is kept long enough for somebody to look at it.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** A failure on the first evening of a long weekend is seen on the fourth day. */
const LONGEST_ABSENCE_SECONDS = 4 * 86400;

/** PCI DSS 4.0.1, requirement 10.5.1: audit logs are kept for twelve months. */
const PRODUCTION_LOG_DAYS = 365;

/** ENV3038: a dead-letter queue that forgets over a weekend. ENV3039: a year of logs is not kept in production. */
export const retentionRule: Rule = ({ environment, at, otherSide }) => {
  const { functions, queues, logRetentionDays } = environment;
  const deadLetters = new Map(
    Object.entries(functions).flatMap(([name, { deadLetterQueue: queue }]) =>
      queue === undefined ? [] : [[queue, name] as const],
    ),
  );
  return [
    ...[...deadLetters].flatMap(([queue, name]) => {
      const seconds = queues[queue]?.messageRetentionSeconds;
      if (seconds === undefined || seconds >= LONGEST_ABSENCE_SECONDS) return [];
      return [
        diagnose(
          'short-dead-letter-retention',
          at(['queues', queue, 'messageRetentionSeconds']),
          { queue, name, seconds },
          {
            help: `messageRetentionSeconds: ${LONGEST_ABSENCE_SECONDS} at least, 1209600 at most`,
            related: otherSide('the dead-letter queue', ['functions', name, 'deadLetterQueue']),
          },
        ),
      ];
    }),
    ...(/^prod/i.test(environment.environment) && logRetentionDays > 0 && logRetentionDays < PRODUCTION_LOG_DAYS
      ? [
          diagnose(
            'short-log-retention',
            at(['logRetentionDays']),
            { environment: environment.environment, logRetentionDays },
            {
              help: `logRetentionDays: ${PRODUCTION_LOG_DAYS}; or 0, for ever`,
              related: otherSide('the environment', ['environment']),
            },
          ),
        ]
      : []),
  ];
};
