// The calls for sampling rules of AWS X-Ray and Slack channels of Amazon Q Developer in chat applications.

import { calls, type KindCalls, passRole, serviceLinkedRole } from '../call';

/** The calls of each kind. */
export const MONITORING = {
  'aws:xray/samplingRule:SamplingRule': {
    source: 'xray/sampling_rule.go',
    tagging: { tag: 'xray:TagResource', untag: 'xray:UntagResource', list: 'xray:ListTagsForResource' },
    make: ({ arn }) => calls(arn, 'xray:CreateSamplingRule'),
    read: ({ arn }) => [...calls('*', 'xray:GetSamplingRules'), ...calls(arn, 'xray:ListTagsForResource')],
    update: ({ arn }) => calls(arn, 'xray:UpdateSamplingRule'),
    delete: ({ arn }) => calls(arn, 'xray:DeleteSamplingRule'),
  },

  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    source:
      'chatbot/slack_channel_configuration.go; Service Authorization Reference, AWS Chatbot; AWS Chatbot Administrator Guide, "Using service-linked roles"',
    tagging: { tag: 'chatbot:TagResource', untag: 'chatbot:UntagResource', list: 'chatbot:ListTagsForResource' },
    make: ({ inputs, place }) => [
      ...calls('*', 'chatbot:CreateSlackChannelConfiguration'),
      passRole(inputs.iamRoleArn, 'chatbot.amazonaws.com'),
      serviceLinkedRole(place, 'management.chatbot.amazonaws.com', 'AWSServiceRoleForAWSChatbot'),
    ],
    read: () => calls('*', 'chatbot:DescribeSlackChannelConfigurations'),
    update: ({ arn }) => calls(arn, 'chatbot:UpdateSlackChannelConfiguration'),
    delete: ({ arn }) => [
      ...calls(arn, 'chatbot:DeleteSlackChannelConfiguration'),
      ...calls('*', 'chatbot:DescribeSlackChannelConfigurations'),
    ],
  },
} satisfies Record<string, KindCalls>;
