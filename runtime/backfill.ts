// Payments that the program before this one stored, put into the listing index. A tool for people; no part of the bundle.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { partitionOf, positionOf, shardOf } from './item';
import { createShardRecord } from './shard-record';
import { isStatus } from './states';
import type { TableSettings } from './store';

/** What became of the payments that were in no list. */
export interface BackfillCounts {
  /** In the index now. */
  listed: number;
  /** Changed by someone else meanwhile, who put them there: nothing was left to do. */
  changedMeanwhile: number;
  /** Left as they are: their state, time or id is none that the index can hold. */
  skipped: number;
}

/** Most bytes of a sort key's value (Amazon DynamoDB, "Quotas": 1,024 bytes). */
const MAX_SORT_KEY_BYTES = 1024;

/** Seconds beyond which a time has no four-digit year. */
const MAX_SECONDS = 253_402_300_799;

/**
 * Gives each payment that has none its place in the listing index; nothing else of it changes.
 *
 * It may run while payments are served, be interrupted, and run again: each update is conditional, and what is listed is
 * not touched. It reads the whole table once, a page of at most 1 MB at a time.
 */
export async function backfillListing(
  client: DynamoDBClient,
  { paymentsTableName: TableName, listingShards }: TableSettings,
): Promise<BackfillCounts> {
  const table = DynamoDBDocumentClient.from(client);
  await createShardRecord(client, { paymentsTableName: TableName, listingShards }).raise();
  const counts: BackfillCounts = { listed: 0, changedMeanwhile: 0, skipped: 0 };
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
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
      await table.send(
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
