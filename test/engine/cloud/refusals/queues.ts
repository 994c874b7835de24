// Refusals of SQS, and of its provider, about queues and their dead-letter queues.

import { objectsOf, type Properties, text } from '../properties';
import type { Change, Refusal } from '../refusal';
import type { Thing } from '../world';
import { outside } from './range';

const QUEUE = 'aws:sqs/queue:Queue';
const REDRIVE = 'aws:sqs/redrivePolicy:RedrivePolicy';
const ALLOW = 'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy';
const CHANGES = ['create', 'update'] as const;

/** The refusals. */
export const QUEUE_REFUSALS: readonly Refusal[] = [
  {
    fact: 'the name of a FIFO queue ends with .fifo, and no other name does',
    kind: QUEUE,
    when: ['check'],
    refuses: ({ inputs }) =>
      inputs.name === undefined || text(inputs, 'name').endsWith('.fifo') === (inputs.fifoQueue === true)
        ? undefined
        : `invalid queue name: ${text(inputs, 'name')}`,
    source: 'internal/service/sqs/queue.go, resourceQueueCustomizeDiff; SQS API, CreateQueue (QueueName, FifoQueue)',
  },
  {
    fact: 'only a FIFO queue has content-based deduplication',
    kind: QUEUE,
    when: ['check'],
    refuses: ({ inputs }) =>
      inputs.contentBasedDeduplication === true && inputs.fifoQueue !== true
        ? 'content-based deduplication can only be set for FIFO queue'
        : undefined,
    source: 'internal/service/sqs/queue.go, resourceQueueCustomizeDiff',
  },
  {
    fact: 'a queue delays messages for at most 900 seconds',
    kind: QUEUE,
    when: ['check'],
    refuses: ({ inputs }) => outside('delay_seconds', inputs.delaySeconds, 0, 900),
    source: 'internal/service/sqs/queue.go (delay_seconds: IntBetween(0, 900)); SQS API, CreateQueue',
  },
  {
    fact: 'a throughput for each message group requires deduplication by message group',
    kind: QUEUE,
    when: CHANGES,
    refuses: ({ inputs }) =>
      inputs.fifoThroughputLimit === 'perMessageGroupId' && inputs.deduplicationScope !== 'messageGroup'
        ? 'InvalidAttributeValue: The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup.'
        : undefined,
    source: 'SQS API, CreateQueue (FifoThroughputLimit; the wording is ours)',
  },
  {
    fact: 'the dead-letter queue of a queue exists, and has its type',
    kind: REDRIVE,
    when: CHANGES,
    refuses: (change) => {
      const source = queueOf(change, 'url', text(change.inputs, 'queueUrl'));
      const { deadLetterTargetArn: arn } = documentOf(change.inputs, 'redrivePolicy');
      const letters = queueOf(change, 'arn', String(arn));
      if (letters === undefined) return invalidRedrive(change, 'Dead letter target does not exist.');
      return letters.inputs.fifoQueue === source?.inputs.fifoQueue
        ? undefined
        : invalidRedrive(change, 'Dead-letter queue must be same type of queue as the source.');
    },
    source:
      'SQS Developer Guide, "Using dead-letter queues in Amazon SQS"; SQS API, SetQueueAttributes (RedrivePolicy)',
  },
  {
    fact: 'a queue moves a message after 1 to 1,000 receives',
    kind: REDRIVE,
    when: CHANGES,
    refuses: (change) => {
      const refusal = outside('maxReceiveCount', documentOf(change.inputs, 'redrivePolicy').maxReceiveCount, 1, 1000);
      return refusal && invalidRedrive(change, refusal);
    },
    source: 'SQS Developer Guide, "Using dead-letter queues in Amazon SQS" (maxReceiveCount)',
  },
  {
    fact: 'a redrive allow policy names at most 10 queues',
    kind: ALLOW,
    when: CHANGES,
    refuses: ({ inputs }) => {
      const { sourceQueueArns } = documentOf(inputs, 'redriveAllowPolicy');
      return Array.isArray(sourceQueueArns) && sourceQueueArns.length > 10
        ? 'InvalidAttributeValue: sourceQueueArns must contain at most 10 queues.'
        : undefined;
    },
    source: 'SQS API, SetQueueAttributes (RedriveAllowPolicy, up to 10 source queues; the wording is ours)',
  },
];

function queueOf({ world }: Change, output: 'arn' | 'url', value: string): Thing | undefined {
  return world.all(QUEUE).find(({ outputs }) => outputs[output] === value);
}

function documentOf(inputs: Properties, input: string): Properties {
  const [document = {}] = objectsOf([JSON.parse(text(inputs, input))]);
  return document;
}

function invalidRedrive({ inputs }: Change, reason: string): string {
  return `InvalidParameterValue: Value ${text(inputs, 'redrivePolicy')} for parameter RedrivePolicy is invalid. Reason: ${reason}`;
}
