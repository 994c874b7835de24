// Rules for SQS.

import type { KindRule } from '../rule';

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
      redriveAllowPolicy: 'RedriveAllowPolicy',
    },
    attributes: { id: 'Ref', url: 'Ref', name: { get: 'QueueName' }, arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:sqs/queue:Queue'>,

  'aws:sqs/queuePolicy:QueuePolicy': {
    type: 'AWS::SQS::QueuePolicy',
    inputs: { queueUrl: (queue) => ({ Queues: [queue] }), policy: 'PolicyDocument' },
  } satisfies KindRule<'aws:sqs/queuePolicy:QueuePolicy'>,
};
