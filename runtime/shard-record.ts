// The number of shards that lists read: the maximum number so far, stored in the payments table.

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { toAttributes } from './attributes';
import { callOptions, type Deadline } from './deadline';
import type { PaymentStore, TableSettings } from './store';

/** The id of the item that contains the number. Clients cannot choose it, and GET does not return it. */
export const SHARD_RECORD_ID = '#listing-shards';

/**
 * The recorded number of a table's shards. The configured number determines the shards of new payments, and may decrease. The
 * recorded number never decreases, so that payments in former shards stay in lists. It is stored in the table, so that it survives
 * all deployments and is part of backups.
 */
export interface ShardRecord {
  /** The number of shards that a list must read; costs one read for each function instance. */
  count(deadline?: Deadline): Promise<number>;
  /** Records the configured number unless a larger one is recorded. Must resolve before a payment is written. */
  raise(deadline?: Deadline): Promise<void>;
}

/** Creates the record of a table whose partition key is `id`. */
export function createShardRecord(
  client: DynamoDBClient,
  { paymentsTableName: TableName, listingShards }: TableSettings,
): ShardRecord {
  const Key = { id: { S: SHARD_RECORD_ID } };
  let recorded: number | undefined;

  async function read(deadline?: Deadline): Promise<number> {
    const get = new GetItemCommand({ TableName, Key, ConsistentRead: true });
    const { Item } = await client.send(get, ...callOptions(deadline));
    // A list always reads the first shard, so a single shard is not recorded.
    return Number(Item?.shards?.N ?? 1);
  }

  async function write(deadline?: Deadline): Promise<void> {
    const update = new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: 'SET #shards = :shards',
      ConditionExpression: 'attribute_not_exists(#shards) OR #shards < :shards',
      ExpressionAttributeNames: { '#shards': 'shards' },
      ExpressionAttributeValues: toAttributes({ ':shards': listingShards }),
    });
    try {
      await client.send(update, ...callOptions(deadline));
    } catch (error) {
      // Another instance has recorded at least as many shards.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    async count(deadline) {
      recorded ??= await read(deadline);
      return Math.max(recorded, listingShards);
    },
    async raise(deadline) {
      if (listingShards === 1) return;
      recorded ??= await read(deadline);
      if (recorded >= listingShards) return;
      await write(deadline);
      recorded = listingShards;
    },
  };
}

/** A store that records its shards before it writes the first payment to them. */
export function recordShards(store: PaymentStore, { raise }: ShardRecord): PaymentStore {
  return {
    ...store,
    async add(item, deadline) {
      if ('status_shard' in item) await raise(deadline);
      return store.add(item, deadline);
    },
    async change(id, change, deadline) {
      await raise(deadline);
      return store.change(id, change, deadline);
    },
  };
}
