// The times of schedules of EventBridge Scheduler: cron, rate and at, in a time zone (EventBridge Scheduler User Guide, "Schedule
// types", "Time zones" and "Daylight savings time").

import { type CalendarDay, readCron } from './cron-fields';

/** A schedule. */
export interface ScheduleTimes {
  /** `cron(...)`, `rate(...)` or `at(...)`. */
  readonly expression: string;
  /** A name of the IANA time zone database. */
  readonly timeZone: string;
  /** The creation of the schedule, from which rates count, in milliseconds since 1970. */
  readonly createdAt: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The days to search for the next time of a cron expression. The 29th of February of a given weekday is at most 40 years away. */
const MOST_DAYS = 40 * 366;

const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: 60 * MINUTE, day: DAY };

/** The next time after another, in milliseconds since 1970; undefined if the schedule does not run again. */
export function nextTime(schedule: ScheduleTimes, after: number): number | undefined {
  const [next] = timesAfter(schedule, after);
  return next;
}

/**
 * The times after another in order, in milliseconds since 1970: endless for most schedules. A time that daylight saving skips does
 * not run, and a repeated one runs once.
 */
export function timesAfter({ expression, timeZone, createdAt }: ScheduleTimes, after: number): Iterable<number> {
  const [, kind = '', text = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'at') return atTimes(text, timeZone).filter((time) => time > after);
  return kind === 'rate' ? rateTimes(text, createdAt, after) : cronTimes(text, timeZone, after);
}

function atTimes(text: string, timeZone: string): number[] {
  const wall = Date.parse(`${text}Z`);
  const time = Number.isNaN(wall) ? undefined : toUtc(wall, timeZone);
  return time === undefined ? [] : [time];
}

/** A rate begins when the schedule is created. */
function* rateTimes(text: string, createdAt: number, after: number): Iterable<number> {
  const [value, unit = ''] = text.trim().split(/\s+/);
  const interval = Number(value) * (UNITS[unit.replace(/s$/, '')] ?? Number.NaN);
  if (!(interval > 0)) return;
  const first = after < createdAt ? createdAt : createdAt + (Math.floor((after - createdAt) / interval) + 1) * interval;
  for (let time = first; ; time += interval) yield time;
}

function* cronTimes(text: string, timeZone: string, after: number): Iterable<number> {
  const cron = readCron(text);
  let last = after;
  // The day before contains the later times of a day on which the clock is set back at midnight.
  let midnight = (Math.floor((after + offsetAt(after, timeZone)) / DAY) - 1) * DAY;
  for (let daysWithout = 0; daysWithout <= MOST_DAYS; daysWithout++, midnight += DAY) {
    if (!cron.runsOn(calendarDay(midnight))) continue;
    for (const minute of cron.minutesOfDay) {
      const time = toUtc(midnight + minute * MINUTE, timeZone);
      if (time === undefined || time <= last) continue;
      last = time;
      daysWithout = 0;
      yield time;
    }
  }
}

function calendarDay(midnight: number): CalendarDay {
  const date = new Date(midnight);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The first moment with a wall-clock time; undefined for a time that daylight saving skips. */
function toUtc(wall: number, timeZone: string): number | undefined {
  const [before, after] = [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)];
  if (before === after) return wall - before;
  const times = [before, after]
    .map((offset) => wall - offset)
    .filter((time) => time + offsetAt(time, timeZone) === wall);
  return times.length === 0 ? undefined : Math.min(...times);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The difference between the wall clock of a time zone and UTC at a moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
    hourCycle: 'h23',
  });
}
