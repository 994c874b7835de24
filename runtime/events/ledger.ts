// The ledger of published events: a table with one item for each event, apart from the payments.

import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import type { EventData, PaymentEvent } from '../../contract/events';
import { type Attributes, fromAttributes, toAttributes } from '../attributes';
import { shardOf } from '../item';
import { createJsonNumber } from '../json';

/** The number of partitions for the payments of one day: DynamoDB writes up to 1,000 units per second to each (Amazon DynamoDB, "Designing partition keys"). */
const DAY_SHARDS = 8;

/** The maximum number of items in a request (Amazon DynamoDB API Reference, "BatchWriteItem"). */
const MAX_ITEMS = 25;

/** The number of days after which an entry expires. Reconciliation of older days is not possible. */
const RETENTION_DAYS = 100;

const DAY_MILLISECONDS = 86_400_000;

/** An entry of the ledger, as far as reconciliation reads it. */
export type LedgerEntry = Pick<EventData, 'status' | 'amount' | 'currency'> & { readonly time: string };

/** The ledger. */
export interface Ledger {
  /** Records events; recording an event again changes nothing. Rejects if any event is not recorded. */
  record(events: readonly PaymentEvent[]): Promise<void>;
  /** The entries of payments that were stored on a day, such as 2026-11-30, in pages. */
  read(day: string): AsyncIterable<readonly LedgerEntry[]>;
  /** When the ledger was created. It can lack the events of changes before that. */
  createdAt(): Promise<string>;
}

/** Creates the ledger on a table with the partition key `day_shard` and the sort key `event_id`. */
export function createLedger(client: DynamoDBClient, tableName: string, now: () => Date): Ledger {
  const toItem = ({ id, time, data }: PaymentEvent): Attributes =>
    toAttributes({
      day_shard: partitionOf(data.created_at.slice(0, 10), shardOf(data.payment_id, DAY_SHARDS)),
      event_id: id,
      payment_id: data.payment_id,
      version: data.version,
      status: data.status,
      amount: createJsonNumber(data.amount),
      currency: data.currency,
      time,
      expires_at: Math.floor((now().getTime() + RETENTION_DAYS * DAY_MILLISECONDS) / 1000),
    });

  async function write(items: readonly Attributes[]): Promise<void> {
    const requests = items.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }),
    );
    const left = UnprocessedItems[tableName]?.length ?? 0;
    if (left > 0) throw new Error(`the ledger did not accept ${left} of ${items.length} events`);
  }

  return {
    async record(events) {
      // A request must not contain an item twice, and a stream can repeat a record.
      const items = [...new Map(events.map((event) => [event.id, event])).values()].map(toItem);
      for (let at = 0; at < items.length; at += MAX_ITEMS) await write(items.slice(at, at + MAX_ITEMS));
    },
    async createdAt() {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
      return (Table?.CreationDateTime ?? new Date(0)).toISOString();
    },
    async *read(day) {
      for (let shard = 0; shard < DAY_SHARDS; shard++) {
        const query = {
          TableName: tableName,
          KeyConditionExpression: 'day_shard = :partition',
          ExpressionAttributeValues: toAttributes({ ':partition': partitionOf(day, shard) }),
          ConsistentRead: true,
        };
        for await (const { Items = [] } of paginateQuery({ client }, query))
          yield Items.map(fromAttributes).map(toEntry);
      }
    },
  };
}

function partitionOf(day: string, shard: number): string {
  return `${day}#${shard}`;
}

function toEntry({ status, amount, currency, time }: Readonly<Record<string, unknown>>): LedgerEntry {
  return { status, amount: String(amount), currency, time } as LedgerEntry;
}
