// The JSON values about triggers that the console's server sends to its page. Times are in milliseconds since 1970, durations in
// milliseconds.

import type { CallStep, CutText, ValueSeries } from './api';
import type { Cause, CausedDelivery, DeliveryOutcome, DeliveryRow, TriggerName } from './caused-api';

/** The position of a trigger in the shard of a stream. */
export interface ShardRow {
  readonly waiting: number;
  readonly ageSeconds: number;
  /** The sequence number up to which all records are done. */
  readonly checkpoint: string;
}

/** A trigger. */
export interface TriggerRow extends TriggerName {
  /** Records or messages that the trigger has read and not finished. */
  readonly waiting: number;
  /** The next time of a schedule, on the clock of limits. */
  readonly nextAt: number | null;
  readonly shards: readonly ShardRow[];
  /** The queue that gets what is given up, with its number of messages. */
  readonly deadLetters: { readonly queue: string; readonly messages: number } | null;
  /** Deliveries since the start of the run. */
  readonly counts: Readonly<Partial<Record<DeliveryOutcome, number>>>;
  readonly inProgress: number;
}

/** A trigger with its latest deliveries, the newest first, and its values of the last minutes. */
export interface TriggerDetail extends TriggerRow {
  /** The present on the clock of limits. */
  readonly now: number;
  readonly times: readonly number[];
  /** The messages of the queue, or the iterator age of the stream; null for a schedule. */
  readonly series: ValueSeries | null;
  readonly deliveries: readonly DeliveryRow[];
}

/** A delivery with everything that is known about it. */
export interface DeliveryDetail extends CausedDelivery {
  readonly causes: readonly Cause[];
  /** The requests at the begin of the chain. */
  readonly requests: readonly Cause[];
  readonly event: CutText;
  readonly storeCalls: readonly CallStep[];
  readonly lines: readonly { readonly at: number; readonly text: string }[];
}
