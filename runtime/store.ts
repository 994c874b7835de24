// The payments table.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  NumberValue,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Configuration } from './configuration';
import { createJsonNumber } from './json';
import type { Payment, StoredPayment } from './payment';

/** Where payments are kept. */
export interface PaymentStore {
  /** Adds a payment; if its id is taken, changes nothing and gives the payment that has it. */
  add(payment: Payment): Promise<StoredPayment | undefined>;
  /** Gives the payment as it is now, if there is one. */
  get(id: string): Promise<StoredPayment | undefined>;
  /** Gives some payments, at most a page, perhaps not the newest writes; with a status, only payments of that status. */
  list(status?: string): Promise<StoredPayment[]>;
}

/** Which table, which of its indexes, and how many payments a list may have. */
export type TableSettings = Pick<Configuration, 'paymentsTableName' | 'statusIndexName' | 'pageSize'>;

/** Most bytes of a partition key's value (Amazon DynamoDB, "Quotas": 2,048 bytes). */
export const MAX_KEY_BYTES = 2048;

/** Makes the store of a DynamoDB table whose partition key is `id`, with an index on `status`. */
export function createPaymentStore(
  client: DynamoDBClient,
  { paymentsTableName: TableName, statusIndexName: IndexName, pageSize: Limit }: TableSettings,
): PaymentStore {
  const table = DynamoDBDocumentClient.from(client, { unmarshallOptions: { wrapNumbers: createJsonNumber } });

  async function get(id: string): Promise<StoredPayment | undefined> {
    if (!canBeKey(id)) return undefined;
    const { Item } = await table.send(new GetCommand({ TableName, Key: { id }, ConsistentRead: true }));
    return Item;
  }

  /**
   * The condition makes a repeated request harmless, be it the client's or the SDK's own:
   *
   *     A  put pay-1 ──▶ stored, the answer is lost
   *     A  put pay-1 ──▶ taken, by the same payment ──▶ the same answer
   *     B  put pay-1 ──▶ taken, by another payment  ──▶ refused
   */
  async function add(payment: Payment): Promise<StoredPayment | undefined> {
    try {
      await table.send(
        new PutCommand({
          TableName,
          Item: { ...payment, amount: NumberValue.from(payment.amount.toString()) },
          ConditionExpression: 'attribute_not_exists(id)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return undefined;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // The document client leaves the item of an error as it came; some stand-ins for DynamoDB send none.
      const taken = error.Item ? unmarshall(error.Item, { wrapNumbers: createJsonNumber }) : await get(payment.id);
      if (taken === undefined) throw error;
      return taken;
    }
  }

  async function list(status?: string): Promise<StoredPayment[]> {
    if (status === undefined) {
      const { Items = [] } = await table.send(new ScanCommand({ TableName, Limit }));
      return Items;
    }
    if (!canBeKey(status)) return [];
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName,
        IndexName,
        Limit,
        KeyConditionExpression: '#status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status },
      }),
    );
    return Items;
  }

  return { add, get, list };
}

// What cannot be a key cannot have been stored; DynamoDB would call the question an error.
function canBeKey(value: string): boolean {
  return value !== '' && Buffer.byteLength(value) <= MAX_KEY_BYTES;
}
