// The deliveries of triggers: the last ones of each trigger, and their numbers.

import type { FailedItems } from '../../model/batch-answer';

/** The kind of a trigger's source. */
export type TriggerSource = 'queue' | 'stream' | 'schedule';

/** A trigger of a function. */
export interface TriggerIdentity {
  /** The logical name of its resource. */
  readonly id: string;
  /** The name of the function on AWS. */
  readonly functionName: string;
  readonly source: TriggerSource;
  /** The name of the queue or table, or the expression of the schedule. */
  readonly from: string;
}

/** An invocation by a trigger, or records that were given up. */
export interface Delivery {
  readonly number: number;
  /** When it began, in milliseconds since 1970 on the run's clock. */
  readonly at: number;
  /** The root of the invocation's trace; undefined for records that were given up. */
  readonly traceId: string | undefined;
  readonly records: number;
  /** The number of records that failed. */
  readonly failed: number;
  readonly outcome: 'done' | 'partly failed' | 'failed' | 'throttled' | 'given up';
  /** The reason of a failure, in its first line. */
  readonly reason: string | undefined;
  readonly milliseconds: number;
}

/** A trigger with its deliveries. */
export interface TriggerState extends TriggerIdentity {
  /** The deliveries by outcome since the start of the run. */
  readonly counts: Readonly<Partial<Record<Delivery['outcome'], number>>>;
  /** The last deliveries, the newest first. */
  readonly deliveries: readonly Delivery[];
  /** Records or messages that Lambda has read and not finished; for a schedule the next time, in milliseconds. */
  readonly waiting: number;
  readonly nextAt: number | undefined;
}

/** Records deliveries of triggers. */
export interface DeliveryLog {
  add(trigger: string, delivery: Omit<Delivery, 'number'>): void;
  of(trigger: string): Pick<TriggerState, 'counts' | 'deliveries'>;
}

/** The number of deliveries that are kept for each trigger. */
const MOST_KEPT = 50;

/** Creates an empty log. `changed` is called after each delivery. */
export function createDeliveryLog(changed: () => void): DeliveryLog {
  const logs = new Map<string, { readonly counts: Record<string, number>; readonly deliveries: Delivery[] }>();
  let number = 0;
  return {
    add(trigger, delivery) {
      const log = logs.get(trigger) ?? { counts: {}, deliveries: [] };
      logs.set(trigger, log);
      number += 1;
      log.counts[delivery.outcome] = (log.counts[delivery.outcome] ?? 0) + 1;
      log.deliveries.unshift({ ...delivery, number });
      log.deliveries.splice(MOST_KEPT);
      changed();
    },
    of: (trigger) => logs.get(trigger) ?? { counts: {}, deliveries: [] },
  };
}

/** The outcome of an invocation with a number of records. */
export function outcomeOf(failed: FailedItems, records: number): Pick<Delivery, 'outcome' | 'failed'> {
  if (failed === 'all' || failed.size === records) return { outcome: 'failed', failed: records };
  return { outcome: failed.size === 0 ? 'done' : 'partly failed', failed: failed.size };
}
