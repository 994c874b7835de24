// ENV32xx: sizes, counts and forms that AWS refuses.

import { type CatalogueEntry, list } from './entry';

/** By slug; in the order of their codes. */
export const AWS = {
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
