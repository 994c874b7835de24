// The number of runs of a schedule.

import { nextTime } from '../model/schedule-times';
import { assumed } from './assumptions';

const DAY_MILLISECONDS = 86_400_000;

/** The first of January of a year that is not a leap year, so that the runs of a schedule do not depend on the date. */
const START = Date.UTC(2027, 0, 1);

/** The days in which all runs of a frequent schedule are counted, and those for other schedules. */
const WEEKS_DAYS = 28;
const YEAR_DAYS = 365;

/** The runs of a schedule in a month. */
export function runsPerMonth(expression: string, timeZone: string): number {
  const inWeeks = runsWithin(expression, timeZone, WEEKS_DAYS);
  const days = inWeeks >= WEEKS_DAYS ? WEEKS_DAYS : YEAR_DAYS;
  const runs = days === WEEKS_DAYS ? inWeeks : runsWithin(expression, timeZone, YEAR_DAYS);
  return (runs * assumed('hoursPerMonth')) / (days * 24);
}

/** The runs of a schedule in the first days of a year. */
export function runsWithin(expression: string, timeZone: string, days: number): number {
  const times = { expression, timeZone, createdAt: START };
  const end = START + days * DAY_MILLISECONDS;
  let runs = 0;
  for (let at = nextTime(times, START - 1); at !== undefined && at < end; at = nextTime(times, at)) runs++;
  return runs;
}
