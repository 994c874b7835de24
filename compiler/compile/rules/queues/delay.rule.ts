// Checks that a delayed message becomes visible before its retention ends.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'delay-exceeds-retention': {
    code: 'ENV3266',
    severity: 'error',
    summary: 'A queue hides new messages for longer than it retains them.',
    explanation: [
      'SQS counts the retention of a message from its send, also while the message is delayed.',
      'Each message would be deleted before a consumer can receive it.',
    ],
    message: (p: { queue: string; delay: number; retention: number }) =>
      `queue "${p.queue}" delays messages for ${p.delay} s and deletes them after ${p.retention} s`,
  },
});

/** ENV3266: a delay that is not shorter than the retention. */
export const delayRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    for (const [queue, { delaySeconds: delay, messageRetentionSeconds: retention }] of Object.entries(
      environment.queues,
    )) {
      if (delay < retention) continue;
      const related = otherSide('the retention is set here', ['queues', queue, 'messageRetentionSeconds']);
      const help = `raise messageRetentionSeconds above ${delay}`;
      yield diagnose(
        'delay-exceeds-retention',
        at(['queues', queue, 'delaySeconds']),
        { queue, delay, retention },
        { help, related },
      );
    }
  },
};
