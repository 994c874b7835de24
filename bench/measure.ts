// Measures processes and functions in turn, so that noise affects all of them equally.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The cost of a process: wall time and CPU time (user and system) in milliseconds, and its peak memory in MB. */
export interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The smallest of some numbers: the time without the noise of other processes. */
export function minimum(values: readonly number[]): number {
  return Math.min(...values);
}

/** Runs each command of Node.js in turn: unmeasured first, then for the rounds. Throws if one fails. */
export function measureProcesses<Name extends string>(
  commands: Readonly<Record<Name, readonly string[]>>,
  rounds: number,
  cwd: string,
  warmUps = 1,
): Record<Name, Run[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const probe = join(folder, 'usage.json');
    const names = Object.keys(commands) as Name[];
    const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>;
    for (let round = -warmUps; round < rounds; round += 1) {
      for (const name of names) {
        const run = measureProcess(commands[name], cwd, probe);
        if (round >= 0) runs[name].push(run);
      }
    }
    return runs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureProcess(args: readonly string[], cwd: string, probe: string): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', join(__dirname, 'usage.cjs'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    env: { ...process.env, BENCH_USAGE: probe },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return { wall, ...(JSON.parse(readFileSync(probe, 'utf8')) as Omit<Run, 'wall'>) };
}

/** The median time of a function, in milliseconds, after one unmeasured call. */
export async function timeCalls(rounds: number, call: () => unknown): Promise<number> {
  await call();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The growth of a cost with size: the least-squares slope of their logarithms. 1 is linear; n log n is 1.1 here. */
export function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
