// Uses the program in a repository with only specs: with pre-commit at a tag, with npx, and installed for all users.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { makeGitProject, runGit } from '../cli/git-project';
import { describeWithTools } from '../python-tools';
import { skip } from '../skip';
import { ROOT } from '../spec';
import { type Registry, serveRegistry } from './registry';

/** The id of a user who does not own any files. */
const UNPRIVILEGED_UID = 65_534;

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string };
const TAG = `v${manifest.version}`;

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Variables of npm, git and mocha that refer to this project rather than to the machine. */
const OF_THIS_PROJECT = /^(CI|npm_.*|INIT_CWD|GIT_(DIR|INDEX_FILE|WORK_TREE|PREFIX)|LEFTHOOK.*|NODE_OPTIONS)$/;

/** Runs a command outside this project. */
function run(
  cwd: string,
  command: string,
  args: readonly string[],
  more: { readonly env?: Readonly<Record<string, string>>; readonly uid?: number } = {},
): Promise<Run> {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_THIS_PROJECT.test(name));
  const { env, uid } = more;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A folder whose name has a space and umlauts. */
const makeFolder = () => mkdtempSync(join(tmpdir(), 'Zahlungen für Köln '));

/** A project of specs in a folder whose name has a space and umlauts. */
function makeProject(parent: string): string {
  const from = makeGitProject();
  const project = join(parent, 'Überweisung 1');
  cpSync(from, project, { recursive: true });
  rmSync(from, { recursive: true });
  return project;
}

const edit = (project: string, from: string, to: string) => {
  const file = join(project, 'spec/development.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).to.include(from);
  writeFileSync(file, text.replace(from, to));
};

describeWithTools('packaging/requirements.txt', `pre-commit, with the hooks of ${TAG}`, (tools) => {
  let folder: string;
  let project: string;
  const commit = (message: string) => {
    runGit(project, 'add', '--all');
    const author = ['-c', 'user.name=n', '-c', 'user.email=n@example.com'];
    return run(project, 'git', [...author, 'commit', '-qm', message], {
      env: { PRE_COMMIT_HOME: join(folder, 'home') },
    });
  };
  before(async () => {
    folder = makeFolder();
    const release = join(folder, 'veröffentlicht');
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT });
    for (const file of files
      .toString()
      .split('\0')
      .filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
      mkdirSync(dirname(join(release, file)), { recursive: true });
      cpSync(join(ROOT, file), join(release, file));
    }
    runGit(release, 'init', '-q', '-b', 'main');
    runGit(release, 'add', '.');
    runGit(release, 'commit', '-qm', 'Release');
    runGit(release, 'tag', TAG);
    project = makeProject(folder);
    const hooks = [{ id: 'payment-spec' }, { id: 'payment-spec-diff' }];
    const configuration = { repos: [{ repo: release, rev: TAG, hooks }] };
    writeFileSync(join(project, '.pre-commit-config.yaml'), JSON.stringify(configuration));
    const installed = await run(project, join(tools(), 'pre-commit'), ['install', '--install-hooks'], {
      env: { PRE_COMMIT_HOME: join(folder, 'home') },
    });
    expect(installed.code, installed.output).to.equal(0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('accepts a valid edit', async () => {
    edit(project, 'logRetentionDays: 3', 'logRetentionDays: 5');
    const { code, output } = await commit('Keep logs longer');
    expect(code, output).to.equal(0);
    expect(output).to.match(/payment-spec validate\.+Passed\npayment-spec diff\.+Passed/);
  });

  it('rejects an invalid spec, with the location', async () => {
    edit(project, 'logRetentionDays: 5', 'logRetentionDays: 4');
    const { code, output } = await commit('Break it');
    edit(project, 'logRetentionDays: 4', 'logRetentionDays: 5');
    expect(code, output).to.equal(1);
    expect(output).to.match(/validate\.+Failed[\s\S]*spec\/development\.yaml:\d+:\d+: error ENV3104/);
  });

  it('rejects a change that loses data', async () => {
    edit(project, 'suffix: dev', 'suffix: other');
    const { code, output } = await commit('Rename all tables');
    edit(project, 'suffix: other', 'suffix: dev');
    expect(code, output).to.equal(1);
    expect(output).to.match(/diff\.+Failed[\s\S]*--fail-on refuses this change: data-loss/);
  });
});

describe('the package on a registry, installed in another repository', () => {
  let folder: string;
  let project: string;
  let registry: Registry;
  before(async () => {
    folder = makeFolder();
    project = makeProject(folder);
    for (const made of [folder, project]) chmodSync(made, 0o755);
    const pack = ['pack', '--silent', '--pack-destination', folder];
    const { stdout, status } = spawnSync('npm', pack, { cwd: ROOT, encoding: 'utf8' });
    expect(status).to.equal(0);
    const others = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
    registry = await serveRegistry(join(folder, stdout.trim().split('\n').at(-1) ?? ''), manifest, others);
    const { code, output } = await run(project, 'npm', [
      ...[
        'install',
        '--save-dev',
        '--engine-strict',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
      ],
      ...['--registry', registry.url, manifest.name],
    ]);
    expect(code, output).to.equal(0);
  });
  after(() => {
    registry?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs with npx', async () => {
    const { code, output } = await run(project, 'npx', [manifest.name, 'validate', 'pr1234']);
    expect(code, output).to.equal(0);
    expect(output).to.match(/spec\/pr1234\.yaml: valid, \d+ resources\n$/);
  });

  it('runs for a user with only read permission', async function () {
    if (process.getuid?.() !== 0) skip(this, 'needs root, to run as another user');
    for (const args of [['validate'], ['plan', 'pr1234'], ['--version']]) {
      const { code, output } = await run(project, join('node_modules/.bin', manifest.name), args, {
        uid: UNPRIVILEGED_UID,
      });
      expect(code, `${args}: ${output}`).to.equal(0);
    }
  });

  it('installs the tested versions of its dependencies, and no development dependencies', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const installed = join(project, 'node_modules', manifest.name);
    for (const [path, { version, dev, optional }] of Object.entries<Record<string, unknown>>(packages)) {
      const file = join(installed, path, 'package.json');
      if (path === '' || (optional && !existsSync(file))) continue;
      if (dev) expect(existsSync(file), `${path} is for development only`).to.equal(false);
      else expect(JSON.parse(readFileSync(file, 'utf8')).version, path).to.equal(version);
    }
  });
});
