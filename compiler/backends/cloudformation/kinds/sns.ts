// SNS, and what brings its messages to a chat, in CloudFormation.

import { elsewhere, type KindRule } from '../rule';

/** By kind. */
export const SNS = {
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    type: 'AWS::Chatbot::SlackChannelConfiguration',
    taggable: true,
    inputs: {
      configurationName: 'ConfigurationName',
      iamRoleArn: 'IamRoleArn',
      slackTeamId: 'SlackWorkspaceId',
      slackChannelId: 'SlackChannelId',
      snsTopicArns: 'SnsTopicArns',
      guardrailPolicyArns: 'GuardrailPolicies',
      loggingLevel: 'LoggingLevel',
    },
  } satisfies KindRule<'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration'>,

  'aws:sns/topic:Topic': {
    type: 'AWS::SNS::Topic',
    taggable: true,
    inputs: {
      name: 'TopicName',
      displayName: 'DisplayName',
      kmsMasterKeyId: 'KmsMasterKeyId',
      signatureVersion: (version) => ({ SignatureVersion: String(version) }),
    },
    attributes: {
      id: 'Ref',
      arn: 'Ref',
      name: { get: 'TopicName' },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Fn::Sub writes references so.
      owner: { sub: '${AWS::AccountId}' },
    },
  } satisfies KindRule<'aws:sns/topic:Topic'>,

  'aws:sns/topicPolicy:TopicPolicy': {
    type: 'AWS::SNS::TopicPolicy',
    inputs: { arn: (topic) => ({ Topics: [topic] }), policy: 'PolicyDocument' },
  } satisfies KindRule<'aws:sns/topicPolicy:TopicPolicy'>,

  'aws:sns/topicSubscription:TopicSubscription': {
    type: 'AWS::SNS::Subscription',
    inputs: {
      topic: 'TopicArn',
      protocol: 'Protocol',
      endpoint: 'Endpoint',
      // How Pulumi waits for the endpoint, nothing of the subscription itself.
      endpointAutoConfirms: elsewhere,
    },
  } satisfies KindRule<'aws:sns/topicSubscription:TopicSubscription'>,
};
