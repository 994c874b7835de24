// The log of the publisher, the deliverer and the reconciliation: JSON lines with metrics, and without payloads, addresses and secrets.

import { EVENT_METRICS, type EventMetric } from '../../contract/event-metrics';
import type { DeathReason, EventType } from '../../contract/events';
import { embedMetrics } from '../embedded-metrics';

/** The fields of a line. */
export interface EventLogEntry {
  readonly message:
    | 'events published'
    | 'events not sent'
    | 'events not recorded'
    | 'event not publishable'
    | 'delivery attempted'
    | 'delivery given up'
    | 'message not readable'
    | 'message not handled'
    | 'webhook disabled'
    | 'health not known'
    | 'payments reconciled'
    | 'payments differ from events';
  readonly records?: number | undefined;
  readonly events?: number | undefined;
  readonly failedRecords?: number | undefined;
  readonly webhook?: string | undefined;
  readonly eventId?: string | undefined;
  readonly eventType?: EventType | undefined;
  readonly paymentId?: string | undefined;
  readonly attempt?: number | undefined;
  readonly statusCode?: number | undefined;
  readonly durationMilliseconds?: number | undefined;
  readonly retryInSeconds?: number | undefined;
  readonly reason?: DeathReason | undefined;
  readonly failure?: string | undefined;
  readonly errorName?: string | undefined;
  readonly sequenceNumber?: string | undefined;
  readonly day?: string | undefined;
  readonly currency?: string | undefined;
  readonly status?: string | undefined;
  readonly payments?: string | undefined;
  readonly ledger?: string | undefined;
}

/** The values of metrics. */
export type MetricCounts = { readonly [M in EventMetric]?: number };

/** Writes a line of the log, with metrics in CloudWatch's embedded format. */
export type EventLog = (level: 'info' | 'error', entry: EventLogEntry, counts?: MetricCounts) => void;

/** Creates a log that passes each line to a writer. */
export function createEventLog(write: (line: string) => void, now: () => Date, metricsNamespace: string): EventLog {
  return (level, entry, counts = {}) => {
    const time = now();
    const metrics = Object.keys(counts).length === 0 ? {} : embedMetrics(counts, EVENT_METRICS, metricsNamespace, time);
    write(`${JSON.stringify({ level, time: time.toISOString(), ...entry, ...metrics })}\n`);
  };
}
