// Checks that a function has access to its dead-letter queue.

import { defineDiagnostics } from '../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'dead-letter-access': {
    code: 'ENV3013',
    severity: 'error',
    summary: 'A function has no permission to send to its dead-letter queue.',
    explanation: [
      'When Lambda creates a function, it checks that the role may send to the dead-letter queue, and otherwise rejects the function (CreateFunction, DeadLetterConfig).',
      "Add SendMessage to the function's access to the queue.",
    ],
    message: (p: { name: string; queue: string }) =>
      `function "${p.name}" has no SendMessage access to its dead-letter queue "${p.queue}"`,
  },
});

/** ENV3013: no SendMessage access to the dead-letter queue, which Lambda checks when it creates the function. */
export const deadLetterRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, { deadLetterQueue: queue, access }] of Object.entries(environment.functions)) {
      if (queue === undefined || environment.queues[queue] === undefined) continue;
      if (access.queues[queue]?.includes('SendMessage')) continue;
      const help = `set access to { queues: { ${queue}: [SendMessage] } }`;
      yield diagnose('dead-letter-access', at(['functions', name, 'deadLetterQueue']), { name, queue }, { help });
    }
  },
};
