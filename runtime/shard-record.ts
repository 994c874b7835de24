// The number of shards that lists read: the maximum number ever written to, stored in the payments table.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { PaymentStore, TableSettings } from './store';

/** The id of the item that contains the number. Clients cannot choose it, and GET does not return it. */
export const SHARD_RECORD_ID = '#listing-shards';

/**
 * The recorded number of a table's shards. The configured number determines where new payments go, and may decrease; the recorded
 * number never decreases, so that payments in former shards stay in lists. Because the table contains it, it survives every kind of
 * deployment, and backups of the table include it.
 */
export interface ShardRecord {
  /** The number of shards that a list must read; costs one read for each function instance. */
  count(signal?: AbortSignal): Promise<number>;
  /** Records the configured number unless a larger one is recorded. Must resolve before a payment is written. */
  raise(signal?: AbortSignal): Promise<void>;
}

/** Creates the record of a table whose partition key is `id`. */
export function createShardRecord(
  client: DynamoDBClient,
  { paymentsTableName: TableName, listingShards }: TableSettings,
): ShardRecord {
  const table = DynamoDBDocumentClient.from(client);
  const Key = { id: SHARD_RECORD_ID };
  let recorded: number | undefined;

  async function read(signal?: AbortSignal): Promise<number> {
    const get = new GetCommand({ TableName, Key, ConsistentRead: true });
    const { Item } = await table.send(get, ...options(signal));
    // A list always reads the first shard, so one shard needs no record.
    return Number(Item?.shards ?? 1);
  }

  async function write(signal?: AbortSignal): Promise<void> {
    const update = new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET #shards = :shards',
      ConditionExpression: 'attribute_not_exists(#shards) OR #shards < :shards',
      ExpressionAttributeNames: { '#shards': 'shards' },
      ExpressionAttributeValues: { ':shards': listingShards },
    });
    try {
      await table.send(update, ...options(signal));
    } catch (error) {
      // Another instance has recorded at least as many shards.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    async count(signal) {
      recorded ??= await read(signal);
      return Math.max(recorded, listingShards);
    },
    async raise(signal) {
      if (listingShards === 1) return;
      recorded ??= await read(signal);
      if (recorded >= listingShards) return;
      await write(signal);
      recorded = listingShards;
    },
  };
}

/** A store that records its shards before it writes the first payment to them. */
export function recordShards(store: PaymentStore, { raise }: ShardRecord): PaymentStore {
  return {
    ...store,
    async add(item, signal) {
      if ('status_shard' in item) await raise(signal);
      return store.add(item, signal);
    },
    async change(id, change, signal) {
      await raise(signal);
      return store.change(id, change, signal);
    },
  };
}

function options(abortSignal: AbortSignal | undefined): [] | [{ abortSignal: AbortSignal }] {
  return abortSignal === undefined ? [] : [{ abortSignal }];
}
