// The topics that alarms publish to, their policies and their subscribers.

import { allAlarms } from '../alarms/all-alarms';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { interpolate, reference } from '../graph/value';
import { subscriptionName, topicName, topicNode } from '../resolve/logical-names';
import { partition } from '../resolve/region';
import { physicalName } from '../resolve/resolve';
import { customerKeyArn } from './encryption';
import { denyPlainText, policyDocument } from './policy';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

type Severity = 'PAGE' | 'NOTICE';

/** The topic, policy and subscriptions of each severity in use, and the Slack channel; none if no alarm notifies. */
export function lowerNotifications(context: LowerContext): AnyResourceNode[] {
  const { alarms, composites } = allAlarms(context.environment);
  const sent = new Set([...Object.values(alarms), ...Object.values(composites)].map(({ notify }) => notify));
  const severities = (['PAGE', 'NOTICE'] as const).filter((severity) => sent.has(severity));
  return [
    ...severities.flatMap((severity) => [
      lowerTopic(context, severity),
      lowerTopicPolicy(context, severity),
      ...lowerSubscriptions(context, severity),
    ]),
    ...lowerSlack(context, severities),
  ];
}

function lowerTopic({ environment, originOf }: LowerContext, severity: Severity): AnyResourceNode {
  const name = topicName(severity);
  return resource('aws:sns/topic:Topic', name, originOf(['monitoring', 'notifications']), {
    name: physicalName(environment, name),
    // Signs messages with SHA-256 instead of SHA-1, for HTTPS endpoints that verify them.
    signatureVersion: 2,
    kmsMasterKeyId: customerKeyArn(environment),
    tags: environment.tags,
  });
}

function lowerTopicPolicy({ environment, originOf }: LowerContext, severity: Severity): AnyResourceNode {
  const topic = reference(topicNode(severity), 'arn');
  const account = reference(topicNode(severity), 'owner');
  const alarms = interpolate(
    `arn:${partition(environment.region)}:cloudwatch:${environment.region}:`,
    account,
    ':alarm:*',
  );
  return resource(
    'aws:sns/topicPolicy:TopicPolicy',
    `${topicName(severity)}-policy`,
    originOf(['monitoring', 'notifications']),
    {
      arn: topic,
      policy: policyDocument([
        {
          Sid: 'AlarmsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: topic,
          Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': alarms } },
        },
        denyPlainText('sns:Publish', topic),
      ]),
    },
  );
}

function lowerSubscriptions({ environment, originOf }: LowerContext, severity: Severity): AnyResourceNode[] {
  const { subscriptions } = environment.monitoring.notifications;
  return Object.entries(subscriptions).flatMap(([name, { protocol, endpoint, receives }]) =>
    endpoint === '' || !receives.includes(severity)
      ? []
      : [
          resource(
            'aws:sns/topicSubscription:TopicSubscription',
            subscriptionName(severity, protocol, endpoint),
            originOf(['monitoring', 'notifications', 'subscriptions', name]),
            {
              topic: reference(topicNode(severity), 'arn'),
              protocol,
              endpoint,
              // Pulumi then waits until the endpoint confirms; otherwise a missing confirmation would go unnoticed.
              endpointAutoConfirms: protocol === 'https' ? true : undefined,
            },
          ),
        ],
  );
}

/** The Slack channel. Its role has no permissions: posting requires none, and commands from the channel get none. */
function lowerSlack({ environment, originOf }: LowerContext, sent: readonly Severity[]): AnyResourceNode[] {
  const { slack } = environment.monitoring.notifications;
  const topics = sent.filter((severity) => slack?.receives.includes(severity));
  if (slack === undefined || topics.length === 0) return [];
  const origin = originOf(['monitoring', 'notifications', 'slack']);
  const name = 'alarm-chat';
  return [
    assumableRole(environment, `${name}-role`, origin, 'chatbot.amazonaws.com', {
      name: physicalName(environment, name),
      description: 'Role for posting alarms to Slack',
    }),
    resource(
      'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration',
      name,
      origin,
      {
        configurationName: physicalName(environment, name),
        iamRoleArn: reference(nodeId('aws:iam/role:Role', `${name}-role`), 'arn'),
        slackTeamId: slack.workspaceId,
        slackChannelId: slack.channelId,
        snsTopicArns: topics.map((severity) => reference(topicNode(severity), 'arn')),
        // If absent, AWS uses the policy AdministratorAccess.
        guardrailPolicyArns: [`arn:${partition(environment.region)}:iam::aws:policy/AWSDenyAll`],
        loggingLevel: 'ERROR',
        tags: environment.tags,
      },
      {
        // UpdateSlackChannelConfiguration accepts neither property; a channel can have only one configuration.
        replaceOnChanges: ['slackTeamId', 'configurationName'],
        deleteBeforeReplace: true,
      },
    ),
  ];
}
