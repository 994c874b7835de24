// Finds the functions that consume a queue.

import type { Environment } from '../../../../schema/environment.generated';

/** The functions that receive messages of a queue by a trigger or by themselves, by name. */
export function consumersOf({ functions }: Environment, queue: string): string[] {
  return Object.entries(functions).flatMap(([name, { access, triggers }]) => {
    const isTriggered = Object.values(triggers).some((trigger) => trigger.queue === queue);
    return isTriggered || access.queues[queue]?.includes('ReceiveMessage') === true ? [name] : [];
  });
}
