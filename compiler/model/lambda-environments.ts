// The execution environments of a function: those in use, and idle ones until Lambda removes them (AWS Lambda Developer
// Guide, "Understanding the Lambda execution environment lifecycle").

import type { Assumptions } from './assumptions';

/** Environments that have been idle since the same time. */
interface IdleGroup {
  readonly since: number;
  count: number;
}

/** The environments of one function. Counts can be fractions, because a simulation treats requests as a rate. */
export class Environments {
  /** Environments in use. */
  busy = 0;
  /** Idle environments by the time at which they became idle, longest idle first. */
  private groups: IdleGroup[] = [];

  constructor(private readonly assumptions: Pick<Assumptions, 'environmentIdleSeconds' | 'environmentReuse'>) {}

  /** The number of idle environments. */
  get idle(): number {
    let sum = 0;
    for (const { count } of this.groups) sum += count;
    return sum;
  }

  /** Removes environments that have been idle for too long. */
  expire(now: number): void {
    const { environmentIdleSeconds } = this.assumptions;
    const [oldest] = this.groups;
    if (oldest === undefined || oldest.since + environmentIdleSeconds > now) return;
    const kept = this.groups.findIndex(({ since }) => since + environmentIdleSeconds > now);
    this.groups = kept < 0 ? [] : this.groups.slice(kept);
  }

  /** Uses idle environments, and new ones if there are too few. */
  occupy(count: number): void {
    this.busy += count;
    let wanted = count;
    const isNewest = this.assumptions.environmentReuse === 'newest';
    for (let group = this.nextIdle(isNewest); group !== undefined && wanted > 0; group = this.nextIdle(isNewest)) {
      const used = Math.min(wanted, group.count);
      group.count -= used;
      wanted -= used;
      if (group.count > 0) return;
      if (isNewest) this.groups.pop();
      else this.groups.shift();
    }
  }

  /** Ends the use of environments. */
  release(count: number, now: number, environment: 'kept' | 'lost'): void {
    const released = Math.min(count, this.busy);
    this.busy -= released;
    if (environment === 'kept' && released > 0) this.groups.push({ since: now, count: released });
  }

  /** Sets the number of environments in use. */
  setBusy(count: number, now: number): void {
    if (count > this.busy) this.occupy(count - this.busy);
    else this.release(this.busy - count, now, 'kept');
  }

  private nextIdle(isNewest: boolean): IdleGroup | undefined {
    return isNewest ? this.groups.at(-1) : this.groups[0];
  }
}
