// The values of the fields of AWS's cron expressions: minutes, hours, day-of-month, month, day-of-week and year.
// Source: EventBridge Scheduler User Guide, "Schedule types". The expressions are valid: a rule checks them.

/** A day of the calendar, without a time zone. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** A cron expression. */
export interface Cron {
  /** The times of a day at which it runs, in minutes after midnight, in order. */
  readonly minutesOfDay: readonly number[];
  /** Whether it runs on a day. */
  runsOn(day: CalendarDay): boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Reads the text between the parentheses of `cron(...)`. */
export function readCron(expression: string): Cron {
  const [minutes = '', hours = '', ofMonth = '', month = '', ofWeek = '', year = ''] = expression.trim().split(/\s+/);
  const minuteValues = valuesOf(minutes, 0, 59);
  const isMonth = matcher(month, 1, 12, MONTHS);
  const isYear = matcher(year, 1970, 2199);
  const isDay = ofWeek === '?' ? dayOfMonth(ofMonth) : dayOfWeek(ofWeek);
  return {
    minutesOfDay: valuesOf(hours, 0, 23).flatMap((hour) => minuteValues.map((minute) => hour * 60 + minute)),
    runsOn: (day) => isMonth(day.month) && isYear(day.year) && isDay(day),
  };
}

type IsDay = (day: CalendarDay) => boolean;

function dayOfMonth(text: string): IsDay {
  if (text === 'L') return (day) => day.day === lengthOfMonth(day);
  const [, nearest] = /^(\d+)W$/.exec(text) ?? [];
  if (nearest !== undefined) return (day) => day.day === nearestWeekday(day, Number(nearest));
  const isValue = matcher(text, 1, 31);
  return ({ day }) => isValue(day);
}

function dayOfWeek(text: string): IsDay {
  const numberOf = (name: string) => WEEKDAYS.indexOf(name) + 1 || Number(name);
  // L alone is the last day of the week.
  if (text === 'L') return (day) => weekdayOf(day) === WEEKDAYS.length;
  const [, last] = /^(\w+?)L$/.exec(text) ?? [];
  if (last !== undefined)
    return (day) => weekdayOf(day) === numberOf(last) && day.day > lengthOfMonth(day) - WEEKDAYS.length;
  const [, weekday, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (weekday !== undefined)
    return (day) => weekdayOf(day) === numberOf(weekday) && Math.ceil(day.day / WEEKDAYS.length) === Number(nth);
  const isValue = matcher(text, 1, WEEKDAYS.length, WEEKDAYS);
  return (day) => isValue(weekdayOf(day));
}

/** 1 is Sunday. */
function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function lengthOfMonth({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The weekday nearest to a day, in the same month. */
function nearestWeekday(of: CalendarDay, day: number): number {
  const weekday = weekdayOf({ ...of, day });
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === lengthOfMonth(of) ? day - 2 : day + 1;
  return day;
}

function matcher(text: string, least: number, greatest: number, names: readonly string[] = []) {
  const values = new Set(valuesOf(text, least, greatest, names));
  return (value: number): boolean => values.has(value);
}

/** The values of a list of numbers, names, ranges, `*` and steps, in order. */
function valuesOf(text: string, least: number, greatest: number, names: readonly string[] = []): number[] {
  const numberOf = (name: string) => (names.includes(name) ? names.indexOf(name) + least : Number(name));
  const values = text.split(',').flatMap((item) => {
    const [range = '', step] = item.split('/');
    const [first = '', last] = range.split('-');
    const from = first === '*' ? least : numberOf(first);
    const isOpen = first === '*' || (last === undefined && step !== undefined);
    const to = isOpen ? greatest : numberOf(last ?? first);
    const by = Number(step ?? 1);
    return Array.from({ length: Math.max(0, Math.floor((to - from) / by) + 1) }, (_, at) => from + at * by);
  });
  return [...new Set(values)].sort((a, b) => a - b);
}
