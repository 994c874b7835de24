// Sends dead deliveries to their webhooks again.

import { type Delivery, isDelivery, revived } from '../../../../contract/events';
import type { MessageOutcome } from './redrive-queue';

/** Returns the function that sends the delivery of a message to the queue of deliveries, with all its attempts before it. */
export function sendDeliveries(send: (body: string) => Promise<unknown>): (body: string) => Promise<MessageOutcome> {
  return async (body) => {
    const delivery = readDelivery(body);
    if (delivery === undefined) return { is: 'kept', text: 'not a delivery to a webhook' };
    const { webhook, event } = delivery;
    await send(JSON.stringify(revived(delivery)));
    return { is: 'done', text: `${event.type} of ${event.subject}: sent to ${webhook} again` };
  };
}

function readDelivery(body: string): Delivery | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isDelivery(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
