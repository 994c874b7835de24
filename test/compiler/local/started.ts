// Runs of `payment-spec start` as processes, as a user starts them.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../spec';
import { runCommand } from '../cli/run';
import { cleanUp, collectLines, makeProject, specOf, type TestProject } from './project';

/** The spec of the projects. */
export const SPEC = 'spec/test.yaml';

/** The code of a function that responds with a text. */
export const answer = (text: string) => `export const handler = async () => ({ statusCode: 200, body: '${text}' });`;

/** A project with one function. */
export const small = () => makeProject({ 'functions/one.ts': answer('one'), [SPEC]: specOf(['one']) });

const children = new Set<ChildProcess>();

/** Builds the command line before the first process starts, and stops the processes after each test. */
export function stopAfterEach(): void {
  before(() => runCommand(['--help']));
  afterEach(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    children.clear();
    await cleanUp();
  });
}

/** Starts a run in a project. Returns the printed lines and the exit code. */
export function begin({ root }: Pick<TestProject, 'root'>, ...args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'bin/payment-spec.cjs'), 'start', '--spec', SPEC, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const out = collectLines();
  const err = collectLines();
  createInterface({ input: child.stdout }).on('line', out.print);
  createInterface({ input: child.stderr }).on('line', err.print);
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, stderr: err.lines }));
  return { child, out, err, ended };
}

/** Starts a run, and waits until it watches files. */
export async function follow(project: Pick<TestProject, 'root'>, ...args: string[]) {
  const process = begin(project, '--port', '0', ...args);
  const [, url = ''] = /^Serving (\S+),/.exec(await process.out.line(/^Serving /)) ?? [];
  await process.out.line(/^Reloads when/);
  /** Returns the response of a function. */
  const get = async (name = 'one') => (await fetch(`${url}/prod/${name}`)).text();
  /** Discards the lines that were printed so far. */
  const forget = () => {
    process.out.lines.length = 0;
    process.err.lines.length = 0;
  };
  return { ...process, url, get, forget };
}
