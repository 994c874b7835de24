// Finds the functions that consume a queue.

import type { Environment } from '../../../schema/environment.generated';

/** The functions that receive messages of a queue, by name. */
export function consumersOf({ functions }: Environment, queue: string): string[] {
  return Object.entries(functions).flatMap(([name, { access }]) =>
    access.queues[queue]?.includes('ReceiveMessage') === true ? [name] : [],
  );
}
