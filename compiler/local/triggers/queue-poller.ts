// Delivers the messages of a queue to a function, as an event source mapping does (AWS Lambda Developer Guide, "Using Lambda with
// Amazon SQS").

import type { FailedItems } from '../../model/batch-answer';
import { QueueScaling } from '../../model/queue-scaling';
import { queueThrottleDelay } from '../../model/retry-delays';
import type { JsonObject } from '../front/call';
import { secondsOf } from '../run-clock';
import { attempt } from './attempt';
import { isWanted, type RunningTrigger, type TriggerParts } from './trigger-parts';
import type { QueueMapping } from './trigger-settings';

/** A message as ReceiveMessage returns it. */
interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, JsonObject>>;
}

/** The maximum payload of an invocation ("Lambda quotas"). */
const MOST_BYTES = 6_000_000;

/** The maximum number of messages of one receive (Amazon SQS API Reference, ReceiveMessage). */
const MOST_RECEIVED = 10;

/** How often an idle mapping looks for messages that became visible, in milliseconds. */
const INTERVAL = 1000;

/** Starts to deliver the messages of a queue. */
export function pollQueue(mapping: QueueMapping, parts: TriggerParts): RunningTrigger {
  const { clock, callQueue } = parts;
  const scaling = new QueueScaling(mapping.maximumConcurrency, secondsOf(clock));
  const isFifo = mapping.sourceArn.endsWith('.fifo');
  let collected: { readonly messages: Message[]; readonly since: number } | undefined;
  let delivering = 0;
  let messagesInProgress = 0;
  let isPumping = false;
  let isWoken = false;
  let isStopped = false;
  let cancel = () => {};

  const call = (operation: string, request: JsonObject) => callQueue(operation, mapping.sourceArn, request);

  async function receive(count: number): Promise<Message[]> {
    const { body } = await call('ReceiveMessage', {
      MaxNumberOfMessages: Math.min(count, MOST_RECEIVED),
      MessageAttributeNames: ['All'],
      AttributeNames: ['All'],
    });
    const messages = (body.Messages ?? []) as Message[];
    const wanted = messages.filter((message) => isWanted(mapping.filters, filteredView(message)));
    // Lambda deletes the messages that no filter wants.
    for (const message of messages) if (!wanted.includes(message)) await remove(message);
    return messages.length > 0 && wanted.length === 0 ? receive(count) : wanted;
  }

  const remove = ({ ReceiptHandle }: Message) => call('DeleteMessage', { ReceiptHandle });

  /** A full batch, or what was collected when the window ends; undefined if there is nothing to deliver yet. */
  async function collect(): Promise<Message[] | undefined> {
    const messages = collected?.messages ?? [];
    const since = collected?.since ?? clock.now();
    while (messages.length < mapping.batchSize) {
      const more = await receive(mapping.batchSize - messages.length);
      messages.push(...more);
      // The messages of a group become available when those before them are deleted.
      if (more.length === 0 || isFifo) break;
    }
    const isFull = messages.length >= mapping.batchSize || bytesOf(messages) > MOST_BYTES;
    const isDue = messages.length > 0 && clock.now() >= since + mapping.windowSeconds * 1000;
    if (!isFull && !isDue) {
      collected = messages.length === 0 ? undefined : { messages, since };
      return undefined;
    }
    collected = undefined;
    return fitting(messages);
  }

  /** The messages that fit in an invocation. The others become visible again, in their order. */
  async function fitting(messages: Message[]): Promise<Message[]> {
    while (messages.length > 1 && bytesOf(messages) > MOST_BYTES) {
      const last = messages.pop();
      await call('ChangeMessageVisibility', { ReceiptHandle: last?.ReceiptHandle, VisibilityTimeout: 0 });
    }
    return messages;
  }

  async function pump(): Promise<void> {
    isWoken = true;
    if (isPumping) return;
    isPumping = true;
    try {
      while (isWoken && !isStopped) {
        isWoken = false;
        while (!isStopped && delivering < scaling.limit(secondsOf(clock), delivering > 0)) {
          const batch = await collect();
          if (batch === undefined) break;
          void parts.during(() => deliver(batch));
        }
      }
    } finally {
      isPumping = false;
    }
  }

  async function deliver(batch: readonly Message[]): Promise<void> {
    delivering += 1;
    messagesInProgress += batch.length;
    const failed = await invokeUntilHidden(batch);
    for (const message of batch) if (failed !== 'all' && !failed.has(message.MessageId)) await remove(message);
    delivering -= 1;
    messagesInProgress -= batch.length;
    void pump();
  }

  /** Invokes the function, and again after a throttle while the messages are hidden. */
  async function invokeUntilHidden(batch: readonly Message[]): Promise<FailedItems> {
    const hiddenUntil = clock.now() + mapping.visibilityTimeoutSeconds * 1000;
    for (let throttles = 0; ; throttles += 1) {
      const failed = await invoke(batch, throttles);
      if (failed !== 'throttled') return failed;
      const delay = queueThrottleDelay(throttles + 1) * 1000;
      if (clock.now() + delay >= hiddenUntil || !(await parts.wait(delay))) return 'all';
    }
  }

  async function invoke(batch: readonly Message[], throttles: number): Promise<FailedItems | 'throttled'> {
    const event = { Records: batch.map((message) => recordOf(message, mapping, parts.region)) };
    const itemIds = batch.map(({ MessageId }) => MessageId);
    const invocation = {
      ...{ trigger: mapping.id, functionArn: mapping.functionArn, event, itemIds, isPart: false },
      attempt: Math.max(...batch.map(({ Attributes }) => Number(Attributes?.ApproximateReceiveCount ?? 1))) + throttles,
      causes: [...new Set(itemIds.flatMap((id) => parts.log.senderOf(id) ?? []))],
    };
    const result = await attempt(invocation, parts);
    if (result.is === 'answered') return result.failed;
    return result.is === 'throttled' ? 'throttled' : 'all';
  }

  const poll = () => {
    cancel = clock.after(INTERVAL, () => {
      void pump();
      poll();
    });
  };
  poll();
  void pump();
  return {
    position: () => ({
      waiting: messagesInProgress + (collected?.messages.length ?? 0),
      nextAt: undefined,
      shards: [],
    }),
    wake: () => void pump(),
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

function bytesOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { Body }) => sum + Buffer.byteLength(Body), 0);
}

/** The view of a message that filters see: its body, parsed if it is JSON. */
function filteredView({ Body }: Message): JsonObject {
  try {
    return { body: JSON.parse(Body) as unknown };
  } catch {
    return { body: Body };
  }
}

/** A message as a function gets it (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
function recordOf(message: Message, { sourceArn }: QueueMapping, awsRegion: string): JsonObject {
  const { MessageId, ReceiptHandle, Body, MD5OfBody, Attributes = {}, MessageAttributes = {} } = message;
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes,
    messageAttributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue, BinaryValue, DataType }]) => [
        name,
        {
          ...(StringValue !== undefined && { stringValue: StringValue }),
          ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
          dataType: DataType,
        },
      ]),
    ),
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: sourceArn,
    awsRegion,
  };
}
