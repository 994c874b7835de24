// Refusals of queues and their dead-letter queues: an accepted and a refused change for each fact.

import type { Properties } from '../properties';
import { put, type Row, type Step } from './steps';

const queue = (name: string, inputs: Properties = {}) => put('aws:sqs/queue:Queue', name, { name, ...inputs });
const arn = (name: string) => `arn:aws:sqs:us-east-1:123456789012:${name}`;
const url = (name: string) => `https://sqs.us-east-1.amazonaws.com/123456789012/${name}`;

const redrive = (deadLetters: string, maxReceiveCount = 5) =>
  put('aws:sqs/redrivePolicy:RedrivePolicy', 'r', {
    queueUrl: url('jobs'),
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: arn(deadLetters), maxReceiveCount }),
  });

const allow = (count: number) =>
  put('aws:sqs/redriveAllowPolicy:RedriveAllowPolicy', 'a', {
    queueUrl: url('dead'),
    redriveAllowPolicy: JSON.stringify({
      redrivePermission: 'byQueue',
      sourceQueueArns: Array.from({ length: count }, (_, at) => arn(`source-${at}`)),
    }),
  });

const LIVING: readonly Step[] = [queue('jobs'), queue('dead'), queue('dead.fifo', { fifoQueue: true })];

/** The rows, by fact. */
export const QUEUES: Readonly<Record<string, Row>> = {
  'the name of a FIFO queue ends with .fifo, and no other name does': {
    good: [queue('orders.fifo', { fifoQueue: true })],
    refused: queue('orders', { fifoQueue: true }),
    answer: 'invalid queue name: orders',
  },
  'only a FIFO queue has content-based deduplication': {
    good: [queue('orders.fifo', { fifoQueue: true, contentBasedDeduplication: true })],
    refused: queue('orders', { contentBasedDeduplication: true }),
    answer: 'content-based deduplication',
  },
  'a queue delays messages for at most 900 seconds': {
    good: [queue('jobs', { delaySeconds: 900 })],
    refused: queue('jobs', { delaySeconds: 901 }),
    answer: 'got 901',
  },
  'a throughput for each message group requires deduplication by message group': {
    good: [
      queue('orders.fifo', {
        ...{ fifoQueue: true, deduplicationScope: 'messageGroup', fifoThroughputLimit: 'perMessageGroupId' },
      }),
    ],
    refused: queue('orders.fifo', { fifoQueue: true, fifoThroughputLimit: 'perMessageGroupId' }),
    answer: 'DeduplicationScope',
  },
  'the dead-letter queue of a queue exists, and has its type': {
    before: LIVING,
    good: [redrive('dead')],
    refused: redrive('dead.fifo'),
    answer: 'must be same type of queue as the source',
  },
  'a queue moves a message after 1 to 1,000 receives': {
    before: LIVING,
    good: [redrive('dead', 1000)],
    refused: redrive('dead', 1001),
    answer: 'got 1001',
  },
  'a redrive allow policy names at most 10 queues': {
    before: LIVING,
    good: [allow(10)],
    refused: allow(11),
    answer: 'at most 10',
  },
};
