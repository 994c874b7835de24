// The ledger's table in a stand-in for DynamoDB, for tests.

import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';

/** The name of the table. */
export const LEDGER_TABLE = 'payment-events';

/** Creates the empty table. */
export async function createLedgerTable(client: DynamoDBClient): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: LEDGER_TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'day_shard', AttributeType: 'S' },
        { AttributeName: 'event_id', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'day_shard', KeyType: 'HASH' },
        { AttributeName: 'event_id', KeyType: 'RANGE' },
      ],
    }),
  );
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 30 }, { TableName: LEDGER_TABLE });
}
