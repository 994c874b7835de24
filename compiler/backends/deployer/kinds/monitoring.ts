// Access rules for alarms, the dashboard, and notifications.

import { type KindAccess, passRole, serviceLinkedRole } from '../access';

/** The rules of each kind. */
export const MONITORING = {
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    service: 'chatbot',
    create: ['TagResource'],
    read: ['ListTagsForResource'],
    update: ['UpdateSlackChannelConfiguration', 'UntagResource'],
    delete: ['DeleteSlackChannelConfiguration'],
    without: 'region',
    on: ({ configurationName }) => [`chat-configuration/slack-channel/${configurationName}`],
    unscoped: ['CreateSlackChannelConfiguration', 'DescribeSlackChannelConfigurations'],
    also: ({ iamRoleArn }, target) => [
      passRole(iamRoleArn, 'chatbot.amazonaws.com'),
      serviceLinkedRole(target, 'management.chatbot.amazonaws.com', 'AWSServiceRoleForAWSChatbot'),
    ],
  } satisfies KindAccess<'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration'>,

  'aws:cloudwatch/compositeAlarm:CompositeAlarm': {
    service: 'cloudwatch',
    create: ['PutCompositeAlarm', 'TagResource'],
    read: ['ListTagsForResource'],
    update: ['PutCompositeAlarm', 'UntagResource'],
    delete: ['DeleteAlarms'],
    on: ({ alarmName }) => [`alarm:${alarmName}`],
    // AWS returns composite alarms only to callers who may describe all of them.
    unscoped: ['DescribeAlarms'],
  } satisfies KindAccess<'aws:cloudwatch/compositeAlarm:CompositeAlarm'>,

  'aws:cloudwatch/dashboard:Dashboard': {
    service: 'cloudwatch',
    without: 'region',
    create: ['PutDashboard'],
    read: ['GetDashboard'],
    update: ['PutDashboard'],
    delete: ['DeleteDashboards'],
    on: ({ dashboardName }) => [`dashboard/${dashboardName}`],
  } satisfies KindAccess<'aws:cloudwatch/dashboard:Dashboard'>,

  'aws:cloudwatch/metricAlarm:MetricAlarm': {
    service: 'cloudwatch',
    create: ['PutMetricAlarm', 'TagResource'],
    read: ['DescribeAlarms', 'ListTagsForResource'],
    update: ['PutMetricAlarm', 'UntagResource'],
    delete: ['DeleteAlarms'],
    on: ({ name }) => [`alarm:${name}`],
  } satisfies KindAccess<'aws:cloudwatch/metricAlarm:MetricAlarm'>,

  'aws:sns/topic:Topic': {
    service: 'sns',
    create: ['CreateTopic', 'TagResource'],
    read: ['GetTopicAttributes', 'ListTagsForResource'],
    update: ['SetTopicAttributes', 'UntagResource'],
    delete: ['DeleteTopic'],
    on: ({ name }) => [name],
  } satisfies KindAccess<'aws:sns/topic:Topic'>,

  'aws:sns/topicPolicy:TopicPolicy': {
    service: 'sns',
    create: ['SetTopicAttributes'],
    read: ['GetTopicAttributes'],
    update: ['SetTopicAttributes'],
    delete: ['SetTopicAttributes'],
    on: ({ arn }) => [arn],
  } satisfies KindAccess<'aws:sns/topicPolicy:TopicPolicy'>,

  'aws:sns/topicSubscription:TopicSubscription': {
    service: 'sns',
    create: ['Subscribe'],
    read: [],
    update: [],
    delete: [],
    on: ({ topic }) => [topic],
    unscoped: ['GetSubscriptionAttributes', 'Unsubscribe'],
  } satisfies KindAccess<'aws:sns/topicSubscription:TopicSubscription'>,

  'aws:xray/samplingRule:SamplingRule': {
    service: 'xray',
    create: ['CreateSamplingRule', 'TagResource'],
    read: ['ListTagsForResource'],
    update: ['UpdateSamplingRule', 'UntagResource'],
    delete: ['DeleteSamplingRule'],
    on: ({ ruleName }: { readonly ruleName: string }) => [`sampling-rule/${ruleName}`],
    unscoped: ['GetSamplingRules'],
  },
};
