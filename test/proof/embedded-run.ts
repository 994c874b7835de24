// Runs the local run in a separate process, as `npm start` does, so that tests can kill it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../spec';

/** A running local run. */
export interface EmbeddedRun {
  /** URLs of its API, OpenAPI document and page. */
  readonly url: string;
  /** Kills it, and resolves when it has ended. */
  kill(): Promise<void>;
}

/** The system to run. */
export interface RunSystem {
  readonly root: string;
  readonly spec: string;
}

/** The environment pr1234 of this project. */
export const PR1234: RunSystem = { root: ROOT, spec: 'spec/pr1234.yaml' };

/** Starts a system on a free port and without limits, which depend on the speed of the machine. Rejects if it ends before it serves. */
export async function startEmbeddedRun({ root, spec }: RunSystem, ...more: readonly string[]): Promise<EmbeddedRun> {
  const args = ['start', '--spec', spec, '--port', '0', '--limits', 'off', '--json', ...more];
  const child = spawn(process.execPath, [join(ROOT, 'bin/payment-spec.cjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url: string };
    return { url, kill: () => end(child) };
  }
  throw new Error('the local run ended before it served requests');
}

/** Kills a process that may have ended. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
