// Creates the queues of a graph in SQS's stand-in through SQS's API.

import type { QueueAttributeName, SQSClient } from '@aws-sdk/client-sqs';
import type { Inputs } from '../../graph/kinds';
import { LOCAL_ACCOUNT, type Local, type LocalResources } from '../local-values';
import { LOCAL_CREDENTIALS } from './local-credentials';
import type { HeldMessage } from './sqs';

type QueueInputs = Local<Inputs<'aws:sqs/queue:Queue'>>;

/** The queue attributes that the stand-in supports, by the input of the node. */
const ATTRIBUTES = {
  visibilityTimeoutSeconds: 'VisibilityTimeout',
  messageRetentionSeconds: 'MessageRetentionPeriod',
  maxMessageSize: 'MaximumMessageSize',
  delaySeconds: 'DelaySeconds',
  receiveWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
  redrivePolicy: 'RedrivePolicy',
} as const satisfies Partial<Record<keyof QueueInputs, QueueAttributeName>>;

/** Queues behind an endpoint. */
export interface Queues {
  /** Creates the missing queues. */
  provision(resources: LocalResources): Promise<void>;
  /** Sets the attributes of a graph's queues. The queues keep their messages. */
  configure(resources: LocalResources): Promise<void>;
  /** Sends messages to queues by name, and creates missing queues. */
  putBack(messages: Readonly<Record<string, readonly HeldMessage[]>>, region: string): Promise<void>;
}

/** Opens the queues behind an endpoint. */
export async function openQueues(endpoint: string): Promise<Queues> {
  const sdk = await import('@aws-sdk/client-sqs');
  const connect = (region: string): SQSClient =>
    new sdk.SQSClient({ endpoint, region, credentials: LOCAL_CREDENTIALS });
  const urlOf = (name: string) => `${endpoint}/${LOCAL_ACCOUNT}/${name}`;

  async function withClient(region: string, work: (client: SQSClient) => Promise<void>): Promise<void> {
    const client = connect(region);
    try {
      await work(client);
    } finally {
      client.destroy();
    }
  }
  return {
    provision: (resources) =>
      withClient(resources.region, async (client) => {
        for (const { name, inputs } of resources.of('aws:sqs/queue:Queue'))
          await client.send(new sdk.CreateQueueCommand({ QueueName: inputs.name ?? name }));
      }),
    configure: (resources) =>
      withClient(resources.region, async (client) => {
        for (const { name, inputs } of resources.of('aws:sqs/queue:Queue')) {
          const QueueUrl = urlOf(inputs.name ?? name);
          await client.send(new sdk.SetQueueAttributesCommand({ QueueUrl, Attributes: attributesOf(inputs) }));
        }
      }),
    putBack: (messages, region) =>
      withClient(region, async (client) => {
        for (const [name, held] of Object.entries(messages)) {
          await client.send(new sdk.CreateQueueCommand({ QueueName: name }));
          for (const { body, messageAttributes } of held) {
            const MessageAttributes = Object.fromEntries(
              Object.entries(messageAttributes).map(([key, { BinaryValue, ...value }]) => [
                key,
                BinaryValue === undefined ? value : { ...value, BinaryValue: Buffer.from(BinaryValue, 'base64') },
              ]),
            );
            await client.send(
              new sdk.SendMessageCommand({ QueueUrl: urlOf(name), MessageBody: body, MessageAttributes }),
            );
          }
        }
      }),
  };
}

function attributesOf(inputs: QueueInputs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ATTRIBUTES).flatMap(([input, attribute]) => {
      const value = inputs[input as keyof typeof ATTRIBUTES];
      return value === undefined ? [] : [[attribute, String(value)]];
    }),
  );
}
