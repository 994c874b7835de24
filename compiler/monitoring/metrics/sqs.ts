// The metrics of a standard queue. Source: Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS".

import { type MetricFacts, partMetrics, STATISTICS } from './service';

const messages: MetricFacts = { unit: 'Count', statistics: STATISTICS };

/** Queues with message groups, which have metrics of quiet groups, those of tenants that are not noisy (ibid., "Amazon SQS fair queues"). */
const QUIET = 'fair queues';
const FIFO = 'FIFO queues';

/** The metrics of a queue. */
export const QUEUE_METRICS = partMetrics({
  what: 'an SQS queue',
  namespace: 'AWS/SQS',
  identity: ['QueueName'],
  metrics: {
    ApproximateAgeOfOldestMessage: { unit: 'Seconds', statistics: STATISTICS },
    ApproximateNumberOfMessagesDelayed: messages,
    ApproximateNumberOfMessagesNotVisible: messages,
    ApproximateNumberOfMessagesVisible: messages,
    NumberOfEmptyReceives: messages,
    NumberOfMessagesDeleted: messages,
    NumberOfMessagesReceived: messages,
    NumberOfMessagesSent: messages,
    SentMessageSize: { unit: 'Bytes', statistics: STATISTICS },
  },
  elsewhere: {
    ApproximateNumberOfGroupsWithInflightMessages: FIFO,
    NumberOfDeduplicatedSentMessages: FIFO,
    ApproximateNumberOfNoisyGroups: QUIET,
    ApproximateAgeOfOldestMessageInQuietGroups: QUIET,
    ApproximateNumberOfMessagesDelayedInQuietGroups: QUIET,
    ApproximateNumberOfMessagesNotVisibleInQuietGroups: QUIET,
    ApproximateNumberOfMessagesVisibleInQuietGroups: QUIET,
  },
  ignoresMissingData: false,
});
