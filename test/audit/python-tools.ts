// The linters and the stand-in for AWS from PyPI, in a Python environment of their own that is kept in a cache.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const REQUIREMENTS = join(__dirname, 'requirements.txt');

/** Installing takes minutes; the answers of the tools take seconds. */
const INSTALL_TIMEOUT_MILLISECONDS = 15 * 60_000;

let found: string | undefined | null = null;

/** The folder of the tools' programs; undefined where Python or PyPI cannot be had. */
export function findTools(): string | undefined {
  if (found === null) found = installOnce();
  return found;
}

/** Registers tests that run the tools: skipped with one line where they cannot be had, a failure on CI. */
export function describeAudit(title: string, tests: (tools: () => string) => void): void {
  describe(title, () => {
    let tools: string | undefined;
    before(function () {
      this.timeout(INSTALL_TIMEOUT_MILLISECONDS);
      tools = findTools();
      if (tools !== undefined) return;
      if (process.env.CI === 'true') throw new Error('the audit needs python3 with venv, and PyPI');
      console.log(`  skipped, for want of python3 or PyPI: ${title}`);
      this.skip();
    });
    tests(() => tools ?? '');
  });
}

/** What a tool prints; throws what it says where it fails otherwise than by its findings. */
export function runTool(tools: string, name: string, args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(join(tools, name), args, {
    encoding: 'utf8',
    timeout: 180_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, AWS_DEFAULT_REGION: 'us-east-1', LOG_LEVEL: 'ERROR' },
  });
  if (error !== undefined || status === null || stdout === '')
    throw new Error(`${name} failed (${status}): ${error?.message ?? stderr}`);
  return stdout;
}

function installOnce(): string | undefined {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'payment-spec');
  const folder = join(cache, `audit-${version}`);
  const done = join(folder, 'installed');
  const programs = join(folder, 'venv', 'bin');
  if (existsSync(done)) return programs;
  // The environment names its own folder in its programs, so it is made where it stays; the mark comes last.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (run('python3', ['-m', 'venv', join(folder, 'venv')]) !== 0) return undefined;
  console.log(`  installing cfn-lint, checkov and moto from PyPI into ${folder}, once: some minutes`);
  const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', REQUIREMENTS];
  if (run(join(programs, 'python3'), install) !== 0) return undefined;
  mkdirSync(done);
  return programs;
}

function run(command: string, args: readonly string[]): number | null {
  return spawnSync(command, args, { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MILLISECONDS }).status;
}
