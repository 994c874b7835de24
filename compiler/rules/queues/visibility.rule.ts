// Checks that a queue hides a message while a function may still process it.

import { defineDiagnostics } from '../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'visibility-below-timeout': {
    code: 'ENV3004',
    severity: 'warning',
    summary: 'A queue delivers a message again while a function may still be processing it.',
    explanation: [
      'SQS hides a received message for the visibility timeout, and then delivers it again.',
      'AWS recommends six times the timeout of the function that consumes the queue (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS").',
      'With a shorter visibility timeout, two invocations may process the message at the same time.',
      'A function consumes a queue if its `access` to the queue includes ReceiveMessage.',
    ],
    message: (p: { queue: string; name: string; seconds: number; timeoutSeconds: number }) =>
      `queue "${p.queue}" delivers a message again after ${p.seconds} s; its consumer "${p.name}" may run for ${p.timeoutSeconds} s`,
  },
});

/** The factor of the function's timeout that AWS recommends (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
const TIMEOUTS = 6;

/** ENV3004: a visibility timeout that is too short for the function that consumes the queue. */
export const visibilityRule: Rule = {
  diagnose,
  *check({ environment: { functions, queues }, at, otherSide }) {
    for (const [name, { timeoutSeconds, access }] of Object.entries(functions)) {
      const least = TIMEOUTS * timeoutSeconds;
      for (const [queue, actions] of Object.entries(access.queues)) {
        const seconds = queues[queue]?.visibilityTimeoutSeconds;
        if (!actions.includes('ReceiveMessage') || seconds === undefined || seconds >= least) continue;
        const help = `raise visibilityTimeoutSeconds to ${least}; or lower the timeout of "${name}"`;
        const related = otherSide('the timeout of the function', ['functions', name, 'timeoutSeconds']);
        const place = at(['queues', queue, 'visibilityTimeoutSeconds']);
        yield diagnose('visibility-below-timeout', place, { queue, name, seconds, timeoutSeconds }, { help, related });
      }
    }
  },
};
