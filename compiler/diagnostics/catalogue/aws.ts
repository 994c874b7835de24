// ENV32xx: sizes, counts and forms that AWS refuses.

import { type CatalogueEntry, grouped, list } from './entry';

/** By slug; in the order of their codes. */
export const AWS = {
  'count-beyond-quota': {
    code: 'ENV3200',
    severity: 'error',
    summary: 'A spec has more parts of one kind than AWS grants.',
    explanation:
      'AWS refuses what exceeds a quota in the middle of a deployment. The defaults: 300 path resources of an API, 300 usage plans and 10,000 API keys (Amazon API Gateway quotas for REST APIs); 2,500 tables, 20 indexes of a table and 100 non-key attributes in all of them (Quotas in Amazon DynamoDB); 1,000 roles (IAM and AWS STS quotas); 500 widgets of a dashboard (CloudWatch service quotas); 100 alarms in a composite alarm (CloudWatch API Reference, PutCompositeAlarm); 500 tables in a backup selection (AWS Backup Developer Guide, "Backup plan resource assignments quotas"). Of the quotas that AWS raises on request, the granted value is a field under `quotas`. Other stacks of the account use the same quotas, and the compiler does not see them.',
    message: (p: { owner: string; found: number; what: string; most: number }) =>
      `${p.owner} has ${grouped(p.found)} ${p.what}; the quota is ${grouped(p.most)}`,
  },
  'text-beyond-limit': {
    code: 'ENV3201',
    severity: 'error',
    summary: 'A policy or another text is longer than AWS accepts.',
    explanation:
      'Generated policies and rules grow with the parts of the spec. IAM accepts 10,240 characters for all inline policies of a role and 6,144 for a managed policy such as the permissions boundary, without white space (IAM and AWS STS quotas). Lambda accepts 20,480 bytes for the policy of a function (AWS Lambda quotas), API Gateway 8,192 characters for a resource policy and 400 KB for models (Amazon API Gateway quotas for REST APIs), KMS 32,768 bytes for a key policy (AWS KMS quotas), CloudWatch 10,240 characters for the rule of a composite alarm and 1,024 for a description (CloudWatch API Reference). Ids that are known only after deployment count with their usual length.',
    message: (p: { what: string; name: string; found: number; most: number; unit: string; service: string }) =>
      `the ${p.what}${p.name === '' ? '' : ` "${p.name}"`} has ${grouped(p.found)} ${p.unit}; ${p.service} allows ${grouped(p.most)}`,
  },
  'schedule-field': {
    code: 'ENV3202',
    severity: 'error',
    summary: 'A field of a cron expression has a value that AWS refuses.',
    explanation:
      'A cron expression has six fields: minutes (0-59), hours (0-23), day-of-month (1-31, L or a number with W), month (1-12 or JAN-DEC), day-of-week (1-7 or SUN-SAT, with L or #) and year (1970-2199). Exactly one of day-of-month and day-of-week is `?`. Lists, ranges and steps are written `1,15`, `MON-FRI` and `0/15` (Amazon EventBridge User Guide, "Cron expressions reference"). AWS Backup refuses the plan otherwise.',
    message: (p: { field: string; found: string; problem: string }) =>
      p.field === 'cron' ? `"${p.found}" ${p.problem}` : `the ${p.field} field "${p.found}" ${p.problem}`,
  },
  'schedule-rate': {
    code: 'ENV3203',
    severity: 'error',
    summary: 'Backups are scheduled by a rate, and AWS Backup accepts cron expressions only.',
    explanation:
      'The schedule of a backup rule is "a CRON expression in UTC" (AWS Backup API Reference, BackupRule: ScheduleExpression). CreateBackupPlan answers InvalidParameterValueException to `rate(...)`. The help suggests the nearest cron expression: steps through a day or a month begin anew with each day or month.',
    message: (p: { schedule: string }) => `AWS Backup does not accept ${p.schedule}; it accepts cron(...) only`,
  },
  'schedule-too-often': {
    code: 'ENV3204',
    severity: 'error',
    summary: 'Backups are scheduled more than once an hour.',
    explanation:
      'AWS Backup makes backups at most once an hour (AWS Backup Developer Guide, "Backup plan options and configuration": backup frequency). The minutes field must name one minute. To restore to any second, use `pointInTimeRecovery`.',
    message: (p: { schedule: string; perHour: number }) =>
      `${p.schedule} schedules ${p.perHour} backups an hour; AWS Backup makes at most 1`,
  },
  'time-to-live-type': {
    code: 'ENV3205',
    severity: 'error',
    summary: 'The attribute for the time to live is a key that is not a number.',
    explanation:
      'DynamoDB expires an item by an attribute that holds seconds since 1970 as a number, and ignores the attribute in items where it has another type (Amazon DynamoDB Developer Guide, "Using time to live"). A key always has its declared type: with S or B no item would ever expire.',
    message: (p: { table: string; attribute: string; type: string }) =>
      `table "${p.table}": timeToLiveAttribute "${p.attribute}" is a key of type ${p.type}; expected a number`,
  },
  'cors-any-origin': {
    code: 'ENV3206',
    severity: 'error',
    summary: 'The allowed origins are * and others.',
    explanation:
      'With `*` the API answers pages of every origin (Fetch Standard, "CORS protocol"). Other origins beside it have no effect, and a reader may believe that they are the only ones.',
    message: (p: { others: readonly string[] }) =>
      `"*" already allows every origin; ${list(p.others)} would have no effect`,
  },
} as const satisfies Record<string, CatalogueEntry>;
