// Checks that AWS Backup accepts the schedule of backups.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { cronProblems, minutesOfHour } from './cron';
import type { Rule } from './rule';

const PATH = ['backup', 'schedule'];

/** ENV3202: a field of cron that AWS refuses. ENV3203: a rate, which AWS Backup does not take. ENV3204: more than one backup an hour. */
export const scheduleRule: Rule = ({ environment: { backup }, at }): Diagnostic[] => {
  if (backup === undefined) return [];
  const { schedule } = backup;
  const cron = /^cron\((.*)\)$/.exec(schedule)?.[1];
  if (cron === undefined)
    return [diagnose('schedule-rate', at(PATH), { schedule }, { help: `schedule: ${cronOf(schedule)}` })];
  const problems = cronProblems(cron);
  if (problems.length > 0) return problems.map((problem) => diagnose('schedule-field', at(PATH), problem));
  const perHour = minutesOfHour(cron);
  if (perHour <= 1) return [];
  const hourly = cron.trim().replace(/^\S+/, '0');
  return [diagnose('schedule-too-often', at(PATH), { schedule, perHour }, { help: `schedule: cron(${hourly})` })];
};

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
