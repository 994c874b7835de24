// The traffic of a run, by the edges of its picture.

import type { Traffic } from './api';
import { TrafficCounter, type TrafficEvent } from './traffic';

/** The edge from all clients to the gateway. */
export const ALL_REQUESTS = 'clients';

/** Names the edge to a route, a function, a table or queue of a caller, or from the source of a trigger to its function. */
export const edgeTo = {
  route: (route: string) => `route ${route}`,
  function: (name: string) => `function ${name}`,
  store: (caller: string, resource: string) => `store ${caller} ${resource}`,
  trigger: (id: string) => `trigger ${id}`,
} as const;

const NO_EVENTS = new TrafficCounter();

/** Counts events by edge. `now` is in milliseconds since 1970. */
export class TrafficCounters {
  readonly #counters = new Map<string, TrafficCounter>();

  constructor(private readonly now: () => number) {}

  count(edge: string, event: TrafficEvent): void {
    const counter = this.#counters.get(edge) ?? new TrafficCounter();
    this.#counters.set(edge, counter);
    counter.add(this.now(), event);
  }

  /** The traffic of an edge in the last minute. */
  of(edge: string): Traffic {
    return (this.#counters.get(edge) ?? NO_EVENTS).summary(this.now());
  }
}
