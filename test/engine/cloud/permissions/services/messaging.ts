// The calls for topics, subscriptions and queues.

import { type Call, calls, type KindCalls, type Subject, when } from '../call';

/** The ARN of the queue of a policy, which refers to it by URL. */
function queueOf({ inputs, place }: Subject, action: string): Call[] {
  const name = String(inputs.queueUrl).split(/[/:]/).at(-1);
  return calls(`arn:${place.partition}:sqs:${place.region}:${place.account}:${name}`, action);
}

const topicOf = ({ inputs }: Subject, action: string) => calls(String(inputs.arn), action);

/** The calls of each kind. Creating a topic or a queue with a customer managed key does not require permissions on the key. */
export const MESSAGING = {
  'aws:sns/topic:Topic': {
    source: 'sns/topic.go',
    tagging: { tag: 'sns:TagResource', untag: 'sns:UntagResource', list: 'sns:ListTagsForResource' },
    make: ({ arn }) => calls(arn, 'sns:CreateTopic'),
    read: ({ arn }) => calls(arn, 'sns:GetTopicAttributes', 'sns:ListTagsForResource'),
    update: ({ arn, changes }) =>
      when(changes('kmsMasterKeyId', 'signatureVersion'), calls(arn, 'sns:SetTopicAttributes')),
    delete: ({ arn }) => calls(arn, 'sns:DeleteTopic'),
  },

  'aws:sns/topicPolicy:TopicPolicy': {
    source: 'sns/topic_policy.go',
    make: (subject) => topicOf(subject, 'sns:SetTopicAttributes'),
    read: (subject) => topicOf(subject, 'sns:GetTopicAttributes'),
    update: (subject) => when(subject.changes('policy'), topicOf(subject, 'sns:SetTopicAttributes')),
    // The provider restores the default policy.
    delete: (subject) => topicOf(subject, 'sns:SetTopicAttributes'),
  },

  'aws:sns/topicSubscription:TopicSubscription': {
    // Subscriptions are not a resource type (Service Authorization Reference, Amazon SNS).
    source: 'sns/topic_subscription.go; Service Authorization Reference, Amazon SNS',
    make: ({ inputs }) => calls(String(inputs.topic), 'sns:Subscribe'),
    read: () => calls('*', 'sns:GetSubscriptionAttributes'),
    update: () => [],
    delete: () => calls('*', 'sns:Unsubscribe', 'sns:GetSubscriptionAttributes'),
  },

  'aws:sqs/queue:Queue': {
    source: 'sqs/queue.go',
    tagging: { tag: 'sqs:TagQueue', untag: 'sqs:UntagQueue', list: 'sqs:ListQueueTags' },
    make: ({ arn }) => calls(arn, 'sqs:CreateQueue'),
    read: ({ arn }) => calls(arn, 'sqs:GetQueueAttributes', 'sqs:ListQueueTags'),
    update: ({ arn, changes }) =>
      when(
        changes(
          ...['messageRetentionSeconds', 'visibilityTimeoutSeconds', 'maxMessageSize'],
          ...['kmsMasterKeyId', 'sqsManagedSseEnabled', 'delaySeconds'],
          ...['contentBasedDeduplication', 'deduplicationScope', 'fifoThroughputLimit'],
        ),
        calls(arn, 'sqs:SetQueueAttributes'),
      ),
    delete: ({ arn }) => calls(arn, 'sqs:DeleteQueue', 'sqs:GetQueueAttributes'),
  },

  'aws:sqs/queuePolicy:QueuePolicy': {
    source: 'sqs/queue_policy.go',
    make: (subject) => queueOf(subject, 'sqs:SetQueueAttributes'),
    read: (subject) => queueOf(subject, 'sqs:GetQueueAttributes'),
    update: (subject) => when(subject.changes('policy'), queueOf(subject, 'sqs:SetQueueAttributes')),
    delete: (subject) => queueOf(subject, 'sqs:SetQueueAttributes'),
  },

  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': {
    source: 'sqs/queue_redrive_allow_policy.go',
    make: (subject) => queueOf(subject, 'sqs:SetQueueAttributes'),
    read: (subject) => queueOf(subject, 'sqs:GetQueueAttributes'),
    update: (subject) => when(subject.changes('redriveAllowPolicy'), queueOf(subject, 'sqs:SetQueueAttributes')),
    delete: (subject) => queueOf(subject, 'sqs:SetQueueAttributes'),
  },

  'aws:sqs/redrivePolicy:RedrivePolicy': {
    source: 'sqs/queue_redrive_policy.go',
    make: (subject) => queueOf(subject, 'sqs:SetQueueAttributes'),
    read: (subject) => queueOf(subject, 'sqs:GetQueueAttributes'),
    update: (subject) => when(subject.changes('redrivePolicy'), queueOf(subject, 'sqs:SetQueueAttributes')),
    delete: (subject) => queueOf(subject, 'sqs:SetQueueAttributes'),
  },
} satisfies Record<string, KindCalls>;
