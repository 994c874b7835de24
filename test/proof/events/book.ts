// The book of a proof of events: payments that were stored, messages that arrived, and deliveries that were given up.

import { expect } from 'chai';
import { type Delivery, EVENT_TYPES, type PaymentEvent } from '../../../contract/events';
import type { Status } from '../../../contract/states';
import type { ReceivedMessage } from './receiver';

/** The counts of the proofs of a process. */
export const EVENT_COUNTS = {
  payments: 0,
  events: 0,
  messages: 0,
  repeated: 0,
  reordered: 0,
  faults: 0,
  kills: 0,
  'given up': 0,
  lost: 0,
  'not stored': 0,
};

/** The states of a payment, in the order of its versions. */
export type States = readonly Status[];

/** Compares the messages with the stored payments. Returns the events that were accepted by no receiver. */
export function closeBook(stored: ReadonlyMap<string, States>, messages: readonly ReceivedMessage[]): Set<string> {
  const expected = new Map<string, string>();
  for (const [payment, states] of stored)
    states.forEach((status, at) => {
      expected.set(`${payment} ${at + 1}`, EVENT_TYPES[status]);
    });
  const ids = new Map<string, string>();
  const bodies = new Map<string, string>();
  const highest = new Map<string, number>();
  for (const { event, body, headers } of messages) {
    const name = nameOf(event);
    const version = event.data.version;
    expect(event.type, `${name} was not stored`).to.equal(expected.get(name));
    expect(headers['webhook-id'], name).to.equal(event.id);
    // Each copy of an event is the same, and each event has its own id.
    expect(ids.get(name) ?? event.id, `${name} has two ids`).to.equal(event.id);
    expect(bodies.get(event.id) ?? body, `${name} differs between copies`).to.equal(body);
    if (bodies.has(event.id)) EVENT_COUNTS.repeated += 1;
    else if (version < (highest.get(event.subject) ?? 0)) EVENT_COUNTS.reordered += 1;
    highest.set(event.subject, Math.max(version, highest.get(event.subject) ?? 0));
    ids.set(name, event.id);
    bodies.set(event.id, body);
  }
  EVENT_COUNTS.payments += stored.size;
  EVENT_COUNTS.events += bodies.size;
  EVENT_COUNTS.messages += messages.length;
  for (const { event, isAccepted } of messages) if (isAccepted) expected.delete(nameOf(event));
  return new Set(expected.keys());
}

/** The order in which events were first sent to the queue of deliveries. */
export class PublishedOrder {
  private readonly first = new Map<string, number>();
  private readonly late: string[] = [];

  sent(bodies: readonly string[]): void {
    for (const body of bodies) {
      const { event } = JSON.parse(body) as Delivery;
      const { subject, data } = event;
      const highest = this.first.get(subject) ?? 0;
      if (data.version > highest + 1) this.late.push(`${nameOf(event)} after version ${highest}`);
      this.first.set(subject, Math.max(highest, data.version));
    }
  }

  /** Each version was sent after the one before it. */
  check(): void {
    expect(this.late).to.deep.equal([]);
  }
}

/** The name of an event: its payment and its version. */
export function nameOf({ subject, data }: PaymentEvent): string {
  return `${subject} ${data.version}`;
}

/** Prints the counts after the tests of a file, and begins again for the next file. */
export function printEventCounts(): void {
  after(() => {
    if (EVENT_COUNTS.payments === 0) return;
    const counts = Object.entries(EVENT_COUNTS).map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`);
    console.log(`  events proved: ${counts.join(', ')}`);
    Object.assign(EVENT_COUNTS, Object.fromEntries(Object.keys(EVENT_COUNTS).map((what) => [what, 0])));
  });
}
