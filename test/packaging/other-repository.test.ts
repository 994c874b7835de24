// Installs the package in a repository with only specs: for npx, and for all users.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describeInExhaustive } from '../exhaustive';
import { skip } from '../skip';
import { ROOT } from '../spec';
import { makeOutsideFolder, OutsideProject, packInto, runOutside } from './outside';
import { type Registry, serveRegistry } from './registry';

/** The id of a user who does not own any files. */
const UNPRIVILEGED_UID = 65_534;

/** The arguments of npm for an installation from a registry. */
const INSTALL = [
  ...['install', '--save-dev', '--engine-strict', '--ignore-scripts'],
  ...['--no-audit', '--no-fund', '--prefer-offline'],
];

const { dependencies, ...withoutDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const NAME: string = withoutDependencies.name;

/** The versions of the packages that an installation contains, by path; packages that are only for some machines can be missing. */
function expectTestedVersions(versionOf: (path: string) => string | undefined): void {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [path, { version, dev, optional }] of Object.entries<Record<string, unknown>>(packages)) {
    const installed = versionOf(path);
    if (path === '' || (optional && installed === undefined)) continue;
    expect(installed, path).to.equal(dev ? undefined : version);
  }
}

/** Tests of the package on a registry. */
class Installation {
  readonly folder = makeOutsideFolder();
  readonly project = new OutsideProject(this.folder);
  private readonly archive = packInto(this.folder);
  private registry: Registry | undefined;

  /** Installs the package. With `isComplete: false` the registry reports no dependencies, which takes a tenth of the time. */
  async install({ isComplete }: { readonly isComplete: boolean }): Promise<void> {
    await this.serve(isComplete);
    await this.npm(...INSTALL);
  }

  /** The lock file of an installation with all dependencies, without their archives. */
  async lock(): Promise<Readonly<Record<string, { readonly version: string }>>> {
    await this.serve(true);
    const folder = join(this.folder, 'locked');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{}');
    await this.npm(...INSTALL, '--package-lock-only', '--prefix', folder);
    return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  }

  /** The installed program. */
  get program(): string {
    return join(this.project.folder, 'node_modules/.bin', NAME);
  }

  remove(): void {
    this.registry?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(isComplete: boolean): Promise<void> {
    this.registry?.close();
    const others = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
    const manifest = isComplete ? { ...withoutDependencies, dependencies, _hasShrinkwrap: true } : withoutDependencies;
    this.registry = await serveRegistry(this.archive, manifest, others);
  }

  private async npm(...args: readonly string[]): Promise<void> {
    const all = [...args, '--registry', this.registry?.url ?? '', NAME];
    const { code, output } = await runOutside(this.project.folder, 'npm', all);
    expect(code, output).to.equal(0);
  }
}

/** Registers the tests that each installation passes. `commands` are those that need no other packages, or that find them. */
function testInstallation(installation: () => Installation, commands: readonly (readonly string[])[]): void {
  it('runs with npx', async () => {
    const { code, output } = await runOutside(installation().project.folder, 'npx', [NAME, 'validate', 'pr1234']);
    expect(code, output).to.equal(0);
    expect(output).to.match(/spec\/pr1234\.yaml: valid, \d+ resources\n$/);
  });

  it('runs for a user with only read permission', async function () {
    if (process.getuid?.() !== 0) skip(this, 'needs root, to run as another user');
    const { project, program } = installation();
    for (const args of commands) {
      const { code, output } = await runOutside(project.folder, program, args, { uid: UNPRIVILEGED_UID });
      expect(code, `${args}: ${output}`).to.equal(0);
    }
  });
}

describe('the package on a registry, installed in another repository', () => {
  let installation: Installation;
  before(async () => {
    installation = new Installation();
    await installation.install({ isComplete: false });
  });
  after(() => installation.remove());

  testInstallation(() => installation, [['validate'], ['graph', 'pr1234'], ['--help']]);

  it('contains the schema that editors use', () => {
    const installed = join(installation.project.folder, 'node_modules', NAME);
    const schema = 'schema/spec-file.generated.json';
    expect(readFileSync(join(installed, schema))).to.deep.equal(readFileSync(join(ROOT, schema)));
  });

  it('is installed with the tested versions of its dependencies, and no development dependencies', async () => {
    const packages = await installation.lock();
    expectTestedVersions((path) => packages[`node_modules/${NAME}/${path}`]?.version);
  });
});

describeInExhaustive('the package with all its dependencies, installed in another repository', () => {
  let installation: Installation;
  before(async () => {
    installation = new Installation();
    await installation.install({ isComplete: true });
  });
  after(() => installation.remove());

  testInstallation(() => installation, [['validate'], ['plan', 'pr1234'], ['--version']]);

  it('has the tested versions of its dependencies, and no development dependencies', () => {
    const installed = join(installation.project.folder, 'node_modules', NAME);
    expectTestedVersions((path) => {
      const file = join(installed, path, 'package.json');
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
    });
  });
});
