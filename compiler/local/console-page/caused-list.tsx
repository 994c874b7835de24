// What a request or a delivery caused: deliveries by triggers, and the messages that they sent.

import type { CausedDelivery, MessageLink } from '../console/caused-api';
import { duration } from './format';
import { Outcome } from './outcome';
import { linkTo } from './route';

interface Caused {
  readonly caused: readonly CausedDelivery[];
  readonly messages?: readonly MessageLink[];
}

/** The deliveries and messages as a tree. Empty if nothing was caused. */
export function CausedList({ caused, messages = [] }: Caused) {
  if (caused.length + messages.length === 0) return null;
  return (
    <section>
      <h3>What it caused</h3>
      <Tree caused={caused} messages={messages} />
    </section>
  );
}

function Tree({ caused, messages = [] }: Caused) {
  if (caused.length + messages.length === 0) return null;
  return (
    <ul class="caused">
      {messages.map(({ id, subject }) => (
        <li key={`message ${id}`}>
          <a href={linkTo('inbox', { message: String(id) })}>Webhook: {subject}</a>
        </li>
      ))}
      {caused.map((delivery) => (
        <li key={delivery.number}>
          <a href={linkTo('triggers', { delivery: String(delivery.number) })}>
            {delivery.from} to {delivery.functionName}
          </a>{' '}
          <Outcome delivery={delivery} />{' '}
          <small>
            {delivery.outcome === 'in progress' ? '' : duration(delivery.milliseconds)}
            {delivery.records > 1 && `, with ${delivery.records} records`}
            {delivery.attempt > 1 && `, attempt ${delivery.attempt}`}
          </small>
          <Tree caused={delivery.caused} messages={delivery.messages} />
        </li>
      ))}
    </ul>
  );
}
