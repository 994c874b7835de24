// A dead-letter queue takes what a function failed to handle, and keeps it until somebody looks.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** A failure on the first evening of a long weekend is seen on the fourth day. */
const LONGEST_ABSENCE_SECONDS = 4 * 86400;

/** What the handler writes of a failure at most: the request, who made it, and the error's stack. */
const LARGEST_RECORD_BYTES = 64_000;

/** ENV3038: a dead-letter queue that forgets over a weekend. ENV3041: one that refuses long records. */
export const deadLetterQueueRule: Rule = ({ environment: { functions, queues }, at, otherSide }) => {
  const users = new Map(
    Object.entries(functions).flatMap(([name, { deadLetterQueue }]) =>
      deadLetterQueue === undefined ? [] : [[deadLetterQueue, name] as const],
    ),
  );
  return [...users].flatMap(([name, user]) => {
    const queue = queues[name];
    if (queue === undefined) return [];
    const related = otherSide('the dead-letter queue', ['functions', user, 'deadLetterQueue']);
    const { messageRetentionSeconds: seconds, maximumMessageSizeBytes: bytes } = queue;
    return [
      ...(seconds < LONGEST_ABSENCE_SECONDS
        ? [
            diagnose(
              'short-dead-letter-retention',
              at(['queues', name, 'messageRetentionSeconds']),
              { queue: name, name: user, seconds },
              { help: `messageRetentionSeconds: ${LONGEST_ABSENCE_SECONDS} at least, 1209600 at most`, related },
            ),
          ]
        : []),
      ...(bytes < LARGEST_RECORD_BYTES
        ? [
            diagnose(
              'small-dead-letter-queue',
              at(['queues', name, 'maximumMessageSizeBytes']),
              { queue: name, name: user, bytes, largest: LARGEST_RECORD_BYTES },
              { help: `maximumMessageSizeBytes: ${LARGEST_RECORD_BYTES} at least, 1048576 at most`, related },
            ),
          ]
        : []),
    ];
  });
};
