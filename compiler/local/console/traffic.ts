// The traffic on edges of the overview in the last minute.

import type { Traffic } from './api';

/** The time that totals and latencies cover, in seconds. */
const WINDOW_SECONDS = 60;

/** The time that rates cover, in seconds. */
const RATE_SECONDS = 10;

/** The number of durations from which latencies are computed. */
const MOST_DURATIONS = 512;

interface Second {
  second: number;
  count: number;
  refused: number;
  failed: number;
}

/** One event on an edge. Refused ones have no duration. */
export interface TrafficEvent {
  readonly milliseconds?: number;
  readonly isRefused?: boolean;
  readonly isFailed?: boolean;
}

/** Counts events by the second, in bounded memory. Times are in milliseconds since 1970. */
export class TrafficCounter {
  readonly #seconds: Second[] = [];
  readonly #durations: { at: number; milliseconds: number }[] = [];
  #next = 0;

  add(at: number, { milliseconds, isRefused = false, isFailed = false }: TrafficEvent): void {
    const slot = this.#slot(Math.floor(at / 1000));
    slot.count += 1;
    if (isRefused) slot.refused += 1;
    if (isFailed) slot.failed += 1;
    if (milliseconds === undefined) return;
    this.#durations[this.#next] = { at, milliseconds };
    this.#next = (this.#next + 1) % MOST_DURATIONS;
  }

  summary(now: number): Traffic {
    const second = Math.floor(now / 1000);
    const recent = this.#seconds.filter((one) => one.second > second - WINDOW_SECONDS && one.second <= second);
    const sum = (of: (one: Second) => number) => recent.reduce((total, one) => total + of(one), 0);
    const durations = this.#durations
      .filter(({ at }) => at > now - WINDOW_SECONDS * 1000)
      .map(({ milliseconds }) => milliseconds)
      .sort((a, b) => a - b);
    return {
      perSecond: sum((one) => (one.second > second - RATE_SECONDS ? one.count : 0)) / RATE_SECONDS,
      total: sum(({ count }) => count),
      refused: sum(({ refused }) => refused),
      failed: sum(({ failed }) => failed),
      p50: quantile(durations, 0.5),
      p95: quantile(durations, 0.95),
    };
  }

  #slot(second: number): Second {
    const at = second % WINDOW_SECONDS;
    const known = this.#seconds[at];
    if (known?.second === second) return known;
    const fresh = { second, count: 0, refused: 0, failed: 0 };
    this.#seconds[at] = fresh;
    return fresh;
  }
}

/** The traffic of several edges together. The latencies are those of the slowest one. */
export function joinTraffic(edges: readonly Traffic[]): Traffic {
  const sum = (of: (traffic: Traffic) => number) => edges.reduce((total, one) => total + of(one), 0);
  const most = (of: (traffic: Traffic) => number | null) => {
    const known = edges.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  return {
    perSecond: sum(({ perSecond }) => perSecond),
    total: sum(({ total }) => total),
    refused: sum(({ refused }) => refused),
    failed: sum(({ failed }) => failed),
    p50: most(({ p50 }) => p50),
    p95: most(({ p95 }) => p95),
  };
}

/** The traffic of an edge that passes the checks at its end. */
export function admitted(traffic: Traffic): Traffic {
  const { total, refused, perSecond } = traffic;
  const share = total === 0 ? 0 : (total - refused) / total;
  return { ...traffic, total: total - refused, perSecond: perSecond * share, refused: 0 };
}

/** Nearest rank; null without values. */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
