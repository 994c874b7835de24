// Creates the queues of a graph in SQS's stand-in.

import type { QueueAttributeName } from '@aws-sdk/client-sqs';
import type { Inputs } from '../../graph/kind';
import type { JsonObject } from '../front/call';
import { LOCAL_ACCOUNT, type Local, type LocalResources } from '../local-values';
import type { SavedMessage } from './fauxqs-library';
import type { LocalSqs } from './sqs';

type QueueInputs = Local<Inputs<'aws:sqs/queue:Queue'>>;

/** The queue attributes that the stand-in supports, by the input of the node. */
const ATTRIBUTES = {
  visibilityTimeoutSeconds: 'VisibilityTimeout',
  messageRetentionSeconds: 'MessageRetentionPeriod',
  maxMessageSize: 'MaximumMessageSize',
  delaySeconds: 'DelaySeconds',
  receiveWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
  contentBasedDeduplication: 'ContentBasedDeduplication',
} as const satisfies Partial<Record<keyof QueueInputs, QueueAttributeName>>;

/** The queues of a stand-in. */
export interface Queues {
  /** Creates the missing queues. */
  provision(resources: LocalResources): Promise<void>;
  /** Sets the attributes of a graph's queues. The queues keep their messages. */
  configure(resources: LocalResources): Promise<void>;
  /** Sends messages to queues by name, and creates missing queues. */
  putBack(messages: Readonly<Record<string, readonly SavedMessage[]>>, region: string): Promise<void>;
}

/** Opens the queues of a stand-in whose queue URLs begin with `endpoint`. */
export function openQueues({ perform }: LocalSqs, endpoint: string): Queues {
  const urlOf = (name: string) => `${endpoint}/${LOCAL_ACCOUNT}/${name}`;

  async function call(operation: string, region: string, request: JsonObject): Promise<void> {
    const { statusCode, body } = await perform(operation, region, request);
    if (statusCode !== 200) throw new Error(`${operation}: ${String(body.message)}`);
  }
  /** SQS refuses to create an existing queue with other attributes, and an edit of the spec keeps the queues. */
  async function createMissing(name: string, region: string): Promise<void> {
    const { statusCode } = await perform('GetQueueUrl', region, { QueueName: name });
    if (statusCode !== 200) await call('CreateQueue', region, { QueueName: name });
  }

  return {
    async provision({ region, of }) {
      for (const { name, inputs } of of('aws:sqs/queue:Queue')) await createMissing(inputs.name ?? name, region);
    },
    async configure({ region, of }) {
      const redrives = of('aws:sqs/redrivePolicy:RedrivePolicy');
      for (const { name, inputs } of of('aws:sqs/queue:Queue')) {
        const QueueUrl = urlOf(inputs.name ?? name);
        const redrive = redrives.find((one) => one.inputs.queueUrl === QueueUrl);
        // A queue keeps its attributes when the spec is edited; empty text removes a policy.
        const RedrivePolicy = redrive?.inputs.redrivePolicy ?? '';
        await call('SetQueueAttributes', region, { QueueUrl, Attributes: { ...attributesOf(inputs), RedrivePolicy } });
      }
    },
    async putBack(messages, region) {
      for (const [name, held] of Object.entries(messages)) {
        await createMissing(name, region);
        for (const { body, messageAttributes, messageGroupId, messageDeduplicationId } of held)
          await call('SendMessage', region, {
            QueueUrl: urlOf(name),
            MessageBody: body,
            MessageAttributes: messageAttributes,
            ...(messageGroupId !== undefined && { MessageGroupId: messageGroupId }),
            ...(messageDeduplicationId !== undefined && { MessageDeduplicationId: messageDeduplicationId }),
          });
      }
    },
  };
}

function attributesOf(inputs: QueueInputs): Record<string, string> {
  const { delaySeconds = 0 } = inputs;
  return Object.fromEntries(
    Object.entries(ATTRIBUTES).flatMap(([input, attribute]) => {
      const value = { ...inputs, delaySeconds }[input as keyof typeof ATTRIBUTES];
      return value === undefined ? [] : [[attribute, String(value)]];
    }),
  );
}
