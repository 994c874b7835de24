// Reads the cron expressions of AWS: six fields, each with its values and wildcards.
//
// Source: Amazon EventBridge User Guide, "Cron expressions reference", to which AWS Backup refers (AWS Backup API Reference,
// BackupRule). Undocumented forms are rejected.

/** A field that AWS rejects: its name, its text, and the problem. */
export interface CronProblem {
  readonly field: string;
  readonly found: string;
  readonly problem: string;
}

interface Field {
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

const MINUTES: Field = { name: 'minutes', least: 0, greatest: 59 };

const FIELDS: readonly Field[] = [
  MINUTES,
  { name: 'hours', least: 0, greatest: 23 },
  { name: 'day-of-month', least: 1, greatest: 31, forms: [/^\?$/, /^L$/, /^(?<day>\w+)W$/] },
  { name: 'month', least: 1, greatest: 12, names: MONTHS },
  {
    name: 'day-of-week',
    least: 1,
    greatest: 7,
    names: WEEKDAYS,
    forms: [/^\?$/, /^L$/, /^(?<day>\w+?)L$/, /^(?<day>\w+)#[1-5]$/],
    takesSteps: false,
  },
  { name: 'year', least: 1970, greatest: 2199 },
];

/** The names of the six fields, in their order. */
const CRON_FIELDS: readonly string[] = FIELDS.map(({ name }) => name);

/** The errors in the text between the parentheses of `cron(...)`; empty if AWS accepts it. */
export function cronProblems(expression: string): CronProblem[] {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) {
    const problem = `has ${texts.length} fields; expected 6: ${CRON_FIELDS.join(' ')}`;
    return [{ field: 'cron', found: expression, problem }];
  }
  const problems = FIELDS.flatMap((field, at) => fieldProblem(field, texts[at] ?? ''));
  return problems.length > 0 ? problems : dayProblems(texts[2] ?? '', texts[4] ?? '');
}

/** The number of minutes of an hour at which a valid expression runs. */
export function minutesOfHour(expression: string): number {
  const [minutes = ''] = expression.trim().split(/\s+/);
  return new Set(minutes.split(',').flatMap(valuesOf)).size;
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
  const problem =
    ofMonth === '?'
      ? 'and day-of-month are both ?; exactly one of the two must be ?'
      : 'and day-of-month both have a value; exactly one of the two must be ?';
  return [{ field: 'day-of-week', found: ofWeek, problem }];
}

function fieldProblem(field: Field, text: string): CronProblem[] {
  const refuse = (problem: string) => [{ field: field.name, found: text, problem }];
  if (field.forms?.some((form) => matches(field, form, text))) return [];
  for (const item of text.split(',')) {
    const problem = itemProblem(field, item);
    if (problem !== undefined) return refuse(problem);
  }
  return [];
}

function matches(field: Field, form: RegExp, text: string): boolean {
  const found = form.exec(text);
  return found !== null && (found.groups?.day === undefined || numberOf(field, found.groups.day) !== undefined);
}

/** The error in one item of a list: a value, a range, `*`, or one of these with a step. */
function itemProblem(field: Field, item: string): string | undefined {
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0) return allowed(field);
  if (step !== undefined) {
    const most = field.greatest - field.least;
    if (field.takesSteps === false) return 'cannot have a step (/)';
    if (!/^[0-9]+$/.test(step) || Number(step) < 1 || Number(step) > most) return `has a step; it must be 1 to ${most}`;
  }
  if (range === '*') return undefined;
  const [first = '', last, ...others] = range.split('-');
  const [from, to] = [numberOf(field, first), last === undefined ? undefined : numberOf(field, last)];
  if (from === undefined || others.length > 0 || (last !== undefined && to === undefined)) return allowed(field);
  return to !== undefined && to < from ? 'has a range that ends before it begins' : undefined;
}

function numberOf({ least, greatest, names = [] }: Field, text: string): number | undefined {
  const named = names.indexOf(text);
  if (named >= 0) return named + least;
  const number = /^[0-9]{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= greatest ? number : undefined;
}

function allowed({ least, greatest, names, forms }: Field): string {
  const named = names === undefined ? '' : ` or ${names[0]} to ${names.at(-1)}`;
  return `must be ${least} to ${greatest}${named}${forms === undefined ? '' : ', or ?'}`;
}
