// The changes of payments without an event, which the nightly reconciliation finds.

import type { ScheduleTrigger } from '../../../language/expand/triggers';

const SECONDS_PER_DAY = 86_400;

/** The days before today that the reconciliation compares without an input. */
const DEFAULT_DAYS_AGO = [1];

/** The lost events, by the day of their change in UTC. */
export class Ledger {
  private readonly lost = new Map<number, number>();

  /** Adds changes that have no event. @param now the time in seconds since 1970 */
  lose(now: number, changes: number): void {
    if (changes === 0) return;
    const day = dayOf(now);
    this.lost.set(day, (this.lost.get(day) ?? 0) + changes);
  }

  /** Whether a run of the reconciliation finds a difference. */
  differs(now: number, { input }: Pick<ScheduleTrigger, 'input'>): boolean {
    return daysAgo(input).some((days) => (this.lost.get(dayOf(now) - days) ?? 0) > 0);
  }
}

function daysAgo(input: ScheduleTrigger['input']): readonly number[] {
  const days: unknown = input?.daysAgo;
  return Array.isArray(days) ? days.filter((value) => typeof value === 'number') : DEFAULT_DAYS_AGO;
}

function dayOf(seconds: number): number {
  return Math.floor(seconds / SECONDS_PER_DAY);
}
