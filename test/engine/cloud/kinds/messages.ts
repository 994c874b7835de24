// Queues of SQS, topics of SNS, and their policies and subscriptions.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, identifiedBy, named, uuidOf } from '../behaviour';
import { isEqual, type Properties, text } from '../properties';

/** The kinds that are attributes of a queue in AWS, and end with it. */
const ATTRIBUTES_OF_QUEUES: ReadonlySet<string> = new Set([
  'aws:sqs/queuePolicy:QueuePolicy',
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy',
  'aws:sqs/redrivePolicy:RedrivePolicy',
]);

/** The behaviour of each kind of the two services. */
export const MESSAGES = {
  'aws:sqs/queue:Queue': {
    identity: named('name'),
    existing: {
      response: 'return',
      unless: (inputs, living) => {
        const other = Object.keys(inputs).find((key) => key !== 'tags' && !isEqual(inputs[key], living[key]));
        return (
          other &&
          `QueueAlreadyExists: A queue already exists with the same name and a different value for attribute ${other}`
        );
      },
    },
    id: (inputs, _generated, { region, account }) =>
      `https://sqs.${region}.amazonaws.com/${account}/${text(inputs, 'name')}`,
    defaults: {
      delaySeconds: 0,
      maxMessageSize: 262_144,
      messageRetentionSeconds: 345_600,
      receiveWaitTimeSeconds: 0,
      visibilityTimeoutSeconds: 30,
      fifoQueue: false,
      contentBasedDeduplication: false,
    },
    afterChange: ({ inputs }) => {
      if (text(inputs, 'kmsMasterKeyId') !== '') inputs.sqsManagedSseEnabled = false;
    },
    chosen: ({ kmsMasterKeyId }, { region }) => ({
      kmsDataKeyReusePeriodSeconds: 300,
      sqsManagedSseEnabled: kmsMasterKeyId === undefined,
      policy: '',
      redrivePolicy: '',
      redriveAllowPolicy: '',
      region,
    }),
    outputs: ({ inputs, id }, place) => ({ arn: arn('sqs', place, text(inputs, 'name')), url: id }),
    afterDelete: ({ id }, world) =>
      world.removeAll(({ type, inputs }) => ATTRIBUTES_OF_QUEUES.has(type) && inputs.queueUrl === id),
    source: 'internal/service/sqs/queue.go; SQS API, CreateQueue',
  },
  'aws:sqs/queuePolicy:QueuePolicy': {
    identity: identifiedBy('queueUrl'),
    existing: { response: 'overwrite' },
    source: 'internal/service/sqs/queue_policy.go; SQS API, SetQueueAttributes',
  },
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': {
    identity: identifiedBy('queueUrl'),
    existing: { response: 'overwrite' },
    source: 'internal/service/sqs/queue_redrive_allow_policy.go; SQS API, SetQueueAttributes',
  },
  'aws:sqs/redrivePolicy:RedrivePolicy': {
    identity: identifiedBy('queueUrl'),
    existing: { response: 'overwrite' },
    source: 'internal/service/sqs/queue_redrive_policy.go; SQS API, SetQueueAttributes',
  },
  'aws:sns/topic:Topic': {
    identity: named('name'),
    existing: {
      response: 'return',
      unless: (inputs, living) =>
        isEqual(tagsOf(inputs), tagsOf(living))
          ? undefined
          : 'InvalidParameter: Invalid parameter: Tags Reason: Topic already exists with different tags',
    },
    id: (inputs, _generated, place) => arn('sns', place, text(inputs, 'name')),
    chosen: (_inputs, { region }) => ({ signatureVersion: 1, tracingConfig: 'PassThrough', region }),
    outputs: ({ id }, { account }) => ({ arn: id, owner: account }),
    afterDelete: ({ id }, world) =>
      world.removeAll(
        ({ type, inputs }) =>
          (type === 'aws:sns/topicSubscription:TopicSubscription' && inputs.topic === id) ||
          (type === 'aws:sns/topicPolicy:TopicPolicy' && inputs.arn === id),
      ),
    source: 'internal/service/sns/topic.go; SNS API, CreateTopic ("this action is idempotent")',
  },
  'aws:sns/topicPolicy:TopicPolicy': {
    identity: identifiedBy('arn'),
    existing: { response: 'overwrite' },
    outputs: (_thing, { account }) => ({ owner: account }),
    source: 'internal/service/sns/topic_policy.go; SNS API, SetTopicAttributes',
  },
  'aws:sns/topicSubscription:TopicSubscription': {
    identity: identifiedBy('topic', 'protocol', 'endpoint'),
    existing: { response: 'return', unless: () => undefined },
    id: (inputs, generated) => `${text(inputs, 'topic')}:${uuidOf(generated)}`,
    defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
    outputs: ({ inputs, id }, { account }) => ({
      arn: id,
      ownerId: account,
      pendingConfirmation: String(inputs.protocol).startsWith('email'),
      confirmationWasAuthenticated: false,
    }),
    source:
      'internal/service/sns/topic_subscription.go; SNS API, Subscribe; hashicorp/terraform-provider-aws#10930 (the same endpoint has the same ARN)',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;

function tagsOf({ tags }: Properties): unknown {
  return tags ?? {};
}
