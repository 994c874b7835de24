// Measures what the enforcement of limits costs a local run: its CPU per request, against a run without limits.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { join } from 'node:path';
import type { RunMessage } from './limited-run';
import { createPayment, send } from './load';
import { median } from './measure';
import type { Bench, Row, Size } from './row';

const ROOT = join(__dirname, '..');
/** A GET takes a tenth of the CPU of a POST, so that a round needs more of them to be longer than a garbage collection. */
const SIZES = {
  full: { rounds: 15, requests: { POST: 100, GET: 1000 }, warmUp: 800 },
  small: { rounds: 1, requests: { POST: 5, GET: 5 }, warmUp: 5 },
};

/** The maximum CPU per request with limits, against that without. */
const GOAL = 1.1;

/** A run in a process of its own. */
interface MeasuredRun {
  readonly payments: string;
  /** The CPU time of all its threads so far, in milliseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Both runs serve short rounds in turn, so that the noise of the machine affects them equally. */
export const limits: Bench = {
  name: 'limits',
  needsPrograms: true,
  measure: async (size) => {
    const runs = { enforce: await startRun('enforce'), off: await startRun('off') };
    try {
      return [
        await compare('POST /payments', 'POST', runs, size),
        await compare('GET /payments/{id}', 'GET', runs, size),
      ];
    } finally {
      await Promise.all(Object.values(runs).map((run) => run.stop()));
    }
  },
};

type Mode = 'enforce' | 'off';

async function compare(
  work: string,
  method: 'GET' | 'POST',
  runs: Readonly<Record<Mode, MeasuredRun>>,
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
async function requestsTo(run: MeasuredRun, method: 'GET' | 'POST'): Promise<(count: number) => Promise<number>> {
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

async function startRun(mode: Mode): Promise<MeasuredRun> {
  const child = fork(join(__dirname, 'limited-run.ts'), [ROOT, mode], {
    execArgv: ['--require', 'tsx/cjs'],
    cwd: ROOT,
  });
  const first = await nextMessage(child);
  if (!('url' in first)) throw new Error('the run printed no address');
  return {
    payments: `${first.url}/prod/payments`,
    async cpu() {
      const answer = nextMessage(child);
      child.send('cpu');
      const message = await answer;
      return 'cpu' in message ? message.cpu : Number.NaN;
    },
    async stop() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** The next message of a run. Rejects if it ends instead. */
async function nextMessage(child: ChildProcess): Promise<RunMessage> {
  const ended = new AbortController();
  try {
    const messages = once(child, 'message', { signal: ended.signal });
    const exit = once(child, 'exit', { signal: ended.signal }).then(([code]): never => {
      throw new Error(`the run ended with code ${String(code)}`);
    });
    const [message] = (await Promise.race([messages, exit])) as [RunMessage];
    return message;
  } finally {
    ended.abort();
  }
}
