// Reads the cron expressions of AWS: six fields, each with its values and wildcards.
//
// Source: Amazon EventBridge User Guide, "Cron expressions reference", to which AWS Backup refers (AWS Backup API Reference,
// BackupRule). Undocumented forms are rejected.

/** A field that AWS rejects with its text, or an expression that does not have six fields. */
export type CronProblem =
  | { readonly is: 'count'; readonly found: string; readonly count: number }
  | { readonly is: 'both days any' | 'both days set'; readonly found: string }
  | (ItemProblem & { readonly field: CronField; readonly found: string });

/** The problem of one item in the list of a field. */
type ItemProblem =
  | { readonly is: 'value' | 'no steps' | 'range order' }
  | { readonly is: 'step'; readonly most: number };

/** A field of a cron expression. */
export interface CronField {
  readonly name: string;
  readonly least: number;
  readonly greatest: number;
  /** Names of values, in the order of their numbers. */
  readonly names?: readonly string[];
  /** Forms in addition to values, ranges and steps, such as `L`. A match of `day` must be a value of the field. */
  readonly forms?: readonly RegExp[];
  readonly takesSteps?: false;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const MINUTES: CronField = { name: 'minutes', least: 0, greatest: 59 };
const DAY: CronField = { name: 'day-of-month', least: 1, greatest: 31, forms: [/^\?$/, /^L$/, /^(?<day>\w+)W$/] };
const MONTH: CronField = { name: 'month', least: 1, greatest: 12, names: MONTHS };
const YEAR: CronField = { name: 'year', least: 1970, greatest: 2199 };

const FIELDS: readonly CronField[] = [
  MINUTES,
  { name: 'hours', least: 0, greatest: 23 },
  DAY,
  MONTH,
  {
    name: 'day-of-week',
    least: 1,
    greatest: 7,
    names: WEEKDAYS,
    forms: [/^\?$/, /^L$/, /^(?<day>\w+?)L$/, /^(?<day>\w+)#[1-5]$/],
    takesSteps: false,
  },
  YEAR,
];

/** The names of the six fields, in their order. */
export const CRON_FIELDS: readonly string[] = FIELDS.map(({ name }) => name);

/** The errors in the text between the parentheses of `cron(...)`; empty if AWS accepts it. */
export function cronProblems(expression: string): CronProblem[] {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) return [{ is: 'count', found: expression, count: texts.length }];
  const problems = FIELDS.flatMap((field, at) => fieldProblem(field, texts[at] ?? ''));
  return problems.length > 0 ? problems : dayProblems(texts[2] ?? '', texts[4] ?? '');
}

/** The number of minutes of an hour at which a valid expression runs. */
export function minutesOfHour(expression: string): number {
  const [minutes = ''] = expression.trim().split(/\s+/);
  return new Set(minutes.split(',').flatMap(valuesOf)).size;
}

/**
 * Whether a valid expression has a day from a date on. Weekdays recur in each month, so that only days of the month are compared.
 *
 * @param today the date, as YYYY-MM-DD
 */
export function hasDate(expression: string, today: string): boolean {
  const [, , ofMonth = '', months = '', , years = ''] = expression.trim().split(/\s+/);
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const last = Math.min(greatestOf(YEAR, years), year + LONGEST_GAP_YEARS);
  for (let candidate = year; candidate <= last; candidate += 1) {
    if (!includes(YEAR, years, candidate)) continue;
    for (let at = candidate === year ? month : 1; at <= 12; at += 1) {
      if (!includes(MONTH, months, at)) continue;
      const length = new Date(Date.UTC(candidate, at, 0)).getUTCDate();
      const from = candidate === year && at === month ? day : 1;
      if (hasDay(ofMonth, from, length)) return true;
    }
  }
  return false;
}

/** February 29 is at most eight years away. A step of years can be longer. */
const LONGEST_GAP_YEARS = 200;

/** Whether a month of a length has a day of a valid field from a day on. */
function hasDay(field: string, from: number, length: number): boolean {
  if (field === '?' || field === 'L') return true;
  const weekday = /^(\d+)W$/.exec(field)?.[1];
  if (weekday !== undefined) return Number(weekday) <= length;
  for (let day = from; day <= length; day += 1) if (includes(DAY, field, day)) return true;
  return false;
}

/** Whether a valid field without special forms includes a number. */
function includes(field: CronField, text: string, number: number): boolean {
  return text.split(',').some((item) => {
    const [range = '', step] = item.split('/');
    const [first = '', last] = range.split('-');
    const least = first === '*' ? field.least : (numberOf(field, first) ?? field.least);
    const open = first === '*' || step !== undefined ? field.greatest : least;
    const greatest = last === undefined ? open : (numberOf(field, last) ?? least);
    return number >= least && number <= greatest && (number - least) % Number(step ?? 1) === 0;
  });
}

/** The greatest number of a valid field. */
function greatestOf(field: CronField, text: string): number {
  let greatest = field.greatest;
  while (greatest > field.least && !includes(field, text, greatest)) greatest -= 1;
  return greatest;
}

/** The minutes of one item of a valid list. */
function valuesOf(item: string): number[] {
  const [range = '', step] = item.split('/');
  const [first = '', last] = range.split('-');
  const least = first === '*' ? MINUTES.least : Number(first);
  const greatest = last === undefined ? (first === '*' || step !== undefined ? MINUTES.greatest : least) : Number(last);
  const by = Number(step ?? 1);
  return Array.from({ length: Math.floor((greatest - least) / by) + 1 }, (_, at) => least + at * by);
}

function dayProblems(ofMonth: string, ofWeek: string): CronProblem[] {
  if ((ofMonth === '?') !== (ofWeek === '?')) return [];
  return [{ is: ofMonth === '?' ? 'both days any' : 'both days set', found: ofWeek }];
}

function fieldProblem(field: CronField, text: string): CronProblem[] {
  if (field.forms?.some((form) => matches(field, form, text))) return [];
  for (const item of text.split(',')) {
    const problem = itemProblem(field, item);
    if (problem !== undefined) return [{ ...problem, field, found: text }];
  }
  return [];
}

function matches(field: CronField, form: RegExp, text: string): boolean {
  const found = form.exec(text);
  return found !== null && (found.groups?.day === undefined || numberOf(field, found.groups.day) !== undefined);
}

/** The error in one item of a list: a value, a range, `*`, or one of these with a step. */
function itemProblem(field: CronField, item: string): ItemProblem | undefined {
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0) return { is: 'value' };
  if (step !== undefined) {
    const most = field.greatest - field.least;
    if (field.takesSteps === false) return { is: 'no steps' };
    if (!/^[0-9]+$/.test(step) || Number(step) < 1 || Number(step) > most) return { is: 'step', most };
  }
  if (range === '*') return undefined;
  const [first = '', last, ...others] = range.split('-');
  const [from, to] = [numberOf(field, first), last === undefined ? undefined : numberOf(field, last)];
  if (from === undefined || others.length > 0 || (last !== undefined && to === undefined)) return { is: 'value' };
  return to !== undefined && to < from ? { is: 'range order' } : undefined;
}

function numberOf({ least, greatest, names = [] }: CronField, text: string): number | undefined {
  const named = names.indexOf(text);
  if (named >= 0) return named + least;
  const number = /^[0-9]{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= greatest ? number : undefined;
}
