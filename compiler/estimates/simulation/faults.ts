// The faults that are active in a second, by part.

import type { Present } from './recording';
import { type Fault, type FaultKind, faultyPart } from './scenario';

type Kind = FaultKind['is'];

/** The kinds of faults that affect a share of something. */
type ShareKind = Extract<FaultKind, { readonly share: number }>['is'];

/** A response of a function with an error. */
export interface ErrorResponse {
  readonly status: number;
  /** The share of the requests. */
  readonly share: number;
}

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

  /** The multiple of the latency of a table, or of the duration of a function. */
  factor(kind: 'slow table' | 'slow function', part: string): number {
    if (this.areNone) return 1;
    return this.active(kind, part).reduce((all, fault) => ('factor' in fault ? all * fault.factor : all), 1);
  }

  /** The share of what a part does that a fault affects. */
  share(kind: ShareKind, part: string): number {
    if (this.areNone) return 0;
    return this.active(kind, part).reduce((all, fault) => ('share' in fault ? Math.max(all, fault.share) : all), 0);
  }

  /** The errors that a function answers. Their shares are of the requests that no fault before them affects. */
  errorResponses(name: string): readonly ErrorResponse[] {
    if (this.areNone) return [];
    return this.active('error response', name).flatMap((fault) => ('status' in fault ? fault : []));
  }

  /** The multiples of the usual amount of the payments that a function receives in the first second of a fault. */
  unusualAmounts(name: string): readonly number[] {
    if (this.areNone) return [];
    const { second } = this.present;
    return this.active('unusual amount', name).flatMap((fault) =>
      'factor' in fault && fault.from === second ? fault.factor : [],
    );
  }

  private active(kind: Kind, part: string): readonly Fault[] {
    return this.faults.filter(
      (fault) =>
        fault.is === kind &&
        faultyPart(fault).name === part &&
        fault.from <= this.present.second &&
        this.present.second < fault.until,
    );
  }
}
