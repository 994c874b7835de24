// Finds a Pulumi CLI on PATH or in the cache of the npm launcher, or builds it from Go modules into a cache.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installedTool } from '../installed-tool';

const MODULE = join(__dirname, 'go');
const PACKAGE = 'github.com/pulumi/pulumi/pkg/v3';

/** The path of a Pulumi CLI; undefined if none is available. */
export function findPulumi(): string | undefined {
  return onPath() ?? fromLauncher() ?? fromGo();
}

function works(command: string): boolean {
  return spawnSync(command, ['version'], { env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: 'true' } }).status === 0;
}

function onPath(): string | undefined {
  return works('pulumi') ? 'pulumi' : undefined;
}

function fromLauncher(): string | undefined {
  const versions = join(process.env.PULUMI_HOME ?? join(homedir(), '.pulumi'), 'versions');
  if (!existsSync(versions)) return undefined;
  const candidates = readdirSync(versions).map((version) => join(versions, version, 'bin', 'pulumi'));
  return candidates.sort().reverse().find(works);
}

function fromGo(): string | undefined {
  const version = /v3 (v[\d.]+)/.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))?.[1] ?? '';
  if (spawnSync('go', ['version']).status !== 0) return undefined;
  const folder = installedTool(`pulumi-${version}`, (target) => {
    // Without its version the CLI reports 0.0.0, which Pulumi's checks reject.
    const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`;
    const args = ['build', '-mod=readonly', '-ldflags', flags, '-o', join(target, 'pulumi'), `${PACKAGE}/cmd/pulumi`];
    return spawnSync('go', args, { cwd: MODULE, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  });
  return folder && join(folder, 'pulumi');
}
