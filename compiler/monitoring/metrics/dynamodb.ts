// The metrics of a DynamoDB table and of its indexes. Source: Amazon DynamoDB Developer Guide, "DynamoDB metrics and
// dimensions" (including the valid statistics) and "CloudWatch throttling metrics".

import { type MetricFacts, partMetrics } from './service';

/** The operations that a request metric is published for. */
export const OPERATIONS = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'Scan',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactGetItems',
  'TransactWriteItems',
  'ExecuteStatement',
  'BatchExecuteStatement',
  'ExecuteTransaction',
] as const;

const sums = ['Sum', 'SampleCount'] as const;
const all = ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'] as const;

const throttles: MetricFacts = { unit: 'Count', statistics: sums };
const consumed: MetricFacts = { unit: 'Count', statistics: all };
const provisioned: MetricFacts = { unit: 'Count', statistics: ['Average', 'Minimum', 'Maximum'] };
const byOperation = { dimensions: [['Operation']] } as const;

/** The metrics that both tables and indexes have. */
const OF_BOTH = {
  ConsumedReadCapacityUnits: consumed,
  ConsumedWriteCapacityUnits: consumed,
  ProvisionedReadCapacityUnits: provisioned,
  ProvisionedWriteCapacityUnits: provisioned,
  ReadThrottleEvents: throttles,
  WriteThrottleEvents: throttles,
  ReadProvisionedThroughputThrottleEvents: throttles,
  WriteProvisionedThroughputThrottleEvents: throttles,
  ReadMaxOnDemandThroughputThrottleEvents: throttles,
  WriteMaxOnDemandThroughputThrottleEvents: throttles,
  ReadAccountLimitThrottleEvents: throttles,
  WriteAccountLimitThrottleEvents: throttles,
  ReadKeyRangeThroughputThrottleEvents: throttles,
  WriteKeyRangeThroughputThrottleEvents: throttles,
} as const;

const TABLE = 'tables';
const INDEX = 'indexes that are being added';
const STREAM = 'streams';
const KINESIS = 'Kinesis data streams of tables';
const ACCOUNT = 'the account and Region';

const ELSEWHERE = {
  // All requests of the account that fail with status 400.
  UserErrors: ACCOUNT,
  AccountMaxReads: ACCOUNT,
  AccountMaxWrites: ACCOUNT,
  AccountMaxTableLevelReads: ACCOUNT,
  AccountMaxTableLevelWrites: ACCOUNT,
  AccountProvisionedReadCapacityUtilization: ACCOUNT,
  AccountProvisionedWriteCapacityUtilization: ACCOUNT,
  MaxProvisionedTableReadCapacityUtilization: ACCOUNT,
  MaxProvisionedTableWriteCapacityUtilization: ACCOUNT,
  ReturnedBytes: STREAM,
  ReturnedRecordsCount: STREAM,
  AgeOfOldestUnreplicatedRecord: KINESIS,
  ConsumedChangeDataCaptureUnits: KINESIS,
  FailedToReplicateRecordCount: KINESIS,
  ThrottledPutRecordCount: KINESIS,
} as const;

/** The metrics of a table. */
export const TABLE_METRICS = partMetrics({
  what: 'a DynamoDB table',
  namespace: 'AWS/DynamoDB',
  identity: ['TableName'],
  metrics: {
    ...OF_BOTH,
    ConditionalCheckFailedRequests: { unit: 'Count', statistics: all },
    ReturnedItemCount: { ...byOperation, unit: 'Count', statistics: all },
    SuccessfulRequestLatency: {
      ...byOperation,
      unit: 'Milliseconds',
      statistics: ['Average', 'Minimum', 'Maximum', 'SampleCount', 'percentile'],
    },
    SystemErrors: { ...byOperation, unit: 'Count', statistics: sums },
    ThrottledRequests: { ...byOperation, unit: 'Count', statistics: sums },
    TimeToLiveDeletedItemCount: { unit: 'Count', statistics: ['Sum'] },
    TransactionConflict: { unit: 'Count', statistics: all },
    PendingReplicationCount: {
      unit: 'Count',
      statistics: ['Average', 'Sum', 'SampleCount'],
      dimensions: [['ReceivingRegion']],
    },
    ReplicationLatency: {
      unit: 'Milliseconds',
      statistics: ['Average', 'Minimum', 'Maximum'],
      dimensions: [['ReceivingRegion']],
    },
  },
  elsewhere: {
    ...ELSEWHERE,
    OnlineIndexConsumedWriteCapacity: INDEX,
    OnlineIndexPercentageProgress: INDEX,
    OnlineIndexThrottleEvents: INDEX,
  },
  values: { Operation: OPERATIONS },
  ignoresMissingData: true,
});

/** The metrics of an index. */
export const INDEX_METRICS = partMetrics({
  what: 'an index of a DynamoDB table',
  namespace: 'AWS/DynamoDB',
  identity: ['TableName', 'GlobalSecondaryIndexName'],
  metrics: {
    ...OF_BOTH,
    OnlineIndexConsumedWriteCapacity: consumed,
    OnlineIndexPercentageProgress: { unit: 'Percent', statistics: all },
    OnlineIndexThrottleEvents: { unit: 'Count', statistics: all },
  },
  elsewhere: {
    ...ELSEWHERE,
    ConditionalCheckFailedRequests: TABLE,
    ReturnedItemCount: TABLE,
    SuccessfulRequestLatency: TABLE,
    SystemErrors: TABLE,
    ThrottledRequests: TABLE,
    TimeToLiveDeletedItemCount: TABLE,
    TransactionConflict: TABLE,
    PendingReplicationCount: TABLE,
    ReplicationLatency: TABLE,
  },
  ignoresMissingData: true,
});
