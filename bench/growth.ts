// Measures how the compiler's time and memory grow with the number of functions, each with its table and route.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { growthExponent, measureProcesses } from './measure';
import type { Bench, Row } from './row';

const ROOT = join(__dirname, '..');
const SIZES = { full: [1000, 2000, 10_000], small: [10, 20] };
const GOAL = { slope: 1.1, largest: 10_000, seconds: 15, megabytes: 1536 };

export const growth: Bench = {
  name: 'growth',
  measure: async (size) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const program = join(folder, 'compile-large.cjs');
      const entry = join(__dirname, 'compile-large.ts');
      buildSync({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', external: ['esbuild'] });
      const points: [size: number, cost: number][] = [];
      const rows = SIZES[size].map((functions): Row => {
        const { run } = measureProcesses({ run: [program, String(functions)] }, 1, ROOT, 0);
        const [{ wall, cpu, megabytes } = { wall: 0, cpu: 0, megabytes: 0 }] = run;
        points.push([functions, cpu]);
        return {
          work: `compile ${functions.toLocaleString('en-US')} functions, whole process`,
          measured: `${(wall / 1000).toFixed(1)} s, ${(cpu / 1000).toFixed(1)} s of CPU, ${megabytes.toFixed(0)} MB`,
          ...(functions === GOAL.largest
            ? {
                goal: `≤ ${GOAL.seconds} s, ≤ ${GOAL.megabytes} MB`,
                isMet: wall <= GOAL.seconds * 1000 && megabytes <= GOAL.megabytes,
              }
            : { goal: '–' }),
        };
      });
      const slope = growthExponent(points);
      const growth = { work: 'slope of log CPU over log functions', measured: slope.toFixed(2) };
      return [...rows, { ...growth, goal: `≤ ${GOAL.slope}`, isMet: slope <= GOAL.slope }];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
