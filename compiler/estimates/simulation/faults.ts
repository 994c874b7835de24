// The faults that are active in a second, by part.

import type { Present } from './recording';
import type { Fault, FaultKind } from './scenario';

type Kind = FaultKind['is'];

/** The faults of a scenario. */
export class Faults {
  constructor(
    private readonly faults: readonly Fault[],
    private readonly present: Present,
  ) {}

  /** Whether the scenario has no faults. */
  get areNone(): boolean {
    return this.faults.length === 0;
  }

  /** The seconds from one on in which the same faults are active as in the second before. */
  steadySeconds(second: number): number {
    let seconds = Number.POSITIVE_INFINITY;
    for (const { from, until } of this.faults)
      for (const change of [from, until]) if (change >= second) seconds = Math.min(seconds, change - second);
    return seconds;
  }

  /** The share of the requests to a table with the hottest partition key. */
  hottestShare(table: string): number {
    return this.share('hot partition', table);
  }

  /** The multiple of the latency of a table, or of the duration of a function. */
  factor(kind: 'slow table' | 'slow function', part: string): number {
    if (this.areNone) return 1;
    return this.active(kind, part).reduce((all, fault) => ('factor' in fault ? all * fault.factor : all), 1);
  }

  /** The share of the requests that a part fails. */
  failing(kind: 'failing table' | 'failing function', part: string): number {
    return this.share(kind, part);
  }

  private share(kind: Kind, part: string): number {
    if (this.areNone) return 0;
    return this.active(kind, part).reduce((all, fault) => ('share' in fault ? Math.max(all, fault.share) : all), 0);
  }

  private active(kind: Kind, part: string): readonly Fault[] {
    return this.faults.filter(
      (fault) =>
        fault.is === kind &&
        ('table' in fault ? fault.table : fault.function) === part &&
        fault.from <= this.present.second &&
        this.present.second < fault.until,
    );
  }
}
