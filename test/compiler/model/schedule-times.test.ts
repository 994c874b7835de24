// The times of schedules, against the calendar and the rules of time zones.

import { expect } from 'chai';
import { nextTime } from '../../../compiler/model/schedule-times';

const CREATED = Date.parse('2026-01-15T12:00:30Z');

/** The next times of a schedule after a moment. */
function times(expression: string, count: number, { from = '2026-01-15T12:00:30Z', zone = 'UTC' } = {}): string[] {
  const found: string[] = [];
  let after = Date.parse(from);
  for (let at = 0; at < count; at++) {
    const time = nextTime({ expression, timeZone: zone, createdAt: CREATED }, after);
    if (time === undefined) break;
    found.push(new Date(time).toISOString().slice(0, 16));
    after = time;
  }
  return found;
}

describe('the times of a schedule', () => {
  const CASES: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'each day': ['cron(15 3 * * ? *)', ['2026-01-16T03:15', '2026-01-17T03:15']],
    'steps and lists': [
      'cron(0/20 13,14 * * ? *)',
      ['2026-01-15T13:00', '2026-01-15T13:20', '2026-01-15T13:40', '2026-01-15T14:00'],
    ],
    'a range of weekdays by name': ['cron(0 9 ? * MON-FRI *)', ['2026-01-16T09:00', '2026-01-19T09:00']],
    'weekdays by number, 1 is Sunday': ['cron(0 9 ? * 1 *)', ['2026-01-18T09:00', '2026-01-25T09:00']],
    'the last day of a month': ['cron(0 0 L * ? *)', ['2026-01-31T00:00', '2026-02-28T00:00']],
    'the last Friday of a month': ['cron(0 0 ? * 6L *)', ['2026-01-30T00:00', '2026-02-27T00:00']],
    'the third Monday of a month': ['cron(0 0 ? * 2#3 *)', ['2026-01-19T00:00', '2026-02-16T00:00']],
    'the weekday nearest to the 1st': [
      'cron(0 0 1W * ? *)',
      ['2026-02-02T00:00', '2026-03-02T00:00', '2026-04-01T00:00'],
    ],
    'the weekday nearest to the 31st': ['cron(0 0 31W 5 ? *)', ['2026-05-29T00:00', '2027-05-31T00:00']],
    'the 29th of February': ['cron(0 0 29 2 ? *)', ['2028-02-29T00:00', '2032-02-29T00:00']],
    'a year in the past': ['cron(0 0 1 1 ? 2025)', []],
    'a rate, which begins with the schedule': ['rate(5 minutes)', ['2026-01-15T12:05', '2026-01-15T12:10']],
    'a rate of one day': ['rate(1 day)', ['2026-01-16T12:00']],
    'one date': ['at(2026-02-01T08:30:00)', ['2026-02-01T08:30']],
    'a date in the past': ['at(2026-01-01T08:30:00)', []],
  };
  for (const [what, [expression, expected]] of Object.entries(CASES))
    it(`follow ${what}: ${expression}`, () => {
      expect(times(expression, Math.max(1, expected.length))).to.deep.equal(expected);
    });

  it('begin with the creation of a rate', () => {
    expect(times('rate(2 hours)', 2, { from: '2026-01-15T11:00:00Z' })).to.deep.equal([
      '2026-01-15T12:00',
      '2026-01-15T14:00',
    ]);
  });

  const berlin = (expression: string, from: string, count: number) =>
    times(expression, count, { from, zone: 'Europe/Berlin' });

  it('are in the time zone, before and after the clock changes', () => {
    expect(berlin('cron(15 3 * * ? *)', '2026-03-27T12:00:00Z', 3)).to.deep.equal([
      '2026-03-28T02:15',
      '2026-03-29T01:15',
      '2026-03-30T01:15',
    ]);
    expect(berlin('at(2026-07-01T12:00:00)', '2026-01-01T00:00:00Z', 1)).to.deep.equal(['2026-07-01T10:00']);
  });

  it('leave out a time that daylight saving skips', () => {
    expect(berlin('cron(30 2 * * ? *)', '2026-03-27T12:00:00Z', 2)).to.deep.equal([
      '2026-03-28T01:30',
      '2026-03-30T00:30',
    ]);
  });

  it('run once at a time that daylight saving repeats', () => {
    expect(berlin('cron(30 2 * * ? *)', '2026-10-24T12:00:00Z', 2)).to.deep.equal([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });
});
