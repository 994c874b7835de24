// Queues of a system.

import type { Connection } from './connection';

/** A message of a queue. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
}

/** A queue. Each call rejects with ServiceError. */
export interface Queue {
  /** Receives messages and hides them from other consumers for a while; empty if the queue is empty. */
  receive(): Promise<readonly QueueMessage[]>;
  /** Removes a received message. */
  remove(message: QueueMessage): Promise<void>;
  send(body: string): Promise<void>;
}

/** The time for which a received message is hidden, in seconds; longer than a command takes. */
const VISIBILITY_TIMEOUT_SECONDS = 900;

/** Finds a queue by its name. */
export async function findQueue(name: string, { sqs }: Pick<Connection, 'sqs'>): Promise<Queue> {
  const { DeleteMessageCommand, GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand } = await import(
    '@aws-sdk/client-sqs'
  );
  const { QueueUrl } = await sqs(`find the queue ${name}`, (client) =>
    client.send(new GetQueueUrlCommand({ QueueName: name })),
  );
  const receipts = new Map<string, string>();
  return {
    async receive() {
      const command = new ReceiveMessageCommand({
        ...{ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 },
        VisibilityTimeout: VISIBILITY_TIMEOUT_SECONDS,
      });
      const { Messages = [] } = await sqs(`receive from ${name}`, (client) => client.send(command));
      return Messages.map(({ MessageId: id = '', ReceiptHandle = '', Body: body = '' }) => {
        receipts.set(id, ReceiptHandle);
        return { id, body };
      });
    },
    async remove({ id }) {
      const command = new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipts.get(id) });
      await sqs(`delete from ${name}`, (client) => client.send(command));
    },
    async send(MessageBody) {
      await sqs(`send to ${name}`, (client) => client.send(new SendMessageCommand({ QueueUrl, MessageBody })));
    },
  };
}
