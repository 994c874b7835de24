// The operations that the stand-ins have.

import type { Service } from './call';

/** The operations of dynalite, of the SQS part of fauxqs, and of the stand-in of secrets. */
export const OPERATIONS: Readonly<Record<Service, readonly string[]>> = {
  dynamodb: [
    ...['BatchGetItem', 'BatchWriteItem', 'CreateTable', 'DeleteItem', 'DeleteTable', 'DescribeTable', 'GetItem'],
    ...['DescribeTimeToLive', 'ListTables', 'PutItem', 'Query', 'Scan', 'TagResource', 'UntagResource', 'UpdateItem'],
    ...['ListTagsOfResource', 'UpdateTable'],
  ],
  sqs: [
    ...['ChangeMessageVisibility', 'ChangeMessageVisibilityBatch', 'CreateQueue', 'DeleteMessage', 'DeleteQueue'],
    ...['DeleteMessageBatch', 'GetQueueAttributes', 'GetQueueUrl', 'ListQueueTags', 'ListQueues', 'PurgeQueue'],
    ...['ReceiveMessage', 'SendMessage', 'SendMessageBatch', 'SetQueueAttributes', 'TagQueue', 'UntagQueue'],
  ],
  secretsmanager: ['GetSecretValue'],
  ssm: ['GetParameter'],
};
