// The number of runs of a schedule.

import { timesAfter } from '../../model/schedule-times';
import { remember } from '../../source/remember';
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
  return countRuns({ expression, timeZone, days });
}

const countRuns = remember(
  { keyOf: ({ expression, timeZone, days }) => `${expression} ${timeZone} ${days}`, limit: 10_000 },
  ({ expression, timeZone, days }: { expression: string; timeZone: string; days: number }) => {
    const end = START + days * DAY_MILLISECONDS;
    let runs = 0;
    for (const time of timesAfter({ expression, timeZone, createdAt: START }, START - 1)) {
      if (time >= end) break;
      runs++;
    }
    return runs;
  },
);
