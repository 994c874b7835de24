// One invocation of a function by a trigger, recorded with its outcome.

import { type FailedItems, failedItems } from '../../model/batch-answer';
import { ThrottledInvocation } from '../functions/concurrency-limit';
import { createTraceId } from '../run-observer';
import { outcomeOf } from './deliveries';
import { type EndedDelivery, messageOf, type TriggerParts } from './trigger-parts';

/** An invocation. */
export interface Invocation {
  readonly functionArn: string;
  readonly event: unknown;
  /** The identifiers of the records, by which the function names failed ones; undefined for an event without records. */
  readonly itemIds?: readonly string[];
}

/** The result: the records that the function named as failed, or an invocation that ended with an error or was throttled. */
export type AttemptResult =
  | { readonly is: 'answered'; readonly failed: FailedItems }
  | { readonly is: 'failed' | 'throttled'; readonly reason: string };

/** Invokes a function once. `ended` is called with the delivery. */
export async function attempt(
  { functionArn, event, itemIds }: Invocation,
  parts: Pick<TriggerParts, 'clock' | 'invoke' | 'failed'>,
  ended: (delivery: EndedDelivery) => void,
): Promise<AttemptResult> {
  const [at, begun, traceId] = [parts.clock.now(), performance.now(), createTraceId()];
  const records = itemIds?.length ?? 1;
  const end = (rest: Pick<EndedDelivery, 'outcome' | 'failed' | 'reason'>) =>
    ended({ at, traceId, records, milliseconds: performance.now() - begun, ...rest });
  try {
    const payload = await parts.invoke(functionArn, event, traceId);
    const failed: FailedItems = itemIds === undefined ? new Set<string>() : failedItems(payload, itemIds);
    end({ ...outcomeOf(failed, records), reason: undefined });
    return { is: 'answered', failed };
  } catch (error) {
    const is = error instanceof ThrottledInvocation ? 'throttled' : 'failed';
    const [reason = ''] = messageOf(error).split('\n');
    end({ outcome: is, failed: records, reason });
    if (is === 'failed') parts.failed(functionArn, error);
    return { is, reason };
  }
}
