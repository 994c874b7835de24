// The messages that AWS sends when the state of an alarm changes: by email, to HTTPS endpoints, and to a Slack channel.

import type { AlarmState } from '../../model/alarm-state';
import { LOCAL_ACCOUNT, type LocalResources } from '../local-values';
import type { InboxMessage } from './inbox';
import type { AlarmChange } from './run-alarms';

/** A recipient of the messages of a topic. */
interface Recipient {
  /** The protocol of a subscription, or `slack`. */
  readonly channel: string;
  readonly to: string;
}

/** Returns a function that lists the messages of a change. An alarm without actions, or a topic without subscribers, sends none. */
export function createNotifier(resources: LocalResources): (change: AlarmChange) => Omit<InboxMessage, 'id'>[] {
  const recipients = deriveRecipients(resources);
  return (change) => {
    const { definition, state, since } = change;
    if (state === 'INSUFFICIENT_DATA') return [];
    return definition.actions[state].flatMap((topic) =>
      (recipients.get(topic) ?? []).map(({ channel, to }) => ({
        time: since,
        channel,
        to,
        alarm: definition.name,
        subject: `${state}: "${definition.name}" in ${resources.region}`,
        body: renderBody(change, channel, topic, resources.region),
      })),
    );
  };
}

function deriveRecipients(resources: LocalResources): ReadonlyMap<string, readonly Recipient[]> {
  const byTopic = new Map<string, Recipient[]>();
  const add = (topic: string, recipient: Recipient) => byTopic.set(topic, [...(byTopic.get(topic) ?? []), recipient]);
  for (const { inputs } of resources.of('aws:sns/topicSubscription:TopicSubscription'))
    add(String(inputs.topic), { channel: inputs.protocol, to: inputs.endpoint });
  for (const { inputs } of resources.of('aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration'))
    for (const topic of inputs.snsTopicArns ?? []) add(topic, { channel: 'slack', to: inputs.slackChannelId });
  return byTopic;
}

function renderBody(change: AlarmChange, channel: string, topic: string, region: string): string {
  const { definition, state, reason } = change;
  if (channel === 'slack') return [`${state}: ${definition.name}`, definition.description, reason].join('\n');
  const message = renderMessage(change, region);
  if (channel === 'email') return renderEmail(change, region);
  // The envelope of SNS (Amazon SNS Developer Guide, "HTTP/HTTPS notification JSON format"), without its signature.
  return JSON.stringify({
    Type: 'Notification',
    TopicArn: topic,
    Subject: `${state}: "${definition.name}" in ${region}`,
    Message: JSON.stringify(message),
    Timestamp: message.StateChangeTime,
  });
}

function renderEmail({ definition, state, before, reason, since }: AlarmChange, region: string): string {
  return [
    `The CloudWatch alarm "${definition.name}" in ${region} has entered the ${state} state, because ${reason}, at ${new Date(since).toISOString()}.`,
    '',
    `Description: ${definition.description}`,
    `State change: ${before} to ${state}`,
    `Account: ${LOCAL_ACCOUNT}`,
  ].join('\n');
}

/** The members of the JSON that CloudWatch publishes. */
interface AlarmMessage {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AWSAccountId: string;
  readonly NewStateValue: AlarmState;
  readonly NewStateReason: string;
  readonly OldStateValue: AlarmState;
  readonly StateChangeTime: string;
  readonly Region: string;
  readonly AlarmArn: string;
  readonly Trigger?: object;
}

function renderMessage({ definition, state, before, reason, since }: AlarmChange, region: string): AlarmMessage {
  return {
    AlarmName: definition.name,
    AlarmDescription: definition.description,
    AWSAccountId: LOCAL_ACCOUNT,
    NewStateValue: state,
    NewStateReason: reason,
    OldStateValue: before,
    StateChangeTime: new Date(since).toISOString(),
    Region: region,
    AlarmArn: `arn:aws:cloudwatch:${region}:${LOCAL_ACCOUNT}:alarm:${definition.name}`,
    ...(definition.is === 'metric' && {
      Trigger: {
        Period: definition.window.periodSeconds,
        EvaluationPeriods: definition.window.evaluationPeriods,
        DatapointsToAlarm: definition.settings.datapointsToAlarm,
        ComparisonOperator: definition.settings.comparison,
        Threshold: definition.settings.threshold,
        TreatMissingData: definition.settings.treatMissingData,
        Metrics: Object.entries(definition.metrics).map(([Id, { metric, statistic }]) => ({
          Id,
          MetricStat: {
            Metric: {
              Namespace: metric.namespace,
              MetricName: metric.name,
              Dimensions: Object.entries(metric.dimensions).map(([name, value]) => ({ name, value })),
            },
            Stat: statistic,
          },
        })),
      },
    }),
  };
}
