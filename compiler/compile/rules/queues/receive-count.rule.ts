// Checks that a queue that a function consumes does not give messages up after a few throttled receives.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';
import { consumersOf } from './consumers';

const diagnose = defineDiagnostics({
  'receive-count': {
    code: 'ENV3264',
    severity: 'warning',
    summary: 'A queue that a function consumes moves messages to its dead-letter queue after fewer than 5 receives.',
    explanation: [
      'Lambda receives messages before it has capacity to invoke the function; a throttled invocation counts as a receive.',
      'With a small `maxReceiveCount`, a burst moves messages to the dead-letter queue that the function never saw.',
      'AWS recommends at least 5 (AWS Lambda Developer Guide, "Configuring a queue to use with Lambda").',
    ],
    message: (p: { queue: string; name: string; count: number }) =>
      `queue "${p.queue}" moves messages to its dead-letter queue after ${p.count} receives; a burst of its consumer "${p.name}" needs at least ${FEWEST_RECEIVES}`,
  },
});

/** The minimum that AWS recommends (AWS Lambda Developer Guide, "Configuring a queue to use with Lambda"). */
const FEWEST_RECEIVES = 5;

/** ENV3264: a queue of a function with a maximum receive count below 5. */
export const receiveCountRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [queue, { deadLetterQueue }] of Object.entries(environment.queues)) {
      const [name] = consumersOf(environment, queue);
      if (name === undefined || deadLetterQueue === undefined || deadLetterQueue.maxReceiveCount >= FEWEST_RECEIVES)
        continue;
      const place = at(['queues', queue, 'deadLetterQueue', 'maxReceiveCount']);
      const found = { queue, name, count: deadLetterQueue.maxReceiveCount };
      yield diagnose('receive-count', place, found, { help: `raise maxReceiveCount to ${FEWEST_RECEIVES}` });
    }
  },
};
