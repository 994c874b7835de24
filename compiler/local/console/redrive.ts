// Redrives a queue: moves the messages back to the queue that they come from, or replays the requests that they contain.

import { type DeadLetter, isDeadLetter, replayRequest } from '../../../contract/dead-letter';
import { isDelivery, revived } from '../../../contract/events';
import type { JsonObject } from '../front/call';
import { LOCAL_ACCOUNT, type LocalResources } from '../local-values';
import type { Stores } from '../stores/stores';
import type { RedriveResult } from './api';
import type { SentRequest } from './console-client';

/** Maximum number of messages of one redrive. */
const MOST_MESSAGES = 1000;

/** How long received messages are hidden from other receivers, in seconds. */
const VISIBILITY_SECONDS = 60;

/** The parts of a run that a redrive uses. */
export interface RedriveParts {
  readonly stores: Pick<Stores, 'perform' | 'queues' | 'sqs'>;
  readonly resources: LocalResources;
  /** The path of the API's stage, such as `/prod`. */
  readonly stagePath: string;
  /** Sends a request to the API. */
  readonly send: (request: SentRequest) => Promise<{ readonly statusCode: number; readonly requestId: string }>;
}

interface Received {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
}

type Outcome = { readonly isDone: boolean; readonly text: string; readonly requestId: string | null };

/** Redrives the messages that wait in a queue. Processed ones are deleted, others stay; undefined for an unknown queue. */
export async function redrive(queue: string, parts: RedriveParts): Promise<RedriveResult | undefined> {
  const { stores, resources } = parts;
  const held = stores.queues().find(({ name }) => name === queue);
  if (held === undefined) return undefined;
  const QueueUrl = urlOf(stores, queue);
  const source = sourceOf(queue, resources);
  const results: Outcome[] = [];
  const kept: Received[] = [];
  const wanted = Math.min(held.waiting.length, MOST_MESSAGES);
  while (results.length < wanted) {
    const messages = await receive(stores, QueueUrl, Math.min(10, wanted - results.length));
    if (messages.length === 0) break;
    for (const message of messages) {
      const outcome = source === undefined ? await replay(message, parts) : await moveTo(source, message, stores);
      results.push(outcome);
      if (outcome.isDone) await call(stores, 'DeleteMessage', { QueueUrl, ReceiptHandle: message.ReceiptHandle });
      else kept.push(message);
    }
  }
  for (const { ReceiptHandle } of kept)
    await call(stores, 'ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
  const processed = results.filter(({ isDone }) => isDone).length;
  return {
    processed,
    kept: results.length - processed,
    results: results.map(({ text, requestId }) => ({ text, requestId })),
  };
}

function urlOf({ sqs }: Pick<Stores, 'sqs'>, queue: string): string {
  return `${sqs}/${LOCAL_ACCOUNT}/${queue}`;
}

/** The queue whose failed messages go to a dead-letter queue. */
function sourceOf(queue: string, resources: LocalResources): string | undefined {
  const policy = resources
    .of('aws:sqs/redrivePolicy:RedrivePolicy')
    .find(({ inputs }) => inputs.redrivePolicy.includes(`:${queue}"`));
  return policy?.inputs.queueUrl.split('/').at(-1);
}

async function receive(stores: RedriveParts['stores'], QueueUrl: string, count: number): Promise<readonly Received[]> {
  const request = { QueueUrl, MaxNumberOfMessages: count, VisibilityTimeout: VISIBILITY_SECONDS, WaitTimeSeconds: 0 };
  const { Messages = [] } = await call(stores, 'ReceiveMessage', request);
  return Messages as readonly Received[];
}

async function moveTo(source: string, { MessageId, Body }: Received, stores: RedriveParts['stores']): Promise<Outcome> {
  await call(stores, 'SendMessage', { QueueUrl: urlOf(stores, source), MessageBody: reviveDelivery(Body) });
  return { isDone: true, text: `${MessageId}: moved to ${source}`, requestId: null };
}

async function replay({ MessageId, Body }: Received, { send, stagePath }: RedriveParts): Promise<Outcome> {
  const letter = readLetter(Body);
  if (letter === undefined) return keep(`${MessageId}: the message contains no request`);
  if (letter.method === 'GET' || letter.method === 'HEAD')
    return { isDone: true, text: `${MessageId}: ${letter.method} needs no replay`, requestId: null };
  if (letter.replay === undefined) return keep(`${MessageId}: the message does not contain a replay`);
  const { method, path, body } = replayRequest(letter.replay);
  const { statusCode, requestId } = await send({
    method,
    target: stagePath + path,
    headers: [['Content-Type', 'application/json']],
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  return { isDone: statusCode < 400, text: `${MessageId}: ${method} ${path} answered ${statusCode}`, requestId };
}

function keep(text: string): Outcome {
  return { isDone: false, text, requestId: null };
}

/** A delivery that was given up begins again; other messages stay as they are. */
function reviveDelivery(body: string): string {
  const value = parse(body);
  return isDelivery(value) ? JSON.stringify(revived(value)) : body;
}

function readLetter(body: string): DeadLetter | undefined {
  const value = parse(body);
  return isDeadLetter(value) ? value : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function call({ perform }: Pick<Stores, 'perform'>, operation: string, request: JsonObject): Promise<JsonObject> {
  const { statusCode, body } = await perform('sqs', operation, request);
  if (statusCode !== 200) throw new Error(`${operation}: ${String(body.message)}`);
  return body;
}
