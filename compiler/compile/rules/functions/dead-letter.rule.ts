// Checks that a function can send to its dead-letter queue.

import { defineDiagnostics } from '../../../diagnostics/definition';
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
  'dead-letter-order': {
    code: 'ENV3265',
    severity: 'error',
    summary: 'The dead-letter queue of a function is a FIFO queue.',
    explanation: [
      'Lambda sends failed asynchronous invocations to standard queues only (AWS Lambda Developer Guide, "Adding a dead-letter queue").',
      'A FIFO queue also rejects messages without a message group.',
    ],
    message: (p: { name: string; queue: string }) =>
      `dead-letter queue "${p.queue}" of function "${p.name}" is a FIFO queue; Lambda requires a standard queue`,
  },
});

/** ENV3013: no SendMessage access to the dead-letter queue, which Lambda checks when it creates the function. ENV3265: a FIFO queue. */
export const deadLetterRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, { deadLetterQueue: queue, access }] of Object.entries(environment.functions)) {
      const settings = queue === undefined ? undefined : environment.queues[queue];
      if (queue === undefined || settings === undefined) continue;
      if (settings.fifo !== undefined) {
        const place = at(['functions', name, 'deadLetterQueue']);
        yield diagnose('dead-letter-order', place, { name, queue }, { help: 'name a standard queue' });
      }
      if (access.queues[queue]?.includes('SendMessage')) continue;
      const help = `set access to { queues: { ${queue}: [SendMessage] } }`;
      yield diagnose('dead-letter-access', at(['functions', name, 'deadLetterQueue']), { name, queue }, { help });
    }
  },
};
