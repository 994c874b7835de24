// Tables with their items, and queues with their messages.

import type { JsonObject } from '../front/call';
import type { HeldMessage } from '../stores/fauxqs-library';
import type { HeldQueue } from '../stores/sqs';
import type { Stores } from '../stores/stores';
import type { ItemPage, MessagePage, QueueInfo, QueueMessage, TableInfo } from './api';
import { cut } from './recorded-request';
import type { Recorder } from './recorder';

/** Maximum size of a message in the list, in bytes. */
const MOST_BODY_BYTES = 16 * 1024;

type Perform = Pick<Stores, 'perform'>;

interface Description {
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly BillingModeSummary?: { readonly BillingMode?: string };
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly { readonly AttributeName: string }[];
    readonly Projection?: { readonly ProjectionType?: string };
  }[];
}

/** The tables, by name. */
export async function listTables({ perform }: Perform, recorder: Pick<Recorder, 'consumedOf'>): Promise<TableInfo[]> {
  const { TableNames = [] } = await call<{ TableNames?: readonly string[] }>(perform, 'ListTables', {});
  return Promise.all(
    TableNames.map(async (name): Promise<TableInfo> => {
      const { Table } = await call<{ Table: Description }>(perform, 'DescribeTable', { TableName: name });
      return {
        name,
        key: keyOf(Table),
        billing: Table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST' ? 'on demand' : 'provisioned',
        indexes: (Table.GlobalSecondaryIndexes ?? []).map((index) => ({
          name: index.IndexName,
          key: keyOf(index),
          projection: index.Projection?.ProjectionType ?? 'ALL',
        })),
        consumed: recorder.consumedOf(name),
      };
    }),
  );
}

function keyOf({ KeySchema }: Pick<Description, 'KeySchema'>): string {
  return KeySchema.map(({ AttributeName }) => AttributeName).join(', ');
}

/** A page of the items of a table or an index. `start` is the `next` of the page before. */
export async function listItems(
  { perform }: Perform,
  of: {
    readonly table: string;
    readonly index?: string | undefined;
    readonly start?: string | undefined;
    readonly limit: number;
  },
): Promise<ItemPage> {
  const { Items = [], LastEvaluatedKey } = await call<{ Items?: readonly JsonObject[]; LastEvaluatedKey?: JsonObject }>(
    perform,
    'Scan',
    {
      TableName: of.table,
      Limit: of.limit,
      ...(of.index !== undefined && { IndexName: of.index }),
      ...(of.start !== undefined && { ExclusiveStartKey: JSON.parse(of.start) }),
    },
  );
  return {
    items: Items.map(plainItem),
    next: LastEvaluatedKey === undefined ? null : JSON.stringify(LastEvaluatedKey),
  };
}

/** A call that the service refuses, such as with an unknown table. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';
}

async function call<T>(perform: Stores['perform'], operation: string, request: JsonObject): Promise<T> {
  const { statusCode, body } = await perform('dynamodb', operation, request);
  if (statusCode !== 200) throw new RefusedCall(String(body.message ?? body.Message));
  return body as T;
}

/** An item with plain values in place of typed ones; numbers stay texts, because they can have 38 digits. */
function plainItem(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  const [[type, content] = []] = Object.entries(value as JsonObject);
  if (type === 'NULL') return null;
  if (type === 'M') return plainItem(content as JsonObject);
  if (type === 'L') return (content as readonly unknown[]).map(plainValue);
  return content;
}

/** The queues, by name. */
export function listQueues({ queues }: Pick<Stores, 'queues'>): QueueInfo[] {
  return queues()
    .map(({ name, waiting, delayed, inFlight }) => ({
      name,
      waiting: waiting.length,
      delayed: delayed.length,
      inFlight: inFlight.length,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A page of the messages of a queue; undefined for an unknown queue. */
export function listMessages(
  { queues }: Pick<Stores, 'queues'>,
  { queue: wanted, offset, limit }: { readonly queue: string; readonly offset: number; readonly limit: number },
): MessagePage | undefined {
  const queue = queues().find(({ name }) => name === wanted);
  if (queue === undefined) return undefined;
  const all = messagesOf(queue);
  return { total: all.length, offset, messages: all.slice(offset, offset + limit).map(describeMessage) };
}

type Held = { readonly message: HeldMessage; readonly state: QueueMessage['state'] };

function messagesOf({ waiting, delayed, inFlight }: HeldQueue): Held[] {
  const as = (state: Held['state']) => (message: HeldMessage) => ({ message, state });
  return [...waiting.map(as('waiting')), ...inFlight.map(as('in flight')), ...delayed.map(as('delayed'))];
}

function describeMessage({ message, state }: Held): QueueMessage {
  return { sentAt: message.sentTimestamp, state, body: cut(message.body, MOST_BODY_BYTES) };
}
