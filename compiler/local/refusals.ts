// Counts the requests that limits and checks refuse, by reason.

/** Requests that were refused for the same reason; with the mode `count`, those that would have been. */
export interface RefusalCount {
  /** The status of the responses. */
  readonly statusCode: number;
  /** The reason, as a noun phrase. */
  readonly by: string;
  readonly requests: number;
}

/** The counts of a run. */
export interface Refusals {
  /** Counts a request. Returns whether it is the first one of its reason. */
  add(statusCode: number, by: string): boolean;
  /** The counts, the largest first. */
  counts(): readonly RefusalCount[];
}

/** Creates empty counts. */
export function createRefusals(): Refusals {
  const counts = new Map<string, RefusalCount>();
  return {
    add(statusCode, by) {
      const { requests = 0 } = counts.get(by) ?? {};
      counts.set(by, { statusCode, by, requests: requests + 1 });
      return requests === 0;
    },
    counts: () => [...counts.values()].sort((a, b) => b.requests - a.requests || (a.by < b.by ? -1 : 1)),
  };
}
