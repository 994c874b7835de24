// The billing of CloudWatch and SNS (Amazon CloudWatch pricing, Amazon SNS pricing).

import type { ResourceNode } from '../../../graph/graph';
import { type Amount, times } from '../../traffic/amount';
import { assumed } from '../../traffic/assumptions';
import { type BillingContext, type BillingTable, partOf, type Usage } from './usage';

const BYTES_PER_GIGABYTE = 1024 ** 3;
const DAYS_PER_MONTH = 365 / 12;

/** Alarms with a shorter period are high-resolution alarms. */
const STANDARD_PERIOD_SECONDS = 60;

/** The billing, by kind. */
export const MONITORING = {
  'aws:cloudwatch/metricAlarm:MetricAlarm': ({ inputs }) => {
    const queries = (inputs.metricQueries ?? []) as readonly { readonly metric?: { readonly period?: number } }[];
    const metrics = queries.filter(({ metric }) => metric !== undefined);
    const periods = metrics.length > 0 ? metrics.map(({ metric }) => metric?.period) : [Number(inputs.period ?? 60)];
    const isHighResolution = periods.some((period = 60) => period < STANDARD_PERIOD_SECONDS);
    const rate = isHighResolution ? 'cloudwatch.alarm.highResolution' : 'cloudwatch.alarm';
    return [{ rate, what: 'metrics of the alarm', amount: periods.length }];
  },
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': () => [
    { rate: 'cloudwatch.alarm.composite', what: 'composite alarm', amount: 1 },
  ],
  'aws:cloudwatch/dashboard:Dashboard': () => [{ rate: 'cloudwatch.dashboard', what: 'dashboard', amount: 1 }],
  'aws:cloudwatch/logGroup:LogGroup': (node, context) => {
    const gigabytes = loggedGigabytes(node, context);
    return [
      { rate: 'cloudwatch.logs.ingested', what: 'log events ingested', amount: gigabytes },
      {
        rate: 'cloudwatch.logs.stored',
        what: 'log events stored',
        amount: times(gigabytes, storedMonths(Number(node.inputs.retentionInDays ?? 0)) * assumed('logStorageShare')),
      },
    ];
  },
  'aws:sns/topic:Topic': () => [{ rate: 'sns.requests', what: 'messages published', amount: assumed('notifications') }],
  'aws:sns/topicSubscription:TopicSubscription': ({ inputs }): readonly Usage[] => {
    const protocol = String(inputs.protocol);
    if (protocol.startsWith('email')) return [{ rate: 'sns.email', what: 'emails', amount: assumed('notifications') }];
    if (protocol.startsWith('http')) return [{ rate: 'sns.http', what: 'posts', amount: assumed('notifications') }];
    return [];
  },
} as const satisfies BillingTable;

/** The log events of a month: a line for each invocation, or for each request. The other groups contain errors and blocked requests only. */
function loggedGigabytes(node: ResourceNode, { load, assume }: BillingContext): Amount {
  if (node.origin.steps[0] === 'functions') {
    const { invocations = 0 } = load.functions.get(partOf(node)) ?? {};
    return times(invocations, assume('functionLogBytes') / BYTES_PER_GIGABYTE);
  }
  if (node.name === 'api-access-logs') return (load.requests * assume('accessLogBytes')) / BYTES_PER_GIGABYTE;
  return 0;
}

function storedMonths(retentionDays: number): number {
  return retentionDays === 0 ? assumed('unlimitedRetentionMonths') : retentionDays / DAYS_PER_MONTH;
}
