// Starts `payment-spec start` as a process, in a copy of the project whose files a benchmark may edit.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '..');
const PROJECT = ['contract', 'runtime', 'spec', 'package.json', 'tsconfig.json'];

/** The path of the spec that a run compiles, in the copy. */
export const SPEC = 'spec/pr1234.yaml';

/** A local run in a process of its own. */
export interface LocalRun {
  /** The address of the payments. */
  readonly payments: string;
  /** The CPU time of all its threads so far, in milliseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Copies the project. The caller removes the folder. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-run-'));
  for (const path of PROJECT) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Starts a local run of a copy on a free port, and waits for its address. Throws what it prints if it ends before. */
export async function startRun(folder: string, limits: 'enforce' | 'off'): Promise<LocalRun> {
  const preload = ['--require', join(__dirname, 'cpu-answer.cjs')];
  const args = [join(ROOT, 'bin/payment-spec.cjs'), 'start', '--spec', SPEC, '--port', '0', '--limits', limits];
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return {
    payments: `${await addressOf(child)}/prod/payments`,
    async cpu() {
      const answer = once(child, 'message');
      child.send('cpu');
      const [milliseconds] = (await answer) as [number];
      return milliseconds;
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** The address that a run prints. */
async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  if (stdout === null || stderr === null) throw new Error('the run has no output');
  const errors: string[] = [];
  createInterface({ input: stderr }).on('line', (line) => errors.push(line));
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /^Serving (\S+),/.exec(line) ?? [];
    if (url === undefined) continue;
    stdout.resume();
    return url;
  }
  throw new Error(`start ended: ${errors.join(' ')}`);
}
