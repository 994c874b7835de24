// Rules for SNS and for the chat channel of its messages.

import { type KindRule, omitted } from '../rule';

/** The rules of each kind. */
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
      // biome-ignore lint/suspicious/noTemplateCurlyInString: syntax of Fn::Sub.
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
      // Controls how Pulumi waits for the endpoint; not part of the subscription.
      endpointAutoConfirms: omitted,
    },
  } satisfies KindRule<'aws:sns/topicSubscription:TopicSubscription'>,
};
