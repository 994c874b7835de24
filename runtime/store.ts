// Access to single payments in the payments table.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  NumberValue,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Configuration } from './configuration';
import { type PaymentItem, partitionOf, type StoredPayment, shardOf } from './item';
import { createJsonNumber } from './json';
import type { Status } from './states';

/** A change of a payment's state. */
export interface StatusChange {
  readonly from: Status;
  readonly to: Status;
  /** The versions that the payment may have, if the client set any: at most 100. */
  readonly versions: readonly number[] | undefined;
  /** The entry for the audit trail. */
  readonly entry: Readonly<Record<string, string>>;
}

/** The store of payments. Each call ends when its signal aborts. */
export interface PaymentStore {
  /** Adds an item; if its id exists, changes nothing and returns the existing item. */
  add(item: PaymentItem | OwnItem, signal?: AbortSignal): Promise<StoredPayment | undefined>;
  /** Returns the current item, if it exists. */
  get(id: string, signal?: AbortSignal): Promise<StoredPayment | undefined>;
  /** Changes the state of a payment; if the state or version does not match, or it does not exist, changes nothing and returns the current item. */
  change(id: string, change: StatusChange, signal?: AbortSignal): Promise<{ changed: boolean; item?: StoredPayment }>;
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
  const table = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: createJsonNumber },
  });

  async function get(id: string, abortSignal?: AbortSignal): Promise<StoredPayment | undefined> {
    if (!canBeKey(id)) return undefined;
    const { Item } = await table.send(
      new GetCommand({ TableName, Key: { id }, ConsistentRead: true }),
      ...options(abortSignal),
    );
    return Item;
  }

  /**
   * The condition makes retries harmless, whether by the client, Lambda or the SDK:
   *
   *     A  put pay-1 ──▶ stored, the response is lost
   *     A  put pay-1 ──▶ exists, the same payment ──▶ the same response
   *     B  put pay-1 ──▶ exists, another payment  ──▶ rejected
   */
  async function add(item: PaymentItem | OwnItem, abortSignal?: AbortSignal): Promise<StoredPayment | undefined> {
    const Item = isNewPayment(item) ? { ...item, amount: NumberValue.from(item.amount.toString()) } : item;
    const put = new PutCommand({
      TableName,
      Item,
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      await table.send(put, ...options(abortSignal));
      return undefined;
    } catch (error) {
      const taken = await itemOfFailedCondition(error, item.id, abortSignal);
      if (taken === undefined) throw error;
      return taken;
    }
  }

  async function change(
    id: string,
    { from, to, versions, entry }: StatusChange,
    abortSignal?: AbortSignal,
  ): Promise<{ changed: boolean; item?: StoredPayment }> {
    if (!canBeKey(id)) return { changed: false };
    const update: UpdateCommandInput = {
      TableName,
      Key: { id },
      // A payment of the previous program has no version attribute, which means the first version.
      UpdateExpression:
        'SET #status = :to, status_shard = :partition, #version = if_not_exists(#version, :first) + :one, ' +
        'history = list_append(if_not_exists(history, :none), :entries)',
      ConditionExpression: `#status = :from${versions === undefined ? '' : ` AND (${isOneOf(versions)})`}`,
      ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
      ExpressionAttributeValues: {
        ':from': from,
        ':to': to,
        ':partition': partitionOf(to, shardOf(id, listingShards)),
        ':first': 1,
        ':one': 1,
        ':none': [],
        ':entries': [entry],
        ...Object.fromEntries((versions ?? []).map((version) => [`:version${version}`, version])),
      },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
    try {
      const { Attributes } = await table.send(new UpdateCommand(update), ...options(abortSignal));
      return { changed: true, ...(Attributes && { item: Attributes }) };
    } catch (error) {
      const item = await itemOfFailedCondition(error, id, abortSignal);
      return { changed: false, ...(item && { item }) };
    }
  }

  /** The item that made a condition fail; rethrows any other error. Some DynamoDB emulators send no item. */
  async function itemOfFailedCondition(error: unknown, id: string, abortSignal?: AbortSignal) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The document client does not unmarshall the item of an error.
    return error.Item ? unmarshall(error.Item, { wrapNumbers: createJsonNumber }) : await get(id, abortSignal);
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

function isNewPayment(item: PaymentItem | OwnItem): item is PaymentItem {
  return item.status !== undefined;
}

function options(abortSignal: AbortSignal | undefined): [] | [{ abortSignal: AbortSignal }] {
  return abortSignal === undefined ? [] : [{ abortSignal }];
}

// A value that cannot be a key cannot be stored; DynamoDB would return an error.
function canBeKey(value: string): boolean {
  return value !== '' && Buffer.byteLength(value) <= MAX_KEY_BYTES;
}
