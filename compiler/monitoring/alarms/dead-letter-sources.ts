// The parts of a system whose failures end in dead-letter queues.

import type { Environment, LambdaFunction } from '../../../schema/environment.generated';
import { specPath } from '../../../schema/spec-path';
import type { PathStep } from '../../source/spec-node';

/** A part that sends its failures to a dead-letter queue. */
export interface DeadLetterSource {
  readonly part: 'function' | 'queue' | 'trigger';
  readonly name: string;
  /** The logical name of the dead-letter queue. */
  readonly queue: string;
  /** The field that names the dead-letter queue. */
  readonly path: readonly PathStep[];
}

/** The sources of all dead-letter queues, in the order of the spec. */
export function deadLetterSources({ functions, queues }: Environment): DeadLetterSource[] {
  return [
    ...Object.entries(functions).flatMap(([name, { triggers }]) => triggerSources(name, triggers)),
    ...Object.entries(functions).flatMap(([name, { deadLetterQueue: queue }]): DeadLetterSource[] =>
      queue === undefined
        ? []
        : [{ part: 'function', name, queue, path: specPath('functions', name, 'deadLetterQueue') }],
    ),
    ...Object.entries(queues).flatMap(([name, { deadLetterQueue }]): DeadLetterSource[] =>
      deadLetterQueue === undefined
        ? []
        : [
            {
              part: 'queue',
              name,
              queue: deadLetterQueue.queue,
              path: specPath('queues', name, 'deadLetterQueue', 'queue'),
            },
          ],
    ),
  ];
}

/** The queue of a table's changes that failed, and of a schedule's events. */
function triggerSources(lambda: string, triggers: LambdaFunction['triggers']): DeadLetterSource[] {
  return Object.entries(triggers).flatMap(([name, trigger]) =>
    (['onFailure', 'deadLetterQueue'] as const).flatMap((field): DeadLetterSource[] => {
      const queue = trigger[field];
      const path = specPath('functions', lambda, 'triggers', name, field);
      return queue === undefined ? [] : [{ part: 'trigger', name: `${lambda}.${name}`, queue, path }];
    }),
  );
}
