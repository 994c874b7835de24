// Meters reads by the consumed capacity that dynalite reports.

import type { JsonObject, StoreAnswer } from '../front/call';
import type { MeterOfCall } from './run-capacity';

const READS: ReadonlySet<string> = new Set(['BatchGetItem', 'GetItem', 'Query', 'Scan']);

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

/** Performs an operation, and refuses a read that lacks capacity. */
export async function meterReads(
  operation: string,
  request: JsonObject,
  meter: Pick<MeterOfCall, 'read'>,
  perform: (request: JsonObject) => Promise<StoreAnswer>,
): Promise<StoreAnswer> {
  if (!READS.has(operation)) return perform(request);
  const isReported = request.ReturnConsumedCapacity === 'TOTAL' || request.ReturnConsumedCapacity === 'INDEXES';
  const answer = await perform(isReported ? request : { ...request, ReturnConsumedCapacity: 'TOTAL' });
  if (answer.statusCode !== 200) return answer;
  const { ConsumedCapacity, ...rest } = answer.body;
  const index = typeof request.IndexName === 'string' ? request.IndexName : undefined;
  for (const { TableName, CapacityUnits } of [ConsumedCapacity ?? []].flat() as Consumed[]) {
    const units = correct(CapacityUnits, operation, request);
    const refusal = meter.read(TableName, index, units);
    if (refusal !== undefined) return refusal;
  }
  return isReported ? answer : { ...answer, body: rest };
}

/** Corrects two errors of dynalite: it ignores ConsistentRead of Scan, and reports 0 for a page without items. */
function correct(reported: number, operation: string, { ConsistentRead }: JsonObject): number {
  const isConsistent = ConsistentRead === true;
  const units = operation === 'Scan' && isConsistent ? reported * 2 : reported;
  // A page without items takes as many units as one small item.
  return Math.max(units, isConsistent ? 1 : 0.5);
}
