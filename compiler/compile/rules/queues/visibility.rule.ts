// Checks that a queue hides a message while a function may still process it.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { isFrom } from '../../../language/expand/triggers';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'visibility-below-timeout': {
    code: 'ENV3004',
    severity: 'warning',
    summary: 'A queue delivers a message again while a function may still be processing it.',
    explanation: [
      'SQS hides a received message for the visibility timeout, and then delivers it again.',
      'AWS recommends six times the timeout of the function that consumes the queue, plus the batching window of its trigger (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS").',
      'With a shorter visibility timeout, two invocations may process the message at the same time.',
      'A function consumes a queue if it has a trigger for it, or if its `access` to the queue includes ReceiveMessage.',
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
  *check({ environment, at, otherSide }) {
    for (const { name, queue, windowSeconds, isTrigger } of consumersOf(environment)) {
      const timeoutSeconds = environment.functions[name]?.timeoutSeconds ?? 0;
      const least = TIMEOUTS * timeoutSeconds + windowSeconds;
      const seconds = environment.queues[queue]?.visibilityTimeoutSeconds;
      // Lambda rejects a trigger with less than the timeout, which another rule reports.
      if (seconds === undefined || seconds >= least || (isTrigger && seconds < timeoutSeconds)) continue;
      const help = `raise visibilityTimeoutSeconds to ${least}; or lower the timeout of "${name}"`;
      const related = otherSide('the timeout of the function', ['functions', name, 'timeoutSeconds']);
      const place = at(['queues', queue, 'visibilityTimeoutSeconds']);
      yield diagnose('visibility-below-timeout', place, { queue, name, seconds, timeoutSeconds }, { help, related });
    }
  },
};

/** A function that consumes a queue. */
interface Consumer {
  readonly name: string;
  readonly queue: string;
  /** The time for which Lambda collects a batch before it invokes the function. */
  readonly windowSeconds: number;
  readonly isTrigger: boolean;
}

/** The consumers of queues: by a trigger, or by an access that includes ReceiveMessage. */
function consumersOf({ functions, facts }: RuleContext['environment']): Consumer[] {
  const triggers = facts.triggers.filter(isFrom('queue')).map((trigger) => ({
    name: trigger.function,
    queue: trigger.queue,
    windowSeconds: trigger.maximumBatchingWindowSeconds,
    isTrigger: true,
  }));
  const receiving = Object.entries(functions).flatMap(([name, { access }]) =>
    Object.entries(access.queues)
      .filter(([, actions]) => actions.includes('ReceiveMessage'))
      .map(([queue]) => ({ name, queue, windowSeconds: 0, isTrigger: false })),
  );
  const isKnown = (one: Consumer) => triggers.some(({ name, queue }) => name === one.name && queue === one.queue);
  return [...triggers, ...receiving.filter((one) => !isKnown(one))];
}
