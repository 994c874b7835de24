// Access to single payments in the payments table.

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Status } from '../contract/states';
import { fromAttributes, toAttributes } from './attributes';
import type { Configuration } from './configuration';
import { callOptions, type Deadline } from './deadline';
import { type PaymentItem, partitionOf, type StoredPayment, shardOf } from './item';

/** A change of a payment's state. */
export interface StatusChange {
  readonly from: Status;
  readonly to: Status;
  /** The allowed versions of the payment, at most 100; absent if the client allows any. */
  readonly versions: readonly number[] | undefined;
  /** The entry for the audit trail. */
  readonly entry: Readonly<Record<string, string>>;
}

/** The store of payments. Each call ends at its deadline. */
export interface PaymentStore {
  /** Adds an item; if its id exists, changes nothing and returns the existing item. */
  add(item: PaymentItem | OwnItem, deadline?: Deadline): Promise<StoredPayment | undefined>;
  /** Returns the current item, if it exists. */
  get(id: string, deadline?: Deadline): Promise<StoredPayment | undefined>;
  /** Changes the state of a payment; if the state or version does not match, or it does not exist, changes nothing and returns the current item. */
  change(id: string, change: StatusChange, deadline?: Deadline): Promise<{ changed: boolean; item?: StoredPayment }>;
}

/** An internal item of the table, without a `status`: the record that binds an Idempotency-Key to its request, or the cursor key. */
export type OwnItem = Readonly<Record<string, string>> & { readonly id: string; readonly status?: never };

/** The table, and the number of shards of its listing index. */
export type TableSettings = Pick<Configuration, 'paymentsTableName' | 'listingShards'>;

/** The maximum size of a partition key's value, in bytes (Amazon DynamoDB, "Quotas": 2,048 bytes). */
export const MAX_KEY_BYTES = 2048;

/** Creates the store of a DynamoDB table whose partition key is `id`. */
export function createPaymentStore(
  client: DynamoDBClient,
  { paymentsTableName: TableName, listingShards }: TableSettings,
): PaymentStore {
  async function get(id: string, deadline?: Deadline): Promise<StoredPayment | undefined> {
    if (!canBeKey(id)) return undefined;
    const read = new GetItemCommand({ TableName, Key: { id: { S: id } }, ConsistentRead: true });
    const { Item } = await client.send(read, ...callOptions(deadline));
    return Item && fromAttributes(Item);
  }

  /**
   * The condition makes retries harmless, whether by the client, Lambda or the SDK:
   *
   *     A  put pay-1 ──▶ stored, the response is lost
   *     A  put pay-1 ──▶ exists, the same payment ──▶ the same response
   *     B  put pay-1 ──▶ exists, another payment  ──▶ rejected
   */
  async function add(item: PaymentItem | OwnItem, deadline?: Deadline): Promise<StoredPayment | undefined> {
    const put = new PutItemCommand({
      TableName,
      Item: toAttributes(item),
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      await client.send(put, ...callOptions(deadline));
      return undefined;
    } catch (error) {
      const taken = await itemOfFailedCondition(error, item.id, deadline);
      if (taken === undefined) throw error;
      return taken;
    }
  }

  async function change(
    id: string,
    { from, to, versions, entry }: StatusChange,
    deadline?: Deadline,
  ): Promise<{ changed: boolean; item?: StoredPayment }> {
    if (!canBeKey(id)) return { changed: false };
    const update = new UpdateItemCommand({
      TableName,
      Key: { id: { S: id } },
      // A payment of the previous program does not have a version attribute and counts as the first version.
      UpdateExpression:
        'SET #status = :to, status_shard = :partition, #version = if_not_exists(#version, :first) + :one, ' +
        'history = list_append(if_not_exists(history, :none), :entries)',
      ConditionExpression: `#status = :from${versions === undefined ? '' : ` AND (${isOneOf(versions)})`}`,
      ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
      ExpressionAttributeValues: toAttributes({
        ':from': from,
        ':to': to,
        ':partition': partitionOf(to, shardOf(id, listingShards)),
        ':first': 1,
        ':one': 1,
        ':none': [],
        ':entries': [entry],
        ...Object.fromEntries((versions ?? []).map((version) => [`:version${version}`, version])),
      }),
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      const { Attributes: stored } = await client.send(update, ...callOptions(deadline));
      return { changed: true, ...(stored && { item: fromAttributes(stored) }) };
    } catch (error) {
      const item = await itemOfFailedCondition(error, id, deadline);
      return { changed: false, ...(item && { item }) };
    }
  }

  /** The item that made a condition fail; rethrows any other error. Some DynamoDB emulators send no item. */
  async function itemOfFailedCondition(error: unknown, id: string, deadline?: Deadline) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item ? fromAttributes(error.Item) : await get(id, deadline);
  }

  return { add, get, change };
}

/** A condition on versions; a missing version attribute means the first version. */
function isOneOf(versions: readonly number[]): string {
  // Always false, for an empty list, which a DynamoDB expression cannot contain.
  if (versions.length === 0) return 'attribute_exists(id) AND attribute_not_exists(id)';
  const first = versions.includes(1) ? ' OR attribute_not_exists(#version)' : '';
  return `#version IN (${versions.map((version) => `:version${version}`).join(', ')})${first}`;
}

// A value that cannot be a key is not in the table, and DynamoDB would return an error.
function canBeKey(value: string): boolean {
  return value !== '' && Buffer.byteLength(value) <= MAX_KEY_BYTES;
}
