// A message stays hidden while the function that received it may still be at it.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** How many times the function's timeout AWS asks for (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
const TIMEOUTS = 6;

/** ENV3004: a queue whose messages come back before the function that receives them has had its tries. */
export const visibilityRule: Rule = ({ environment: { functions, queues }, at, otherSide }) =>
  Object.entries(functions).flatMap(([name, { timeoutSeconds, access }]) =>
    Object.entries(access.queues).flatMap(([queue, actions]) => {
      const seconds = queues[queue]?.visibilityTimeoutSeconds;
      const least = TIMEOUTS * timeoutSeconds;
      if (!actions.includes('ReceiveMessage') || seconds === undefined || seconds >= least) return [];
      const related = otherSide('how long the function may take', ['functions', name, 'timeoutSeconds']);
      return [
        diagnose(
          'visibility-below-timeout',
          at(['queues', queue, 'visibilityTimeoutSeconds']),
          { queue, name, seconds, timeoutSeconds },
          { help: `visibilityTimeoutSeconds: ${least} at least; or a shorter timeout of ${name}`, related },
        ),
      ];
    }),
  );
