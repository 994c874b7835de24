// The responses of a second: their statuses and latencies.

import { longestPause } from '../../contract/call-budgets';
import type { ApiMethod } from '../expand/methods';
import type { Assumptions } from '../model/assumptions';
import { groupBy } from '../traffic/group';
import type { Functions } from './functions';
import { initPoints, Latencies, pausePoints } from './latency';
import type { Recording } from './recording';
import type { TableStage } from './table-stage';

/** The places of methods with the same function and the same tables, whose requests take the same time. */
interface AlikeMethods {
  readonly name: string;
  readonly methods: readonly number[];
}

/** The responses to clients. */
export class ResponseStage {
  readonly latencies: Latencies;
  private readonly groups: readonly AlikeMethods[];
  private readonly inits: readonly number[];
  private readonly pauses: readonly (readonly number[])[];

  constructor(
    methods: readonly ApiMethod[],
    private readonly tables: TableStage,
    private readonly functions: Functions,
    { recording, assumptions }: { readonly recording: Recording; readonly assumptions: Assumptions },
  ) {
    const places = groupBy(methods.keys(), (at) => `${methods[at]?.route.function} ${tables.calledBy(at)}`);
    this.groups = [...places.values()].map((own) => ({
      name: methods[own[0] ?? 0]?.route.function ?? '',
      methods: own,
    }));
    this.latencies = new Latencies(recording);
    this.inits = initPoints(assumptions);
    const longest = Array.from({ length: tables.retries }, (_, at) => longestPause(at + 1) / 1000);
    this.pauses = longest.map((_, at) => pausePoints(longest.slice(0, at + 1)));
  }

  /** Records the latencies of the successful responses of the present second. */
  end(): void {
    for (const { name, methods } of this.groups) {
      const { seconds, coldStarts, admitted } = this.functions.latest(name);
      const base = seconds + this.tables.slowness(methods[0] ?? 0);
      const coldShare = admitted === 0 ? 0 : Math.min(1, coldStarts / admitted);
      const first = this.tables.succeeded(methods, 0);
      this.latencies.add(base, first * (1 - coldShare));
      this.spread(base, this.inits, first * coldShare);
      this.pauses.forEach((points, at) => {
        this.spread(base, points, this.tables.succeeded(methods, at + 1));
      });
    }
    this.latencies.end();
  }

  private spread(base: number, points: readonly number[], amount: number): void {
    if (amount > 0) for (const point of points) this.latencies.add(base + point, amount / points.length);
  }
}
