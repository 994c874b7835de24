// Runs the command line as a user does, in a separate process.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../spec';

/** The output of a process, and its exit code. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a run: the folder, a module to load first, variables besides those of this process, and standard input. */
export interface RunOptions {
  readonly cwd?: string;
  readonly require?: string;
  /** A variable that is undefined is not passed on. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs `payment-spec`, in the project unless another folder is named. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Run {
  const hook = options.require === undefined ? [] : ['--require', options.require];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...hook, join(ROOT, 'bin/payment-spec.cjs'), ...args],
    {
      cwd: options.cwd ?? ROOT,
      encoding: 'utf8',
      timeout: 600_000,
      input: options.input ?? '',
      env: { ...process.env, ...options.variables },
    },
  );
  return { code: status, stdout, stderr };
}
