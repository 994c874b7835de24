// Measures how the CPU time of estimates grows: of the cost with the functions of a system, of a simulation with its seconds.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSpec } from '../compiler/compile/compile';
import { estimateCost, type System } from '../compiler/estimates/cost/estimate';
import { simulate } from '../compiler/estimates/simulation/simulate';
import { mixOf } from '../compiler/estimates/traffic/traffic';
import { processContext } from '../compiler/host/process-context';
import { DEFAULT_ASSUMPTIONS } from '../compiler/model/assumptions';
import { growthExponent, median } from './measure';
import type { Bench, Row, Size } from './row';
import { LARGE_SPEC, largeSystem } from './system';

const ROOT = join(__dirname, '..');
const ROUNDS = { full: 5, small: 1 };
const MAXIMUM_SLOPE = 1.1;

/** An estimate of any size. */
interface Work {
  readonly what: string;
  readonly unit: string;
  readonly sizes: { readonly [S in Size]: readonly number[] };
  /** Prepares the estimate, which is then measured alone. */
  readonly prepare: (size: number) => () => unknown;
}

const WORKS: readonly Work[] = [
  {
    what: 'estimate the cost of',
    unit: 'functions',
    sizes: { full: [500, 1000, 4000], small: [10, 20] },
    prepare: (functions) => {
      const files = largeSystem(functions);
      const system = compileSystem(LARGE_SPEC, (path) => files.get(path));
      return () => estimateCost(system);
    },
  },
  simulationOf('at a rate that changes each second', (second) => 500 + (second % 2)),
  simulationOf('at a constant rate', () => 500),
];

/** Seconds with equal rates can pass in one step. */
function simulationOf(load: string, rateIn: (second: number) => number): Work {
  return {
    what: `simulate the environment production ${load} for`,
    unit: 'seconds',
    sizes: { full: [3600, 14_400, 86_400], small: [60, 120] },
    prepare: (seconds) => {
      const system = compileSystem('spec/production.yaml', (path) => readFileSync(join(ROOT, path), 'utf8'));
      const requests = Array.from({ length: seconds }, (_, second) => rateIn(second));
      const mix = mixOf(system.environment, {});
      const clients = { attempts: 1, pauseSeconds: 0 };
      return () => simulate(system, { start: 0, requests, mix, faults: [], clients, assumptions: DEFAULT_ASSUMPTIONS });
    },
  };
}

export const estimates: Bench = {
  name: 'estimates',
  measure: async (size) => WORKS.flatMap((work) => growthOf(work, size)),
};

function growthOf({ what, unit, sizes, prepare }: Work, size: Size): readonly Row[] {
  const points = sizes[size].map((amount) => [amount, cpuMilliseconds(ROUNDS[size], prepare(amount))] as const);
  const slope = growthExponent(points);
  const rows = points.map(
    ([amount, milliseconds]): Row => ({
      work: `${what} ${amount.toLocaleString('en-US')} ${unit}, compiled before`,
      measured: `${milliseconds.toFixed(0)} ms of CPU`,
      goal: '–',
    }),
  );
  const growth = { work: `slope of log CPU over log ${unit}`, measured: slope.toFixed(2), goal: `≤ ${MAXIMUM_SLOPE}` };
  return [...rows, { ...growth, isMet: slope <= MAXIMUM_SLOPE }];
}

/** The median CPU time of a function, after one unmeasured call. */
function cpuMilliseconds(rounds: number, call: () => unknown): number {
  call();
  const times = Array.from({ length: rounds }, () => {
    const begun = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return median(times);
}

function compileSystem(path: string, read: (path: string) => string | undefined): System {
  const { graph, resolved, diagnostics } = compileSpec(path, read, processContext());
  if (graph === undefined || resolved === undefined)
    throw new Error(diagnostics.find(({ severity }) => severity === 'error')?.message);
  return { graph, environment: resolved.expanded };
}
