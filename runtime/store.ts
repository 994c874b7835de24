// The payments table: one payment at a time.

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
  /** The versions of which the payment must have one, if the client named any: at most 100. */
  readonly versions: readonly number[] | undefined;
  /** What the audit trail says of the change. */
  readonly entry: Readonly<Record<string, string>>;
}

/** Where payments are kept. Each call gives up when its signal says so. */
export interface PaymentStore {
  /** Adds an item; if its id is taken, changes nothing and gives the item that has it. */
  add(item: PaymentItem | OwnItem, signal?: AbortSignal): Promise<StoredPayment | undefined>;
  /** Gives the item as it is now, if there is one. */
  get(id: string, signal?: AbortSignal): Promise<StoredPayment | undefined>;
  /** Changes the state of a payment; if it is in another state or version, or not there, changes nothing and gives what is there. */
  change(id: string, change: StatusChange, signal?: AbortSignal): Promise<{ changed: boolean; item?: StoredPayment }>;
}

/** An item of the table's own, which has no `status`: the record that binds an Idempotency-Key to its request, or the key of the cursors. */
export type OwnItem = Readonly<Record<string, string>> & { readonly id: string; readonly status?: never };

/** Which table, and into how many shards its listing index is cut. */
export type TableSettings = Pick<Configuration, 'paymentsTableName' | 'listingShards'>;

/** Most bytes of a partition key's value (Amazon DynamoDB, "Quotas": 2,048 bytes). */
export const MAX_KEY_BYTES = 2048;

/** Makes the store of a DynamoDB table whose partition key is `id`. */
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
   * The condition makes a repeated request harmless, be it the client's, Lambda's or the SDK's own:
   *
   *     A  put pay-1 ──▶ stored, the answer is lost
   *     A  put pay-1 ──▶ taken, by the same payment ──▶ the same answer
   *     B  put pay-1 ──▶ taken, by another payment  ──▶ refused
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
      // An earlier program's payment has no version, and is in its first.
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

  /** The item that made a condition fail; throws any other error. Some stand-ins for DynamoDB send no item with it. */
  async function itemOfFailedCondition(error: unknown, id: string, abortSignal?: AbortSignal) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The document client leaves the item of an error as it came.
    return error.Item ? unmarshall(error.Item, { wrapNumbers: createJsonNumber }) : await get(id, abortSignal);
  }

  return { add, get, change };
}

/** A condition; an earlier program's payment has no version, and is in its first. */
function isOneOf(versions: readonly number[]): string {
  // No item has both: the condition of an empty list, which DynamoDB has no expression for.
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

// What cannot be a key cannot have been stored; DynamoDB would call the question an error.
function canBeKey(value: string): boolean {
  return value !== '' && Buffer.byteLength(value) <= MAX_KEY_BYTES;
}
