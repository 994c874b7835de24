// Runs checking tools from PyPI in cached Python environments.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { installedTool } from './installed-tool';
import { skipWithout } from './skip';
import { ROOT } from './spec';

/** Time limit of an installation, which takes minutes. The tools take seconds. */
const INSTALL_TIMEOUT_MILLISECONDS = 15 * 60_000;

/** Time limit of a tool. */
const RUN_TIMEOUT_MILLISECONDS = 20 * 60_000;

/**
 * Registers tests that run the tools of a `requirements.txt`, given by its path in this folder. If the tools cannot be
 * installed, the tests are skipped with one line, or fail on CI.
 */
export function describeWithTools(requirements: string, title: string, tests: (tools: () => string) => void): void {
  describe(title, () => {
    let tools: string | undefined;
    before(function () {
      tools = findTools(join(__dirname, requirements));
      if (tools !== undefined) return;
      skipWithout(this, 'python3 with venv, and PyPI');
    });
    tests(() => tools ?? '');
  });
}

/** Runs a tool in a folder, and returns its output. Throws its output if it fails for another reason than findings. */
export function runTool(tools: string, name: string, args: readonly string[], folder = ROOT): string {
  const { error, status, stdout, stderr } = spawnSync(join(tools, name), args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: RUN_TIMEOUT_MILLISECONDS,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, AWS_DEFAULT_REGION: 'us-east-1', LOG_LEVEL: 'ERROR' },
  });
  if (error !== undefined || status === null || stdout === '')
    throw new Error(`${name} failed (${status}): ${error?.message ?? stderr}`);
  return stdout;
}

/** The folder of the tools' programs; undefined if Python or PyPI is not available. */
function findTools(requirements: string): string | undefined {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const programsOf = (folder: string) => join(folder, 'venv', 'bin');
  // Programs of an environment contain its path, so it is created in its final folder.
  const folder = installedTool(`${basename(dirname(requirements))}-${version}`, (target) => {
    const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements];
    return run('python3', ['-m', 'venv', join(target, 'venv')]) && run(join(programsOf(target), 'python3'), install);
  });
  return folder && programsOf(folder);
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MILLISECONDS }).status === 0;
}
