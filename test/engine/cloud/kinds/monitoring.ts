// Alarms, dashboards and log groups of CloudWatch, sampling rules of X-Ray, and Slack channels of Amazon Q Developer.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, identifiedBy, named } from '../behaviour';
import { text } from '../properties';

/** The behaviour of each kind of these services. */
export const MONITORING = {
  'aws:cloudwatch/metricAlarm:MetricAlarm': {
    identity: named('name'),
    existing: { response: 'overwrite' },
    id: (inputs) => text(inputs, 'name'),
    sets: ['alarmActions', 'okActions', 'insufficientDataActions', 'metricQueries'],
    defaults: { actionsEnabled: true, treatMissingData: 'missing' },
    putsAll: true,
    outputs: ({ inputs }, place) => ({ arn: arn('cloudwatch', place, `alarm:${text(inputs, 'name')}`) }),
    source: 'internal/service/cloudwatch/metric_alarm.go; CloudWatch API, PutMetricAlarm ("creates or updates")',
  },
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': {
    identity: named('alarmName'),
    existing: { response: 'overwrite' },
    id: (inputs) => text(inputs, 'alarmName'),
    sets: ['alarmActions', 'okActions', 'insufficientDataActions'],
    defaults: { actionsEnabled: true },
    putsAll: true,
    outputs: ({ inputs }, place) => ({ arn: arn('cloudwatch', place, `alarm:${text(inputs, 'alarmName')}`) }),
    source: 'internal/service/cloudwatch/composite_alarm.go; CloudWatch API, PutCompositeAlarm',
  },
  'aws:cloudwatch/dashboard:Dashboard': {
    // Dashboards belong to the account; their ARNs have no Region.
    identity: identifiedBy('dashboardName'),
    existing: { response: 'overwrite' },
    id: (inputs) => text(inputs, 'dashboardName'),
    putsAll: true,
    outputs: ({ inputs }, { account }) => ({
      dashboardArn: `arn:aws:cloudwatch::${account}:dashboard/${text(inputs, 'dashboardName')}`,
    }),
    source: 'internal/service/cloudwatch/dashboard.go; CloudWatch API, PutDashboard',
  },
  'aws:cloudwatch/logGroup:LogGroup': {
    identity: named('name'),
    existing: {
      response: 'refuse',
      text: () => 'ResourceAlreadyExistsException: The specified log group already exists',
    },
    id: (inputs) => text(inputs, 'name'),
    defaults: { retentionInDays: 0, skipDestroy: false },
    chosen: (_inputs, { region }) => ({ logGroupClass: 'STANDARD', namePrefix: '', region }),
    outputs: ({ inputs }, place) => ({ arn: arn('logs', place, `log-group:${text(inputs, 'name')}`) }),
    source: 'internal/service/logs/group.go; CloudWatch Logs API, CreateLogGroup',
  },
  'aws:xray/samplingRule:SamplingRule': {
    identity: named('ruleName'),
    existing: {
      response: 'refuse',
      text: (inputs) => `InvalidRequestException: there is a sampling rule ${text(inputs, 'ruleName')} already`,
    },
    id: (inputs) => text(inputs, 'ruleName'),
    outputs: ({ inputs }, place) => ({ arn: arn('xray', place, `sampling-rule/${text(inputs, 'ruleName')}`) }),
    source:
      'internal/service/xray/sampling_rule.go; X-Ray API, CreateSamplingRule (names are unique; the wording is ours)',
  },
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    identity: identifiedBy('configurationName'),
    existing: {
      response: 'refuse',
      text: () => 'ConflictException: there is a Slack channel configuration of this name already',
    },
    id: (inputs, _generated, { account }) =>
      `arn:aws:chatbot::${account}:chat-configuration/slack-channel/${text(inputs, 'configurationName')}`,
    sets: ['snsTopicArns', 'guardrailPolicyArns'],
    keptByUpdate: ['slackTeamId', 'configurationName'],
    chosen: (_inputs, { region }) => ({
      guardrailPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      loggingLevel: 'NONE',
      snsTopicArns: [],
      userAuthorizationRequired: false,
      region,
    }),
    outputs: ({ id }) => ({ chatConfigurationArn: id, slackChannelName: 'payments', slackTeamName: 'bank' }),
    source:
      'internal/service/chatbot/slack_channel_configuration.go; chatbot API, CreateSlackChannelConfiguration (ConflictException; the wording is ours), UpdateSlackChannelConfiguration (takes neither workspace nor name)',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
