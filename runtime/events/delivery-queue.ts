// Sends deliveries to a queue.

import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type DeadDelivery, type Delivery, MAX_DELAY_SECONDS } from '../../contract/events';

/** Sends up to 10 messages at once. Returns the positions of those that the queue did not accept; rejects if the request failed. */
export type SendBatch = (bodies: readonly string[]) => Promise<readonly number[]>;

/** Sends one delivery, which becomes visible after a delay. Rejects if the queue did not accept it. */
export type SendDelivery = (delivery: Delivery | DeadDelivery, delaySeconds: number) => Promise<void>;

/** Creates the sender of batches to a queue. */
export function createSendBatch(client: SQSClient, queueUrl: string): SendBatch {
  return async (bodies) => {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    return Failed.map(({ Id }) => Number(Id));
  };
}

/** Creates the sender of single deliveries to a queue. */
export function createSendDelivery(client: SQSClient, queueUrl: string): SendDelivery {
  return async (delivery, delaySeconds) => {
    const MessageBody = JSON.stringify(delivery);
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody,
        DelaySeconds: Math.min(MAX_DELAY_SECONDS, delaySeconds),
      }),
    );
  };
}
