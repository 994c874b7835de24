// The billing of SQS, AWS WAF, AWS KMS, AWS Backup and IAM (the pricing pages of these services).

import { times, total } from '../../traffic/amount';
import { assumed } from '../../traffic/assumptions';
import { runsWithin } from '../../traffic/schedules';
import { type BillingTable, partOf } from './usage';

const DAYS_PER_YEAR = 365;

/** AWS KMS bills the key material of the first and the second rotation of a key, and not that of later ones. */
const BILLED_ROTATIONS = 2;

/** The billing, by kind. */
export const OPERATIONS = {
  'aws:sqs/queue:Queue': (node, { load }) => [
    {
      rate: node.inputs.fifoQueue === true ? 'sqs.requests.fifo' : 'sqs.requests.standard',
      what: 'requests for messages',
      amount: times(load.messages(partOf(node)), assumed('requestsPerMessage')),
    },
  ],
  'aws:wafv2/webAcl:WebAcl': ({ inputs }, { load }) => [
    { rate: 'waf.webAcl', what: 'web ACL', amount: 1 },
    {
      rate: 'waf.rule',
      what: 'rules and managed rule groups',
      amount: ((inputs.rules ?? []) as readonly unknown[]).length,
    },
    { rate: 'waf.requests', what: 'requests inspected', amount: load.requests },
  ],
  'aws:kms/key:Key': ({ inputs }, { load }) => [
    { rate: 'kms.key', what: 'customer managed key', amount: 1 },
    {
      rate: 'kms.keyRotation',
      what: 'key material of the first two rotations',
      amount: inputs.enableKeyRotation === true ? BILLED_ROTATIONS : 0,
    },
    {
      rate: 'kms.requests',
      what: 'requests to the key',
      amount: load.requests === 0 ? 0 : assumed('keyRequestsPerHour') * assumed('hoursPerMonth'),
    },
  ],
  'aws:backup/plan:Plan': (_node, { environment, load }) => {
    const { backup, tables } = environment;
    if (backup === undefined) return [];
    const size = total(Object.keys(tables).map((table) => load.storedGigabytes(table)));
    const amount = times(size, keptBackups(backup.schedule, backup.retentionDays));
    return [{ rate: 'backup.dynamodb', what: 'backups of the tables', amount }];
  },
} as const satisfies BillingTable;

/** The backups that exist at a time, once the retention has passed: each backup of a table contains all of it. */
function keptBackups(schedule: string, retentionDays: number): number {
  const days = Math.min(retentionDays, DAYS_PER_YEAR);
  return (runsWithin(schedule, 'UTC', days) * retentionDays) / days;
}
