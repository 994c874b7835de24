// Rules for SQS.

import { isExpression, type NodeId } from '../../../graph/value';
import { type KindRule, omitted } from '../rule';

/** The rules of each kind. */
export const SQS = {
  'aws:sqs/queue:Queue': {
    type: 'AWS::SQS::Queue',
    taggable: true,
    inputs: {
      name: 'QueueName',
      messageRetentionSeconds: 'MessageRetentionPeriod',
      visibilityTimeoutSeconds: 'VisibilityTimeout',
      maxMessageSize: 'MaximumMessageSize',
      delaySeconds: 'DelaySeconds',
      receiveWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
      sqsManagedSseEnabled: 'SqsManagedSseEnabled',
      kmsMasterKeyId: 'KmsMasterKeyId',
      kmsDataKeyReusePeriodSeconds: 'KmsDataKeyReusePeriodSeconds',
      fifoQueue: 'FifoQueue',
      contentBasedDeduplication: 'ContentBasedDeduplication',
      deduplicationScope: 'DeduplicationScope',
      fifoThroughputLimit: 'FifoThroughputLimit',
    },
    attributes: { id: 'Ref', url: 'Ref', name: { get: 'QueueName' }, arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:sqs/queue:Queue'>,

  'aws:sqs/queuePolicy:QueuePolicy': {
    type: 'AWS::SQS::QueuePolicy',
    inputs: { queueUrl: (queue) => ({ Queues: [queue] }), policy: 'PolicyDocument' },
  } satisfies KindRule<'aws:sqs/queuePolicy:QueuePolicy'>,

  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': {
    partOf: ({ inputs: { queueUrl } }) => nodeOf(queueUrl),
    place: (properties) => properties,
    inputs: { queueUrl: omitted, redriveAllowPolicy: 'RedriveAllowPolicy' },
  } satisfies KindRule<'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy'>,

  'aws:sqs/redrivePolicy:RedrivePolicy': {
    partOf: ({ inputs: { queueUrl } }) => nodeOf(queueUrl),
    place: (properties) => properties,
    inputs: { queueUrl: omitted, redrivePolicy: 'RedrivePolicy' },
  } satisfies KindRule<'aws:sqs/redrivePolicy:RedrivePolicy'>,
};

/** The queue that a reference to its URL refers to. */
function nodeOf(queueUrl: unknown): NodeId | undefined {
  return isExpression(queueUrl) && queueUrl.$ === 'reference' ? queueUrl.node : undefined;
}
