// Publishes the changes of a table's stream: an event for each new state of a payment.

import type { EventLog } from './event-log';
import { eventOfChange, UnpublishableError } from './payment-events';
import type { PositionedEvent, SendEvents } from './sender';
import { readRecord, type StreamRecord } from './stream-record';

/** The dependencies of the publisher. */
export interface PublisherDependencies {
  readonly source: string;
  readonly send: SendEvents;
  readonly log: EventLog;
}

/** The result of a batch (AWS Lambda, "Reporting batch item failures"): the first record to repeat, with all that follow. */
export interface BatchResult {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Publishes a batch of records. `hasTime` is false when the function must return. */
export type Publisher = (records: readonly StreamRecord[], hasTime: () => boolean) => Promise<BatchResult>;

/**
 * Creates the publisher.
 *
 * Each event is sent at least once: Lambda repeats a batch from its first failed record, and an event has the same id each time.
 */
export function createPublisher({ source, send, log }: PublisherDependencies): Publisher {
  return async (records, hasTime) => {
    const changes = records.map(readRecord);
    const events = changes.flatMap((change, position): PositionedEvent[] => {
      try {
        const event = eventOfChange(change.before, change.after, { source, changedAt: change.changedAt });
        return event === undefined ? [] : [{ position, event }];
      } catch (error) {
        if (!(error instanceof UnpublishableError)) throw error;
        const { sequenceNumber } = change;
        // A retry would fail as well, and block all later changes. Reconciliation finds the missing event too.
        const line = { message: 'event not publishable', sequenceNumber, failure: error.message } as const;
        log('error', line, { EventsUnpublishable: 1 });
        return [];
      }
    });
    const failed = await send(events, hasTime);
    const published = events.filter(({ position }) => position < failed).length;
    const failedRecords = Math.max(0, records.length - failed);
    const line = { message: 'events published', records: records.length, events: published, failedRecords } as const;
    log(failedRecords > 0 ? 'error' : 'info', line, { EventsPublished: published });
    const { sequenceNumber } = changes[failed] ?? {};
    return { batchItemFailures: sequenceNumber === undefined ? [] : [{ itemIdentifier: sequenceNumber }] };
  };
}
