// Installs other tools from npm and PyPI, each once and into a folder of its own.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A tool with its version: one package, and the packages that it needs beside it. */
export interface Peer {
  readonly name: string;
  readonly registry: 'npm' | 'PyPI';
  /** Each with its exact version. The first is the tool itself. */
  readonly packages: readonly [string, ...string[]];
}

const INSTALL_TIMEOUT_MILLISECONDS = 15 * 60_000;

/** Installs a tool unless it is installed. Returns its folder, or the reason why it cannot be installed, in one line. */
export function installPeer({
  name,
  registry,
  packages: [tool, ...others],
}: Peer): { folder: string } | { reason: string } {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'payment-spec', 'peers');
  const folder = join(cache, tool.replaceAll(/[^\w.-]+/g, '-'));
  const done = join(folder, 'installed');
  if (existsSync(done)) return { folder };
  // The marker is written last: without it, an installation was interrupted.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.error(`installing ${tool} from ${registry} into ${folder}, once`);
  for (const [command, ...args] of stepsOf(registry, folder, [tool, ...others])) {
    const { status, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: INSTALL_TIMEOUT_MILLISECONDS,
    });
    const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
    if (status !== 0) return { reason: `${name} cannot be installed: ${reason}` };
  }
  writeFileSync(done, '');
  return { folder };
}

function stepsOf(registry: Peer['registry'], folder: string, packages: string[]): [string, ...string[]][] {
  if (registry === 'npm')
    return [['npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...packages]];
  return [
    ['python3', '-m', 'venv', folder],
    [join(folder, 'bin/python3'), '-m', 'pip', 'install', '--quiet', ...packages],
  ];
}
