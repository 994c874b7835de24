// The calls for topics, subscriptions and queues.

import { type Call, calls, type KindCalls, type Subject, when } from '../call';

/** A queue's policy is authorized on the queue, which it names by URL. */
function queueOf({ inputs, place }: Subject, action: string): Call[] {
  const name = String(inputs.queueUrl).split(/[/:]/).at(-1);
  return calls(`arn:${place.partition}:sqs:${place.region}:${place.account}:${name}`, action);
}

const topicOf = ({ inputs }: Subject, action: string) => calls(String(inputs.arn), action);

/** By kind. A topic or a queue with a customer's key takes no rights to the key of its maker. */
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
    // It puts the default policy back.
    delete: (subject) => topicOf(subject, 'sns:SetTopicAttributes'),
  },

  'aws:sns/topicSubscription:TopicSubscription': {
    // Subscriptions are no resource type (Service Authorization Reference, Amazon SNS).
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
          ...['kmsMasterKeyId', 'sqsManagedSseEnabled'],
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
} satisfies Record<string, KindCalls>;
