// Asynchronous invocations: Lambda repeats a failed one, and then sends its event to the dead-letter queue of the function (AWS Lambda
// Developer Guide, "How Lambda handles errors and retries with asynchronous invocation" and "Adding a dead-letter queue").

import { randomUUID } from 'node:crypto';
import { ASYNC_RETRIES, asyncThrottleDelay } from '../../model/retry-delays';
import { attempt } from './attempt';
import type { TriggerParts } from './trigger-parts';
import { nameIn } from './trigger-settings';

/** An event for a function. */
export interface AsyncEvent {
  /** The logical name of the trigger's resource. */
  readonly trigger: string;
  readonly functionArn: string;
  readonly event: unknown;
  /** The dead-letter queue of the function; undefined means none. */
  readonly deadLetterArn: string | undefined;
}

/** The maximum length of an error message in a dead letter, in characters. */
const LONGEST_MESSAGE = 1024;

/** Invokes a function until it succeeds or the event is given up. */
export async function invokeAsync(
  { trigger, functionArn, event, deadLetterArn }: AsyncEvent,
  parts: TriggerParts,
): Promise<void> {
  const { clock } = parts;
  const accepted = clock.now();
  const requestId = randomUUID();
  let failures = 0;
  let invocations = 0;
  const { afterFailures, mostAgeSeconds } = ASYNC_RETRIES;
  let throttles = 0;
  let reason = '';
  for (;;) {
    invocations += 1;
    const invocation = { trigger, functionArn, event, attempt: invocations, isPart: false, causes: [] };
    const result = await attempt(invocation, parts);
    if (result.is === 'answered') return;
    ({ reason } = result);
    const isThrottled = result.is === 'throttled';
    const seconds = isThrottled ? asyncThrottleDelay(throttles + 1) : afterFailures[failures];
    if (isThrottled) throttles += 1;
    else failures += 1;
    if (seconds === undefined || clock.now() + seconds * 1000 - accepted > mostAgeSeconds * 1000) break;
    if (!(await parts.wait(seconds * 1000))) return;
  }
  parts.record('AsyncEventsDropped', nameIn(functionArn), 1);
  parts.log.giveUp(trigger, { at: clock.now(), records: 1, attempt: invocations, causes: [], reason });
  if (deadLetterArn === undefined) return;
  const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
  await parts.callQueue('SendMessage', deadLetterArn, {
    MessageBody: JSON.stringify(event),
    MessageAttributes: {
      RequestID: text(requestId),
      ErrorCode: text('200', 'Number'),
      ErrorMessage: text(reason.slice(0, LONGEST_MESSAGE) || 'Unhandled'),
    },
  });
}
