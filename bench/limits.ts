// Measures what the enforcement of limits costs a local run: its CPU per request, against a run without limits.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { createPayment, send } from './load';
import { copyProject, type LocalRun, SPEC, startRun } from './local-run';
import { median } from './measure';
import type { Bench, Row, Size } from './row';

/** A GET takes a tenth of the CPU of a POST, so that a round needs more of them to be longer than a garbage collection. */
const SIZES = {
  full: { rounds: 15, requests: { POST: 100, GET: 1000 }, warmUp: 800 },
  small: { rounds: 1, requests: { POST: 5, GET: 5 }, warmUp: 5 },
};

/** The maximum CPU per request with limits, against that without. */
const GOAL = 1.1;

/** Both runs serve short rounds in turn, so that the noise of the machine affects them equally. */
export const limits: Bench = {
  name: 'limits',
  measure: async (size) => {
    const folder = copyProject();
    const started: LocalRun[] = [];
    const start = async (mode: Mode) => {
      const run = await startRun(folder, mode);
      started.push(run);
      return run;
    };
    try {
      raiseCapacity(join(folder, SPEC));
      const runs = { enforce: await start('enforce'), off: await start('off') };
      return [
        await compare('POST /payments', 'POST', runs, size),
        await compare('GET /payments/{id}', 'GET', runs, size),
      ];
    } finally {
      await Promise.all(started.map((run) => run.stop()));
      rmSync(folder, { recursive: true });
    }
  },
};

type Mode = 'enforce' | 'off';

/** Raises the capacity of a spec's tables above the load: a refused request costs less than a served one. */
function raiseCapacity(file: string): void {
  const raised = 'minimum: 9000, maximum: 9000';
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/minimum: \d+, maximum: \d+/g, raised));
}

async function compare(
  work: string,
  method: 'GET' | 'POST',
  runs: Readonly<Record<Mode, LocalRun>>,
  size: Size,
): Promise<Row> {
  const { rounds, warmUp } = SIZES[size];
  const requests = SIZES[size].requests[method];
  const serve = {
    enforce: await requestsTo(runs.enforce, method),
    off: await requestsTo(runs.off, method),
  };
  await serve.enforce(warmUp);
  await serve.off(warmUp);
  const ratios: number[] = [];
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const order: readonly Mode[] = round % 2 === 0 ? ['enforce', 'off'] : ['off', 'enforce'];
    const cost = { enforce: 0, off: 0 };
    for (const mode of order) cost[mode] = (await serve[mode](requests)) / requests;
    ratios.push(cost.enforce / cost.off);
    costs.push(cost.enforce);
  }
  const ratio = median(ratios);
  return {
    work: `local run: CPU of ${work} with limits, to without`,
    measured: `${ratio.toFixed(3)} (${median(costs).toFixed(2)} ms; quartiles ${quartiles(ratios)})`,
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
async function requestsTo(run: LocalRun, method: 'GET' | 'POST'): Promise<(count: number) => Promise<number>> {
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
