// Runs the command line as a user does: as a process of its own.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../spec';

/** What a process printed, and its exit code. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `payment-spec` in the project, or in another folder; `require` names a module that is loaded before it. */
export function runCommand(args: readonly string[], options: { cwd?: string; require?: string } = {}): Run {
  const hook = options.require === undefined ? [] : ['--require', options.require];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...hook, join(ROOT, 'bin/payment-spec.cjs'), ...args],
    {
      cwd: options.cwd ?? ROOT,
      encoding: 'utf8',
      timeout: 20_000,
    },
  );
  return { code: status, stdout, stderr };
}
