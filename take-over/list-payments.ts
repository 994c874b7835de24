// Adds payments of the previous program to the listing index.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isStatus } from '../contract/states';
import { partitionOf, positionOf, shardOf } from '../runtime/item';
import { createShardRecord } from '../runtime/shard-record';
import type { TableSettings } from '../runtime/store';

/** The number of payments by result. */
export interface BackfillCounts {
  /** Added to the index. */
  listed: number;
  /** Changed concurrently by a writer that added them to the index. */
  changedMeanwhile: number;
  /** Left unchanged, because the index cannot contain their state, time or id. */
  skipped: number;
}

/** The maximum size of a sort key's value, in bytes (Amazon DynamoDB, "Quotas": 1,024 bytes). */
const MAX_SORT_KEY_BYTES = 1024;

/** The last second of year 9999; later times do not have a four-digit year. */
const MAX_SECONDS = 253_402_300_799;

/**
 * Adds each unlisted payment to the listing index, and changes nothing else.
 *
 * Safe to run while payments are served, to interrupt, and to run again: each update is conditional, and listed payments are not
 * changed. Reads the whole table once, in pages of at most 1 MB.
 */
export async function backfillListing(
  client: DynamoDBClient,
  { paymentsTableName: TableName, listingShards }: TableSettings,
): Promise<BackfillCounts> {
  // A time may have more digits than a JavaScript number can store.
  const documents = DynamoDBDocumentClient.from(client, { unmarshallOptions: { wrapNumbers: (digits) => digits } });
  await createShardRecord(client, { paymentsTableName: TableName, listingShards }).raise();
  const counts: BackfillCounts = { listed: 0, changedMeanwhile: 0, skipped: 0 };
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'attribute_exists(#status) AND attribute_not_exists(#position)',
        ProjectionExpression: 'id, #status, #timestamp',
        ExpressionAttributeNames: { '#status': 'status', '#position': 'position', '#timestamp': 'timestamp' },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of Items) counts[await list(item)] += 1;
    start = LastEvaluatedKey;
  } while (start);
  return counts;

  async function list({ id, status, timestamp }: Record<string, unknown>): Promise<keyof BackfillCounts> {
    const seconds = Number(timestamp);
    if (typeof id !== 'string' || typeof status !== 'string' || !isStatus(status)) return 'skipped';
    if (!(seconds >= 0 && seconds <= MAX_SECONDS)) return 'skipped';
    const position = positionOf(new Date(seconds * 1000), id);
    if (Buffer.byteLength(position) > MAX_SORT_KEY_BYTES) return 'skipped';
    try {
      await documents.send(
        new UpdateCommand({
          TableName,
          Key: { id },
          UpdateExpression: 'SET status_shard = :partition, #position = :position',
          ConditionExpression: '#status = :status AND attribute_not_exists(#position)',
          ExpressionAttributeNames: { '#status': 'status', '#position': 'position' },
          ExpressionAttributeValues: {
            ':partition': partitionOf(status, shardOf(id, listingShards)),
            ':position': position,
            ':status': status,
          },
        }),
      );
      return 'listed';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'changedMeanwhile';
      throw error;
    }
  }
}
