// The topics that alarms publish to, their policies and their subscribers.

import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { subscriptionHandle, topicHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { partition } from '../../graph/region';
import { interpolate } from '../../graph/value';
import { customerKeyArn } from './encryption';
import { denyPlainText, policyDocument } from './policy';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

type Severity = 'PAGE' | 'NOTICE';

/** The topic, policy and subscriptions of each used severity, and the Slack channel; empty if no alarm sends notifications. */
export function lowerNotifications(context: LowerContext): AnyResourceNode[] {
  const { alarms, composites } = context.environment.facts.alarms;
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
  const topic = topicHandle(severity);
  return resource(topic, originOf(['monitoring', 'notifications']), {
    name: physicalName(environment, topic.name),
    // Signs messages with SHA-256 instead of SHA-1, for HTTPS endpoints that verify them.
    signatureVersion: 2,
    kmsMasterKeyId: customerKeyArn(environment),
    tags: environment.tags,
  });
}

function lowerTopicPolicy({ environment, originOf }: LowerContext, severity: Severity): AnyResourceNode {
  const topic = topicHandle(severity);
  const arn = topic.ref('arn');
  const account = topic.ref('owner');
  const alarms = interpolate(
    `arn:${partition(environment.region)}:cloudwatch:${environment.region}:`,
    account,
    ':alarm:*',
  );
  return resource(
    handle('aws:sns/topicPolicy:TopicPolicy', `${topic.name}-policy`),
    originOf(['monitoring', 'notifications']),
    {
      arn,
      policy: policyDocument([
        {
          Sid: 'AlarmsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: arn,
          Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': alarms } },
        },
        denyPlainText('sns:Publish', arn),
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
            subscriptionHandle(severity, protocol, endpoint),
            originOf(['monitoring', 'notifications', 'subscriptions', name]),
            {
              topic: topicHandle(severity).ref('arn'),
              protocol,
              endpoint,
              // Pulumi waits until the endpoint confirms, so that a missing confirmation fails the deployment.
              endpointAutoConfirms: protocol === 'https' ? true : undefined,
            },
          ),
        ],
  );
}

/** The Slack channel. Its role does not have permissions, which posting does not require and commands from the channel must not get. */
function lowerSlack({ environment, originOf }: LowerContext, sent: readonly Severity[]): AnyResourceNode[] {
  const { slack } = environment.monitoring.notifications;
  const topics = sent.filter((severity) => slack?.receives.includes(severity));
  if (slack === undefined || topics.length === 0) return [];
  const origin = originOf(['monitoring', 'notifications', 'slack']);
  const name = 'alarm-chat';
  const role = handle('aws:iam/role:Role', `${name}-role`);
  return [
    assumableRole(environment, role, origin, 'chatbot.amazonaws.com', {
      name: physicalName(environment, name),
      description: 'Role for posting alarms to Slack',
    }),
    resource(
      handle('aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration', name),
      origin,
      {
        configurationName: physicalName(environment, name),
        iamRoleArn: role.ref('arn'),
        slackTeamId: slack.workspaceId,
        slackChannelId: slack.channelId,
        snsTopicArns: topics.map((severity) => topicHandle(severity).ref('arn')),
        // AWS uses the policy AdministratorAccess by default.
        guardrailPolicyArns: [`arn:${partition(environment.region)}:iam::aws:policy/AWSDenyAll`],
        loggingLevel: 'ERROR',
        tags: environment.tags,
      },
      {
        // UpdateSlackChannelConfiguration does not accept these properties, and a channel can have only one configuration.
        replaceOnChanges: ['slackTeamId', 'configurationName'],
        deleteBeforeReplace: true,
      },
    ),
  ];
}
