// Checks that a dead-letter queue accepts failed events and retains them long enough.

import type { Environment } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { type DeadLetterSource, deadLetterSources } from '../../../monitoring/alarms/dead-letter-sources';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'short-dead-letter-retention': {
    code: 'ENV3038',
    severity: 'warning',
    summary: 'A dead-letter queue may delete messages before they are read.',
    explanation: [
      'A message in a dead-letter queue is a failed request or message, and often the only record of it.',
      'Less than four days does not cover a long weekend.',
      'SQS retains messages for at most 14 days (Amazon SQS Developer Guide, "Amazon SQS message quotas").',
    ],
    message: (p: { queue: string; name: string; seconds: number }) =>
      `dead-letter queue "${p.queue}" of "${p.name}" retains messages for ${p.seconds} s; a long weekend takes 345600 s`,
  },
  'small-dead-letter-queue': {
    code: 'ENV3041',
    severity: 'warning',
    summary: 'A dead-letter queue accepts only messages that are smaller than a failed event may be.',
    explanation: [
      'SQS rejects a message above the queue\'s maximum size, and Lambda drops an event that does not fit in its dead-letter queue (AWS Lambda Developer Guide, "Adding a dead-letter queue").',
      'Only the log then contains the failure.',
      'SQS allows up to 1 MiB (Amazon SQS Developer Guide, "Amazon SQS message quotas").',
    ],
    message: (p: { queue: string; name: string; bytes: number; largest: number }) =>
      `queue "${p.queue}" accepts messages of at most ${p.bytes} bytes; a failed event of "${p.name}" has up to ${p.largest}`,
  },
});

/** Four days: a failure on the first evening of a long weekend may be seen only then. */
const LONGEST_ABSENCE_SECONDS = 4 * 86400;

/** The largest dead letter of the handler: the request, its caller, and the stack of the error. */
const LARGEST_RECORD_BYTES = 64_000;

/** ENV3038: a retention shorter than a long weekend. ENV3041: a maximum message size below that of a failed event. */
export const deadLetterQueueRule: Rule = {
  diagnose,
  *check(context) {
    const { environment, at, otherSide } = context;
    for (const [queue, { part, name, path }] of usersOf(environment)) {
      const settings = environment.queues[queue];
      if (settings === undefined) continue;
      const { messageRetentionSeconds: seconds, maximumMessageSizeBytes: bytes } = settings;
      const related = otherSide('the dead-letter queue', path);
      if (seconds < LONGEST_ABSENCE_SECONDS) {
        const help = `raise messageRetentionSeconds to ${LONGEST_ABSENCE_SECONDS}`;
        const place = at(['queues', queue, 'messageRetentionSeconds']);
        yield diagnose('short-dead-letter-retention', place, { queue, name, seconds }, { help, related });
      }
      if (part === 'function' && bytes < LARGEST_RECORD_BYTES) {
        const help = `raise maximumMessageSizeBytes to ${LARGEST_RECORD_BYTES}`;
        const place = at(['queues', queue, 'maximumMessageSizeBytes']);
        const found = { queue, name, bytes, largest: LARGEST_RECORD_BYTES };
        yield diagnose('small-dead-letter-queue', place, found, { help, related });
      }
    }
  },
};

/** The last source of each dead-letter queue; a function before other queues, because its records are larger. */
function usersOf(environment: Environment): ReadonlyMap<string, DeadLetterSource> {
  const sources = deadLetterSources(environment);
  const ordered = [
    ...sources.filter(({ part }) => part === 'queue'),
    ...sources.filter(({ part }) => part !== 'queue'),
  ];
  return new Map(ordered.map((source) => [source.queue, source]));
}
