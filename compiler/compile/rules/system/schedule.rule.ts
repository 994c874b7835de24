// Checks that AWS Backup accepts the schedule of backups.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Span } from '../../../source/source';
import type { Rule } from '../rule';
import { CRON_FIELDS, type CronField, type CronProblem, cronProblems, minutesOfHour } from './cron';

const diagnose = defineDiagnostics({
  'schedule-field': {
    code: 'ENV3202',
    severity: 'error',
    summary: 'A field of a cron expression has a value that AWS rejects.',
    explanation: [
      'A cron expression has six fields: minutes (0-59), hours (0-23), day-of-month (1-31, L or a number with W), month (1-12 or JAN-DEC), day-of-week (1-7 or SUN-SAT, with L or #) and year (1970-2199).',
      'Exactly one of day-of-month and day-of-week is `?`.',
      'Lists, ranges and steps are written `1,15`, `MON-FRI` and `0/15` (Amazon EventBridge User Guide, "Cron expressions reference").',
      'AWS Backup and EventBridge Scheduler reject any other expression.',
    ],
    message: {
      count: (p: { found: string; count: number }) =>
        `"${p.found}" has ${p.count} fields; expected 6: ${CRON_FIELDS.join(' ')}`,
      value: (p: { field: CronField; found: string }) =>
        `the ${p.field.name} field "${p.found}" must be ${describeValues(p.field)}`,
      'no steps': (p: { field: CronField; found: string }) =>
        `the ${p.field.name} field "${p.found}" cannot have a step (/)`,
      step: (p: { field: CronField; found: string; most: number }) =>
        `the ${p.field.name} field "${p.found}" has a step; it must be 1 to ${p.most}`,
      'range order': (p: { field: CronField; found: string }) =>
        `the ${p.field.name} field "${p.found}" has a range that ends before it begins`,
      'both days any': (p: { found: string }) =>
        `the day-of-week field "${p.found}" and day-of-month are both ?; exactly one of the two must be ?`,
      'both days set': (p: { found: string }) =>
        `the day-of-week field "${p.found}" and day-of-month both have a value; exactly one of the two must be ?`,
    },
  },
  'schedule-rate': {
    code: 'ENV3203',
    severity: 'error',
    summary: 'Backups are scheduled by a rate, and AWS Backup accepts cron expressions only.',
    explanation: [
      'The schedule of a backup rule is "a CRON expression in UTC" (AWS Backup API Reference, BackupRule: ScheduleExpression).',
      'CreateBackupPlan rejects `rate(...)` with InvalidParameterValueException.',
      'The help suggests the nearest cron expression.',
      'Unlike a rate, it restarts its steps each day or month.',
    ],
    message: (p: { schedule: string }) => `AWS Backup does not accept ${p.schedule}; it accepts cron(...) only`,
  },
  'schedule-too-often': {
    code: 'ENV3204',
    severity: 'error',
    summary: 'Backups are scheduled more than once an hour.',
    explanation: [
      'AWS Backup makes backups at most once an hour (AWS Backup Developer Guide, "Backup plan options and configuration": backup frequency).',
      'The minutes field must be a single minute.',
      'To restore to any second, use `pointInTimeRecovery`.',
    ],
    message: (p: { schedule: string; perHour: number }) =>
      `${p.schedule} schedules ${p.perHour} backups an hour; AWS Backup makes at most 1`,
  },
});

const PATH = specPath('backup', 'schedule');

/** ENV3202: a field of cron that AWS rejects. ENV3203: a rate, which AWS Backup does not accept. ENV3204: more than one backup an hour. */
export const scheduleRule: Rule = {
  diagnose,
  *check({ environment: { backup }, at }) {
    if (backup === undefined) return;
    const { schedule } = backup;
    const cron = /^cron\((.*)\)$/.exec(schedule)?.[1];
    if (cron === undefined) {
      yield diagnose('schedule-rate', at(PATH), { schedule }, { help: `set schedule to ${cronOf(schedule)}` });
      return;
    }
    const problems = cronProblems(cron);
    for (const problem of problems) yield diagnoseCron(at(PATH), problem);
    if (problems.length > 0) return;
    const perHour = minutesOfHour(cron);
    if (perHour <= 1) return;
    const help = `set schedule to cron(${cron.trim().replace(/^\S+/, '0')})`;
    yield diagnose('schedule-too-often', at(PATH), { schedule, perHour }, { help });
  },
};

/** ENV3202: a problem of a cron expression. */
export function diagnoseCron(place: Span, problem: CronProblem): Diagnostic {
  return diagnose('schedule-field', place, problem);
}

/** The values that a field accepts: `0 to 59`, or `1 to 12 or JAN to DEC`. */
function describeValues({ least, greatest, names, forms }: CronField): string {
  const named = names === undefined ? '' : ` or ${names[0]} to ${names.at(-1)}`;
  return `${least} to ${greatest}${named}${forms === undefined ? '' : ', or ?'}`;
}

/** The cron expression nearest to a rate: hours as steps through a day, days as steps through a month, seven days as Sundays. */
function cronOf(rate: string): string {
  const [, digits = '1', unit = 'day'] = /([0-9]+)\s+(hour|day)/.exec(rate) ?? [];
  const count = Math.max(1, Number(digits));
  if (unit === 'hour' && count < 24) return count === 1 ? 'cron(0 * * * ? *)' : `cron(0 0/${count} * * ? *)`;
  const days = unit === 'hour' ? Math.round(count / 24) : count;
  if (days === 1) return 'cron(0 5 * * ? *)';
  if (days === 7) return 'cron(0 5 ? * SUN *)';
  return days < 28 ? `cron(0 5 1/${days} * ? *)` : 'cron(0 5 1 * ? *)';
}
