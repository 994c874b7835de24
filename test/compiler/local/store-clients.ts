// Access to the tables and queues of a local run for tests.

import {
  type AttributeValue,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LocalRun } from '../../../compiler/local/local-run';

/** The stand-ins accept any credentials. */
const ACCESS = { region: 'us-east-1', credentials: { accessKeyId: 'any', secretAccessKey: 'any' } };

/** Items with a text `id`, in a table of a local run. */
export function tableOf({ endpoints }: Pick<LocalRun, 'endpoints'>, TableName: string) {
  const client = new DynamoDBClient({ ...ACCESS, endpoint: endpoints.dynamodb });
  return {
    async put(...ids: string[]) {
      for (const id of ids) await client.send(new PutItemCommand({ TableName, Item: { id: { S: id } } }));
    },
    async putItem(Item: Record<string, AttributeValue>) {
      await client.send(new PutItemCommand({ TableName, Item }));
    },
    async find(id: string) {
      return (await client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item;
    },
    async has(id: string) {
      return (await client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item !== undefined;
    },
    /** Ids in the table or in one of its indexes. */
    async ids(IndexName?: string) {
      const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName }));
      return Items.map(({ id }) => id?.S).sort();
    },
    /** Names of all tables. */
    async names() {
      return (await client.send(new ListTablesCommand({}))).TableNames;
    },
    async indexes() {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      return (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName).sort();
    },
  };
}

/** Messages in a queue of a local run. */
export function queueOf({ endpoints }: Pick<LocalRun, 'endpoints'>, QueueName: string) {
  const client = new SQSClient({ ...ACCESS, endpoint: endpoints.sqs });
  const url = async () => (await client.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
  return {
    async send(MessageBody: string, attributes: Readonly<Record<string, string | Uint8Array>> = {}) {
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [
          name,
          typeof value === 'string'
            ? { DataType: 'String', StringValue: value }
            : { DataType: 'Binary', BinaryValue: value },
        ]),
      );
      await client.send(new SendMessageCommand({ QueueUrl: await url(), MessageBody, MessageAttributes }));
    },
    async receive() {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: await url(),
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages;
    },
  };
}
