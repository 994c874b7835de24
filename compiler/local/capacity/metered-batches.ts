// Meters batches by item: DynamoDB returns the items that lack capacity, and refuses a batch only if all do (Amazon DynamoDB API
// Reference, BatchWriteItem and BatchGetItem).

import type { JsonObject, StoreAnswer } from '../front/call';
import type { MeterOfCall } from './run-capacity';

/** Performs an operation of the store with a meter; without one, nothing is refused. */
export type PerformMetered = (operation: string, request: JsonObject, meter?: MeterOfCall) => Promise<StoreAnswer>;

/** Whether an operation is a batch. */
export function isBatch(operation: string): boolean {
  return operation === 'BatchWriteItem' || operation === 'BatchGetItem';
}

/** The members of the requests and answers of both operations. */
const MEMBERS = {
  BatchWriteItem: { unprocessed: 'UnprocessedItems' },
  BatchGetItem: { unprocessed: 'UnprocessedKeys' },
} as const;

/** One item of a batch, as a batch of its own. */
interface Part {
  readonly table: string;
  readonly request: JsonObject;
  /** The part in the form of `UnprocessedItems` or `UnprocessedKeys`. */
  readonly unprocessed: readonly unknown[] | JsonObject;
}

/** A meter that refuses each write, so that the store only validates a batch. */
const REFUSAL: StoreAnswer = { statusCode: 400, body: {}, refusedBy: 'capacity' };
const VALIDATING: MeterOfCall = { read: () => undefined, write: () => REFUSAL };

/** Performs a batch. */
export async function performBatch(
  operation: string,
  request: JsonObject,
  meter: MeterOfCall,
  perform: PerformMetered,
): Promise<StoreAnswer> {
  const checked = await perform(operation, request, operation === 'BatchWriteItem' ? VALIDATING : undefined);
  if (checked.statusCode !== 200 && checked.refusedBy === undefined) return checked;
  const parts = operation === 'BatchWriteItem' ? writesOf(request) : keysOf(request);
  const processed: StoreAnswer[] = [];
  const refused: Part[] = [];
  let refusal: StoreAnswer | undefined;
  for (const part of parts) {
    const answer = await perform(operation, part.request, meter);
    if (answer.refusedBy === 'capacity') {
      refusal = answer;
      refused.push(part);
    } else if (answer.statusCode !== 200) return answer;
    else processed.push(answer);
  }
  if (processed.length === 0 && refusal !== undefined) return refusal;
  const { unprocessed } = MEMBERS[operation as keyof typeof MEMBERS];
  return { statusCode: 200, body: { ...mergeAnswers(processed), [unprocessed]: mergeUnprocessed(refused) } };
}

type TableRequests = readonly [table: string, requests: unknown][];

function writesOf(request: JsonObject): Part[] {
  return (Object.entries(request.RequestItems as JsonObject) as unknown as TableRequests).flatMap(([table, writes]) =>
    (writes as readonly unknown[]).map((write) => ({
      table,
      request: { ...request, RequestItems: { [table]: [write] } },
      unprocessed: [write],
    })),
  );
}

function keysOf(request: JsonObject): Part[] {
  return (Object.entries(request.RequestItems as JsonObject) as unknown as TableRequests).flatMap(([table, of]) => {
    const { Keys, ...rest } = of as { readonly Keys: readonly unknown[] };
    return Keys.map((key) => {
      const unprocessed = { ...rest, Keys: [key] };
      return { table, request: { ...request, RequestItems: { [table]: unprocessed } }, unprocessed };
    });
  });
}

/** Joins the items of the answers, and adds up their capacity by table. */
function mergeAnswers(answers: readonly StoreAnswer[]): JsonObject {
  const responses: Record<string, unknown[]> = {};
  const units = new Map<string, number>();
  for (const { body } of answers) {
    for (const [table, items] of Object.entries((body.Responses ?? {}) as Record<string, unknown[]>))
      responses[table] = [...(responses[table] ?? []), ...items];
    for (const { TableName, CapacityUnits } of (body.ConsumedCapacity ?? []) as Consumed[])
      units.set(TableName, (units.get(TableName) ?? 0) + CapacityUnits);
  }
  const consumed = [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits }));
  return {
    ...(answers.some(({ body }) => body.Responses !== undefined) && { Responses: responses }),
    ...(consumed.length > 0 && { ConsumedCapacity: consumed }),
  };
}

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

function mergeUnprocessed(parts: readonly Part[]): JsonObject {
  const byTable: Record<string, Part['unprocessed']> = {};
  for (const { table, unprocessed } of parts) {
    const known = byTable[table];
    if (known === undefined) byTable[table] = unprocessed;
    else if (Array.isArray(known)) byTable[table] = [...known, ...(unprocessed as readonly unknown[])];
    else {
      const Keys = [known, unprocessed].flatMap((of) => (of as { readonly Keys: readonly unknown[] }).Keys);
      byTable[table] = { ...known, Keys };
    }
  }
  return byTable;
}
