// Asynchronous invocations: Lambda repeats a failed one, and then sends its event to the dead-letter queue of the function (AWS Lambda
// Developer Guide, "How Lambda handles errors and retries with asynchronous invocation" and "Adding a dead-letter queue").

import { randomUUID } from 'node:crypto';
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

/** The waits before the repetitions of an event that failed, in milliseconds. */
const RETRY_DELAYS = [60_000, 120_000] as const;

/** The waits after throttles, and the age at which an event is given up, in milliseconds. */
const THROTTLE = { first: 1000, most: 300_000, age: 21_600_000 } as const;

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
  let throttleDelay: number = THROTTLE.first;
  let reason = '';
  for (;;) {
    invocations += 1;
    const invocation = { trigger, functionArn, event, attempt: invocations, isPart: false, causes: [] };
    const result = await attempt(invocation, parts);
    if (result.is === 'answered') return;
    ({ reason } = result);
    const isThrottled = result.is === 'throttled';
    const delay = isThrottled ? throttleDelay : RETRY_DELAYS[failures];
    if (isThrottled) throttleDelay = Math.min(throttleDelay * 2, THROTTLE.most);
    else failures += 1;
    if (delay === undefined || clock.now() + delay - accepted > THROTTLE.age) break;
    if (!(await parts.wait(delay))) return;
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
