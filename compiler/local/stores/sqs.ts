// SQS's stand-in: fauxqs in this process. It stores messages in memory only.

import type { ServerResponse } from 'node:http';
import { failure, type JsonObject, type StoreAnswer } from '../front/call';
import { type StandInRequests, send } from '../front/endpoint';
import { LOCAL_ACCOUNT } from '../local-values';
import type { RunClock } from '../run-clock';
import { createQueues, type FauxqsQueue, type HeldMessage, type SavedMessage } from './fauxqs-library';
import { queueTime } from './queue-time';

/** A queue with its messages: those that wait, are delayed, or were received and not yet deleted. */
export interface HeldQueue {
  readonly name: string;
  readonly waiting: readonly HeldMessage[];
  readonly delayed: readonly HeldMessage[];
  readonly inFlight: readonly HeldMessage[];
}

/** SQS's stand-in. */
export interface LocalSqs extends StandInRequests {
  /** Answers an operation in a Region. */
  perform(operation: string, region: string, request: JsonObject): Promise<StoreAnswer>;
  /** Sets the URL that queue URLs begin with. */
  serveAt(url: string): void;
  /** The messages by queue name, including delayed messages and messages in flight. Empty queues are left out. */
  heldMessages(): Record<string, SavedMessage[]>;
  /** The numbers of messages of the queues. */
  levels(): QueueLevel[];
  /** The queues with their messages, the oldest first. */
  queues(): readonly HeldQueue[];
  /** Sets a function to call after each operation that adds or removes messages, before its answer is sent. */
  beforeAnswer(save: () => Promise<void>): void;
  /** Sets a function to call when messages may have become available. */
  onChange(listener: () => void): void;
  /** Ends the calls that wait for messages. */
  close(): void;
}

/** The messages of a queue at a time. */
export interface QueueLevel {
  readonly name: string;
  readonly visible: number;
  readonly delayed: number;
  readonly notVisible: number;
  /** The age of the oldest message that is not deleted, in seconds; 0 for an empty queue. */
  readonly oldestSeconds: number;
}

/** The operations that add or remove messages (Amazon SQS API Reference). */
const CHANGES = /^(SendMessage|SendMessageBatch|DeleteMessage|DeleteMessageBatch|PurgeQueue|DeleteQueue)$/;

/** Opens the stand-in, without queues. Visibility, delays and retention follow the clock. */
export async function openSqs(clock: Pick<RunClock, 'now'>): Promise<LocalSqs> {
  const passTime = queueTime(clock);
  const { store, router } = await createQueues(clock);
  let endpoint = '';
  let save: (() => Promise<void>) | undefined;
  let changed: () => void = () => {};

  // fauxqs finds queues by their URLs. Queues of the same name in two Regions have the same URL outside of the stand-in.
  const baseOf = (region: string) => `https://sqs.${region}.amazonaws.com/`;
  store.buildQueueUrl = (name, _port, _host, region) => `${baseOf(region)}${LOCAL_ACCOUNT}/${name}`;
  const toLocal = (url: string) => url.replace(/^https:\/\/sqs\.[^/]+\.amazonaws\.com\//, `${endpoint}/`);

  return {
    service: 'sqs',
    refuse: (_text, request) => (request === undefined ? malformed('the body must be a JSON object') : undefined),
    answerOther: ({ headers }, response) => refuseOther(headers['x-amz-target'], response),
    async perform(operation, region, request) {
      const { QueueUrl } = request;
      const body =
        typeof QueueUrl === 'string'
          ? { ...request, QueueUrl: QueueUrl.replace(`${endpoint}/`, baseOf(region)) }
          : { ...request };
      passTime(store.listQueues());
      const answer = await route(operation, region, body);
      if (save !== undefined && CHANGES.test(operation)) await save();
      if (CHANGES.test(operation)) changed();
      return answer;
    },
    serveAt(url) {
      endpoint = url;
    },
    heldMessages: () =>
      Object.fromEntries(
        store.listQueues().flatMap((queue) => {
          const { ready, delayed, inflight } = queue.inspectMessages();
          const all = [...inflight.map(({ message }) => message), ...ready, ...delayed];
          if (all.length === 0) return [];
          return [[queue.name, all.map(savedMessage)]];
        }),
      ),
    levels() {
      passTime(store.listQueues());
      return store.listQueues().map((queue) => levelOf(queue));
    },
    queues() {
      passTime(store.listQueues());
      return store.listQueues().map((queue) => {
        const { ready, delayed, inflight } = queue.inspectMessages();
        return { name: queue.name, waiting: ready, delayed, inFlight: inflight.map(({ message }) => message) };
      });
    },
    beforeAnswer(callback) {
      save = callback;
    },
    onChange(listener) {
      changed = listener;
    },
    close: () => store.shutdown(),
  };

  async function route(operation: string, region: string, body: JsonObject): Promise<StoreAnswer> {
    let statusCode = 200;
    const headers: Record<string, string> = {};
    const reply = {
      status(code: number) {
        statusCode = code;
      },
      header(name: string, value: string) {
        headers[name] = value;
      },
    };
    const request = {
      headers: {
        'x-amz-target': `AmazonSQS.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/sqs/aws4_request`,
        host: '',
      },
      body,
    };
    try {
      const answer = withLocalUrls((await router.handle(request, reply)) as JsonObject);
      return { statusCode, body: answer, headers };
    } catch (error) {
      // An SDK would retry after a status code of 500.
      return malformed((error as Error).message);
    }
  }

  function withLocalUrls(answer: JsonObject): JsonObject {
    const { QueueUrl, QueueUrls } = answer;
    if (typeof QueueUrl === 'string') return { ...answer, QueueUrl: toLocal(QueueUrl) };
    return Array.isArray(QueueUrls) ? { ...answer, QueueUrls: QueueUrls.map(toLocal) } : answer;
  }
}

function levelOf(queue: FauxqsQueue): QueueLevel {
  const { ready, delayed, inflight } = queue.inspectMessages();
  const sent = [...ready, ...delayed, ...inflight.map(({ message }) => message)].map((one) => one.sentTimestamp);
  const oldest = sent.reduce((least, time) => Math.min(least, time), Date.now());
  return {
    name: queue.name,
    visible: ready.length,
    delayed: delayed.length,
    notVisible: inflight.length,
    oldestSeconds: (Date.now() - oldest) / 1000,
  };
}

function savedMessage({ body, messageAttributes, messageGroupId, messageDeduplicationId }: HeldMessage): SavedMessage {
  return {
    ...{ body, messageAttributes },
    ...(messageGroupId !== undefined && { messageGroupId }),
    ...(messageDeduplicationId !== undefined && { messageDeduplicationId }),
  };
}

function malformed(reason: string): StoreAnswer {
  return failure('sqs', 400, 'InvalidParameterValue', `the request is malformed: ${reason}`);
}

function refuseOther(target: string | string[] | undefined, response: ServerResponse): void {
  if (target === undefined) send(response, failure('sqs', 400, 'MissingAction', 'Missing X-Amz-Target header'));
  else send(response, failure('sqs', 400, 'InvalidAction', `unknown action: ${String(target)}`));
}
