// Measures what the enforcement of limits costs a local run: its CPU per request, against a run without limits.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { createPayment, send } from './load';
import { copyProject, type LocalRun, SPEC, startRun } from './local-run';
import { median } from './measure';
import type { Bench, Row, Size } from './row';

/**
 * The processor time of equal processes differs by a tenth, so that several pairs of them count. A GET takes a tenth of the processor
 * time of a POST, so that a round needs more of them to be longer than a garbage collection.
 */
const SIZES = {
  full: { pairs: 6, rounds: 4, requests: { POST: 80, GET: 800 }, warmUp: 500 },
  small: { pairs: 1, rounds: 1, requests: { POST: 5, GET: 5 }, warmUp: 5 },
};

/** The maximum CPU per request with limits, against that without. */
const GOAL = 1.1;

const METHODS = ['POST', 'GET'] as const;
type Method = (typeof METHODS)[number];
const PATHS: Readonly<Record<Method, string>> = { POST: '/payments', GET: '/payments/{id}' };

const MODES = ['enforce', 'off'] as const;
type Mode = (typeof MODES)[number];

/** The costs of a request of one round, in milliseconds of CPU. */
type Round = Readonly<Record<Mode, number>>;

/** Both runs of a pair serve short rounds in turn, so that the noise of the machine affects them equally. */
export const limits: Bench = {
  name: 'limits',
  measure: async (size) => {
    const folder = copyProject();
    const rounds: Record<Method, Round[]> = { POST: [], GET: [] };
    try {
      raiseCapacity(join(folder, SPEC));
      for (let pair = 0; pair < SIZES[size].pairs; pair += 1)
        await measurePair(folder, pair % 2 === 0 ? MODES : MODES.toReversed(), size, rounds);
    } finally {
      rmSync(folder, { recursive: true });
    }
    return METHODS.map((method) => rowOf(`${method} ${PATHS[method]}`, rounds[method]));
  },
};

/** Raises the capacity of a spec's tables above the load: a refused request costs less than a served one. */
function raiseCapacity(file: string): void {
  const raised = 'minimum: 9000, maximum: 9000';
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/minimum: \d+, maximum: \d+/g, raised));
}

/** Starts two runs in an order, and adds their rounds. */
async function measurePair(
  folder: string,
  modes: readonly Mode[],
  size: Size,
  into: Readonly<Record<Method, Round[]>>,
): Promise<void> {
  const runs = new Map<Mode, LocalRun>();
  try {
    for (const mode of modes) runs.set(mode, await startRun(folder, mode));
    for (const method of METHODS) into[method].push(...(await roundsOf(runs, method, size)));
  } finally {
    await Promise.all([...runs.values()].map((run) => run.stop()));
  }
}

async function roundsOf(runs: ReadonlyMap<Mode, LocalRun>, method: Method, size: Size): Promise<readonly Round[]> {
  const { rounds, warmUp, requests } = SIZES[size];
  const count = requests[method];
  const serve = new Map<Mode, Awaited<ReturnType<typeof requestsTo>>>();
  for (const [mode, run] of runs) serve.set(mode, await requestsTo(run, method));
  for (const send of serve.values()) await send(warmUp);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const cost = { enforce: 0, off: 0 };
    for (const [mode, send] of round % 2 === 0 ? serve : [...serve].reverse()) cost[mode] = (await send(count)) / count;
    measured.push(cost);
  }
  return measured;
}

function rowOf(work: string, rounds: readonly Round[]): Row {
  const ratios = rounds.map(({ enforce, off }) => enforce / off);
  const ratio = median(ratios);
  const cost = median(rounds.map(({ enforce }) => enforce));
  return {
    work: `local run: CPU of ${work} with limits, to without`,
    measured: `${ratio.toFixed(3)} (${cost.toFixed(2)} ms; quartiles ${quartiles(ratios)})`,
    goal: `≤ ${GOAL}`,
    isMet: ratio <= GOAL,
  };
}

function quartiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
  return `${at(0.25)} to ${at(0.75)}`;
}

/** A function that sends requests to a run, and returns the CPU time of the run meanwhile, in milliseconds. */
async function requestsTo(run: LocalRun, method: Method): Promise<(count: number) => Promise<number>> {
  const url = method === 'POST' ? run.payments : `${run.payments}/${await createPayment(run.payments)}`;
  return async (count) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await run.cpu();
    for (let sent = 0; sent < count; sent += 1) {
      const status = await send(agent, method, url);
      if (status >= 300) throw new Error(`${method} ${url}: ${status}`);
    }
    agent.destroy();
    return (await run.cpu()) - before;
  };
}
