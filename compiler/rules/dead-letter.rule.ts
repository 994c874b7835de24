// A function may send to its dead-letter queue.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3013: a dead-letter queue without the right to send to it, which Lambda checks when it creates the function. */
export const deadLetterRule: Rule = ({ environment, at }) =>
  Object.entries(environment.functions).flatMap(([name, { deadLetterQueue: queue, access }]) => {
    if (queue === undefined || environment.queues[queue] === undefined) return [];
    if (access.queues[queue]?.includes('SendMessage')) return [];
    const help = `access: { queues: { ${queue}: [SendMessage] } }`;
    return [diagnose('dead-letter-access', at(['functions', name, 'deadLetterQueue']), { name, queue }, { help })];
  });
