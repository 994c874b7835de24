// Lists payments: merges the partitions of the listing index, newest first.

import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { STATUSES } from '../contract/states';
import { type Attributes, fromAttributes, toAttributes } from './attributes';
import type { Configuration } from './configuration';
import { callOptions, type Deadline } from './deadline';
import { partitionOf, type StoredPayment, versionOf } from './item';
import type { ListQuery } from './list-query';
import type { ShardRecord } from './shard-record';

/** A page of a list. */
export interface Page {
  readonly payments: readonly StoredPayment[];
  /** The position of the last payment, if more may follow. */
  readonly end: string | undefined;
}

/** Returns the page of a list after a position. */
export type ListPayments = (
  query: Omit<ListQuery, 'cursor'>,
  after: string | undefined,
  deadline?: Deadline,
) => Promise<Page>;

/** The table and the index for listing. */
export type ListingSettings = Pick<Configuration, 'paymentsTableName' | 'listingIndexName'>;

/** The part of a partition for a page: positions from `low` to `high`, excluding `after`. */
interface Range {
  readonly low: string;
  readonly high: string;
  readonly after: string | undefined;
}

// Positions start with a digit. The first text sorts before all positions, and the second text after them.
const BOUNDS = { low: '0', high: ':' } as const;

/**
 * Creates the list of a table's index on `status_shard` and `position`.
 *
 * A payment's position never changes, and each page follows the previous one. A payment that exists during all pages is listed
 * exactly once, regardless of concurrent writes. Like every DynamoDB index, it is eventually consistent: a payment whose state
 * is changing may be missing for a moment.
 *
 * @param countShards the number of shards for the payments of one state
 */
export function createListing(
  client: DynamoDBClient,
  settings: ListingSettings,
  countShards: ShardRecord['count'],
): ListPayments {
  return async ({ status, from, to, limit }, after, deadline) => {
    const low = from?.toISOString() ?? BOUNDS.low;
    const high = [to?.toISOString() ?? BOUNDS.high, after ?? BOUNDS.high].sort()[0] ?? BOUNDS.high;
    if (low > high) return { payments: [], end: undefined };
    const statuses = status === undefined ? STATUSES : [status];
    const length = await countShards(deadline);
    const partitions = statuses.flatMap((each) => Array.from({ length }, (_, shard) => partitionOf(each, shard)));
    // One more payment than the page size shows whether another page follows.
    const parts = await Promise.all(
      partitions.map((partition) => queryPartition(partition, { low, high, after }, limit + 1, deadline)),
    );
    const merged = mergeNewestFirst(parts.flat());
    const payments = merged.slice(0, limit);
    return { payments, end: merged.length > limit ? String(payments.at(-1)?.position) : undefined };
  };

  async function queryPartition(partition: string, { low, high, after }: Range, count: number, deadline?: Deadline) {
    const found: StoredPayment[] = [];
    let start: Attributes | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: settings.paymentsTableName,
          IndexName: settings.listingIndexName,
          KeyConditionExpression: 'status_shard = :partition AND #position BETWEEN :low AND :high',
          ExpressionAttributeNames: { '#position': 'position' },
          ExpressionAttributeValues: toAttributes({ ':partition': partition, ':low': low, ':high': high }),
          ScanIndexForward: false,
          Limit: count + 1 - found.length,
          ...(start && { ExclusiveStartKey: start }),
        }),
        ...callOptions(deadline),
      );
      found.push(...Items.map(fromAttributes).filter(({ position }) => position !== after));
      // A DynamoDB page also ends at 1 MB, regardless of the limit (Amazon DynamoDB, "Quotas").
      start = LastEvaluatedKey;
    } while (start && found.length < count);
    return found.slice(0, count);
  }
}

/** Sorts payments by position, latest first; keeps the newer version of a payment that is moving between partitions. */
export function mergeNewestFirst(payments: readonly StoredPayment[]): StoredPayment[] {
  const byId = new Map<unknown, StoredPayment>();
  for (const payment of payments) {
    const other = byId.get(payment.id);
    if (other === undefined || versionOf(other) < versionOf(payment)) byId.set(payment.id, payment);
  }
  const position = (payment: StoredPayment) => String(payment.position);
  return [...byId.values()].sort((one, other) => (position(one) > position(other) ? -1 : 1));
}
