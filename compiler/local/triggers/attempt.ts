// One invocation of a function by a trigger, recorded with its outcome.

import { type FailedItems, failedItems } from '../../model/batch-answer';
import { ThrottledInvocation } from '../functions/concurrency-limit';
import { createTraceId } from '../run-observer';
import { type BegunDelivery, outcomeOf } from './deliveries';
import { messageOf, type TriggerParts } from './trigger-parts';

/** An invocation. */
export interface Invocation extends Pick<BegunDelivery, 'event' | 'attempt' | 'isPart' | 'causes'> {
  /** The logical name of the trigger's resource. */
  readonly trigger: string;
  readonly functionArn: string;
  /** The identifiers of the records, by which the function names failed ones; undefined for an event without records. */
  readonly itemIds?: readonly string[];
}

/** The result: the records that the function named as failed, or an invocation that ended with an error or was throttled. */
export type AttemptResult =
  | { readonly is: 'answered'; readonly failed: FailedItems }
  | { readonly is: 'failed' | 'throttled'; readonly reason: string };

/** Invokes a function once. */
export async function attempt(
  { trigger, functionArn, itemIds, ...rest }: Invocation,
  parts: Pick<TriggerParts, 'clock' | 'invoke' | 'failed' | 'log'>,
): Promise<AttemptResult> {
  const traceId = createTraceId();
  const records = itemIds?.length ?? 1;
  const end = parts.log.begin(trigger, { at: parts.clock.now(), traceId, records, ...rest });
  try {
    const payload = await parts.invoke(functionArn, rest.event, traceId);
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
