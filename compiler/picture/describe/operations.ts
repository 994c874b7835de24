// Describes the parts that watch and protect a system: alarms, their recipients, backups and encryption.

import type { Environment, Notify } from '../../../schema/environment.generated';
import type { Fact, Part } from '../system';
import { count } from '../words';
import { type DescribeContext, fact } from './context';

const KEYS: Readonly<Record<Environment['encryption']['key'], string>> = {
  CUSTOMER_MANAGED: 'customer managed key',
  AWS_MANAGED: 'AWS managed keys',
  SERVICE_OWNED: 'keys owned by the services',
};

/** The parts that watch and protect the system. */
export function describeOperations(context: DescribeContext): Part[] {
  const { backup, encryption, monitoring, facts, logRetentionDays, tracing } = context.environment;
  const { alarms, composites } = facts.alarms;
  const sentAs = (notify: Notify) =>
    [...Object.values(alarms), ...Object.values(composites)].filter((alarm) => alarm.notify === notify).length;
  const at = (id: string, place: string) => ({ id, place, alarms: [], layer: 'operations' as const, inner: [] });
  return [
    {
      ...at('alarms', context.placeOf(['alarms'])),
      kind: 'CloudWatch',
      title: count(Object.keys(alarms).length, 'alarm'),
      facts: [
        fact(context, ['alarms'], `${count(sentAs('PAGE'), 'page')}, ${count(sentAs('NOTICE'), 'notice')}`),
        ...(monitoring.slo === undefined
          ? []
          : [fact(context, ['monitoring', 'slo'], `goal ${monitoring.slo.availabilityPercent} % available`)]),
      ],
    },
    {
      ...at('monitoring.notifications', context.placeOf(['monitoring', 'notifications'])),
      kind: 'SNS',
      title: 'Notifications',
      facts: recipients(context),
    },
    {
      ...at('logRetentionDays', context.placeOf(['logRetentionDays'])),
      kind: 'CloudWatch Logs',
      title: 'Logs',
      facts: [
        fact(
          context,
          ['logRetentionDays'],
          logRetentionDays === 0 ? 'kept forever' : `kept ${count(logRetentionDays, 'day')}`,
        ),
        fact(context, ['tracing'], tracing ? 'traced by X-Ray' : 'not traced'),
      ],
    },
    {
      ...at('encryption', context.placeOf(['encryption'])),
      kind: 'KMS',
      title: 'Encryption',
      facts: [fact(context, ['encryption', 'key'], KEYS[encryption.key])],
    },
    ...(backup === undefined
      ? []
      : [
          {
            ...at('backup', context.placeOf(['backup'])),
            kind: 'AWS Backup',
            title: 'Backups',
            facts: [
              fact(context, ['backup', 'schedule'], backup.schedule),
              fact(context, ['backup', 'retentionDays'], `kept ${count(backup.retentionDays, 'day')}`),
            ],
          },
        ]),
  ];
}

function recipients(context: DescribeContext): Fact[] {
  const { subscriptions, slack } = context.environment.monitoring.notifications;
  const all = [
    ...Object.entries(subscriptions).map(([name, { protocol }]) =>
      fact(context, ['monitoring', 'notifications', 'subscriptions', name], `${name} by ${protocol}`),
    ),
    ...(slack === undefined ? [] : [fact(context, ['monitoring', 'notifications', 'slack'], 'Slack')]),
  ];
  if (all.length === 0) return [fact(context, ['monitoring', 'notifications'], 'no recipients')];
  return all;
}
