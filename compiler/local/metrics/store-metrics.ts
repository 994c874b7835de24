// The metrics of tables and queues that follow from the calls to them.

import { TABLE_METRICS } from '../../monitoring/metrics/dynamodb';
import { QUEUE_METRICS } from '../../monitoring/metrics/sqs';
import type { AnsweredCall, JsonObject } from '../front/call';
import type { QueueLevel } from '../stores/sqs';
import type { RecordValue, RunMetrics } from './run-metrics';

type TableMetric = keyof typeof TABLE_METRICS.metrics;
type QueueMetric = keyof typeof QUEUE_METRICS.metrics;

/** The types of the answers to calls that DynamoDB throttles. */
const THROTTLES = /#(ProvisionedThroughputExceededException|ThrottlingException|RequestLimitExceeded)$/;

/** Returns a function that records each answered call. */
export function storeMetrics(metrics: RunMetrics): (call: AnsweredCall) => void {
  return (call) => {
    if (call.answer.refusedBy === 'permissions') return;
    if (call.service === 'dynamodb') recordTables(call, metrics);
    else if (call.service === 'sqs') recordQueue(call, metrics);
  };
}

function recordTables({ resources, operation, answer, milliseconds }: AnsweredCall, metrics: RunMetrics): void {
  const { statusCode, body } = answer;
  const type = String(body.__type ?? '');
  for (const TableName of new Set(resources.flatMap(tableOf))) {
    const recorder = (name: TableMetric, more: Readonly<Record<string, string>> = {}): RecordValue =>
      metrics.recorder({ namespace: TABLE_METRICS.namespace, name, dimensions: { TableName, ...more } });
    const ofOperation = (name: TableMetric) => recorder(name, { Operation: operation });
    if (statusCode === 200) {
      ofOperation('SuccessfulRequestLatency')(milliseconds);
      if (typeof body.Count === 'number') ofOperation('ReturnedItemCount')(body.Count);
    } else if (THROTTLES.test(type)) ofOperation('ThrottledRequests')(1);
    else if (statusCode >= 500) ofOperation('SystemErrors')(1);
    else if (type.endsWith('#ConditionalCheckFailedException')) recorder('ConditionalCheckFailedRequests')(1);
    for (const code of cancellations(body)) {
      if (code === 'ConditionalCheckFailed') recorder('ConditionalCheckFailedRequests')(1);
      else if (code === 'TransactionConflict') recorder('TransactionConflict')(1);
    }
  }
}

/** The codes of a cancelled transaction. */
function cancellations({ CancellationReasons }: JsonObject): readonly unknown[] {
  return Array.isArray(CancellationReasons)
    ? CancellationReasons.map((reason: { readonly Code?: unknown }) => reason.Code)
    : [];
}

function tableOf(arn: string): string[] {
  const [, name] = /:table\/([^/]+)/.exec(arn) ?? [];
  return name === undefined ? [] : [name];
}

function recordQueue(call: AnsweredCall, metrics: RunMetrics): void {
  const [arn] = call.resources;
  if (arn === undefined || call.answer.statusCode !== 200) return;
  const QueueName = arn.slice(arn.lastIndexOf(':') + 1);
  for (const [name, value] of queueValues(call))
    metrics.recorder({ namespace: QUEUE_METRICS.namespace, name, dimensions: { QueueName } })(value);
}

function queueValues({ operation, request, answer }: AnsweredCall): [QueueMetric, number][] {
  const { Messages, Successful } = answer.body as { readonly Messages?: unknown[]; readonly Successful?: unknown[] };
  switch (operation) {
    case 'SendMessage':
      return [
        ['NumberOfMessagesSent', 1],
        ['SentMessageSize', Buffer.byteLength(String(request.MessageBody))],
      ];
    case 'SendMessageBatch':
      return [['NumberOfMessagesSent', Successful?.length ?? 0]];
    case 'DeleteMessage':
      return [['NumberOfMessagesDeleted', 1]];
    case 'DeleteMessageBatch':
      return [['NumberOfMessagesDeleted', Successful?.length ?? 0]];
    case 'ReceiveMessage':
      return Messages === undefined || Messages.length === 0
        ? [['NumberOfEmptyReceives', 1]]
        : [['NumberOfMessagesReceived', Messages.length]];
    default:
      return [];
  }
}

/** Records the numbers of items that were deleted because they expired, by table. */
export function recordExpired(deleted: ReadonlyMap<string, number>, metrics: RunMetrics): void {
  for (const [TableName, items] of deleted)
    metrics.recorder({
      namespace: TABLE_METRICS.namespace,
      name: 'TimeToLiveDeletedItemCount' satisfies TableMetric,
      dimensions: { TableName },
    })(items);
}

/** Records the numbers of messages of queues, at a time in milliseconds. */
export function recordLevels(levels: readonly QueueLevel[], metrics: RunMetrics, time: number): void {
  for (const { name: QueueName, visible, delayed, notVisible, oldestSeconds } of levels) {
    const record = (name: QueueMetric, value: number) =>
      metrics.recorder({ namespace: QUEUE_METRICS.namespace, name, dimensions: { QueueName } })(value, time);
    record('ApproximateNumberOfMessagesVisible', visible);
    record('ApproximateNumberOfMessagesDelayed', delayed);
    record('ApproximateNumberOfMessagesNotVisible', notVisible);
    record('ApproximateAgeOfOldestMessage', Math.round(oldestSeconds));
  }
}
