// A payments table in a stand-in for DynamoDB, for tests.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { Configuration } from '../../runtime/configuration';

// dynalite has no types.
const dynalite: (options: { createTableMs: number }) => Server = require('dynalite');

/** A table as the handler expects it, and a client for it. */
export interface LocalTable {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly settings: TableSettings;
  close(): Promise<void>;
}

/** Names of the table and its listing index, and the number of shards. */
export type TableSettings = Pick<Configuration, 'paymentsTableName' | 'listingIndexName' | 'listingShards'>;

const TABLE_SETTINGS: TableSettings = {
  paymentsTableName: 'payments',
  listingIndexName: 'listing-index',
  listingShards: 3,
};

/** The credentials and Region that an AWS client requires and a stand-in ignores. */
export const LOCAL_CREDENTIALS = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** Starts an empty table in memory on a free port. */
export async function startLocalTable(): Promise<LocalTable> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
  return createLocalTable(`http://127.0.0.1:${port}`, stop);
}

/** The table at the endpoint of a stand-in. Stopping the table stops the stand-in. */
export function tableAt(endpoint: string, stop: () => Promise<void>): LocalTable {
  const client = new DynamoDBClient({ endpoint, ...LOCAL_CREDENTIALS });
  const close = () => {
    client.destroy();
    return stop();
  };
  return { endpoint, client, settings: TABLE_SETTINGS, close };
}

/** Creates the empty table at the endpoint of a stand-in. */
export async function createLocalTable(endpoint: string, stop: () => Promise<void>): Promise<LocalTable> {
  const table = tableAt(endpoint, stop);
  const TableName = TABLE_SETTINGS.paymentsTableName;
  await table.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'status_shard', AttributeType: 'S' },
        { AttributeName: 'position', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: TABLE_SETTINGS.listingIndexName,
          KeySchema: [
            { AttributeName: 'status_shard', KeyType: 'HASH' },
            { AttributeName: 'position', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  await waitUntilTableExists({ client: table.client, minDelay: 1, maxWaitTime: 30 }, { TableName });
  return table;
}
