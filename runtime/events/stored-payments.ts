// Reads the payments of a time from the listing index, for reconciliation and for replays.

import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { STATUSES } from '../../contract/states';
import { fromAttributes, toAttributes } from '../attributes';
import { partitionOf, type StoredPayment } from '../item';
import type { ListingSettings } from '../listing';

/** The attributes of a payment that its events need. */
const ATTRIBUTES = ['id', 'amount', 'currency', 'status', 'timestamp', 'position', 'history', 'version'] as const;

/** A period with its end excluded, as texts that compare with positions, such as 2026-11-30. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Whether a time is in a period. */
export function isWithin(time: string, { from, to }: Period): boolean {
  return time >= from && time < to;
}

/**
 * Reads the payments that were stored in a period, in pages and in no order.
 *
 * A payment whose state changes meanwhile can be missing or come twice, as in every list of the index.
 */
export async function* readStoredPayments(
  client: DynamoDBClient,
  { paymentsTableName, listingIndexName }: ListingSettings,
  shards: number,
  { from, to }: Period,
): AsyncGenerator<readonly StoredPayment[]> {
  const names = ATTRIBUTES.map((name) => [`#${name}`, name] as const);
  for (const status of STATUSES) {
    for (let shard = 0; shard < shards; shard++) {
      const query = {
        TableName: paymentsTableName,
        IndexName: listingIndexName,
        KeyConditionExpression: 'status_shard = :partition AND #position BETWEEN :from AND :to',
        ProjectionExpression: names.map(([placeholder]) => placeholder).join(', '),
        ExpressionAttributeNames: Object.fromEntries(names),
        ExpressionAttributeValues: toAttributes({
          ':partition': partitionOf(status, shard),
          ':from': from,
          ':to': to,
        }),
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) yield Items.map(fromAttributes);
    }
  }
}
