// The repository's hooks for pre-commit at a tag, in another repository with only specs.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect } from 'chai';
import { runGit } from '../compiler/cli/git-project';
import { describeInExhaustive } from '../exhaustive';
import { describeWithTools } from '../python-tools';
import { ROOT } from '../spec';
import { makeOutsideFolder, OutsideProject, runOutside } from './outside';

const { bin, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const TAG = `v${version}`;

/** A project with hooks, and the variables of a commit in it. */
interface Hooks {
  readonly project: OutsideProject;
  readonly env: NodeJS.ProcessEnv;
}

/** Commits files as a release with a tag, and makes a project use its hooks. Returns the variables of a commit. */
async function installHooks(
  project: OutsideProject,
  tools: string,
  { files, settings = {}, env = {} }: { files: readonly string[]; settings?: object; env?: NodeJS.ProcessEnv },
): Promise<Hooks> {
  const release = join(dirname(project.folder), 'veröffentlicht');
  for (const file of files) {
    mkdirSync(dirname(join(release, file)), { recursive: true });
    cpSync(join(ROOT, file), join(release, file));
  }
  runGit(release, 'init', '-q', '-b', 'main');
  runGit(release, 'add', '.');
  runGit(release, 'commit', '-qm', 'Release');
  runGit(release, 'tag', TAG);
  const hooks = ['payment-spec', 'payment-spec-diff'].map((id) => ({ id, ...settings }));
  const configuration = { repos: [{ repo: release, rev: TAG, hooks }] };
  writeFileSync(join(project.folder, '.pre-commit-config.yaml'), JSON.stringify(configuration));
  const variables = { PRE_COMMIT_HOME: join(dirname(project.folder), 'home'), ...env };
  const install = ['install', '--install-hooks'];
  const installed = await runOutside(project.folder, join(tools, 'pre-commit'), install, { env: variables });
  expect(installed.code, installed.output).to.equal(0);
  return { project, env: variables };
}

/** Registers the tests that the hooks pass. */
function testHooks(hooks: () => Hooks): void {
  const commit = (message: string) => hooks().project.commit(message, hooks().env);

  it('accepts a valid edit', async () => {
    hooks().project.edit('logRetentionDays: 3', 'logRetentionDays: 5');
    const { code, output } = await commit('Keep logs longer');
    expect(code, output).to.equal(0);
    expect(output).to.match(/payment-spec validate\.+Passed\npayment-spec diff\.+Passed/);
  });

  it('rejects an invalid spec, with the location', async () => {
    hooks().project.edit('logRetentionDays: 5', 'logRetentionDays: 4');
    const { code, output } = await commit('Break it');
    hooks().project.edit('logRetentionDays: 4', 'logRetentionDays: 5');
    expect(code, output).to.equal(1);
    expect(output).to.match(/validate\.+Failed[\s\S]*spec\/development\.yaml:\d+:\d+: error ENV3104/);
  });

  it('rejects a change that loses data', async () => {
    hooks().project.edit('suffix: dev', 'suffix: other');
    const { code, output } = await commit('Rename all tables');
    hooks().project.edit('suffix: other', 'suffix: dev');
    expect(code, output).to.equal(1);
    expect(output).to.match(/diff\.+Failed[\s\S]*--fail-on refuses this change: data-loss/);
  });
}

describeWithTools(
  'packaging/requirements.txt',
  `pre-commit, with the hooks of ${TAG} and the program on PATH`,
  (tools) => {
    let folder: string;
    let hooks: Hooks;
    before(async () => {
      folder = makeOutsideFolder();
      const programs = join(folder, 'programs');
      mkdirSync(programs);
      for (const [name, path] of Object.entries<string>(bin)) symlinkSync(join(ROOT, path), join(programs, name));
      hooks = await installHooks(new OutsideProject(folder), tools(), {
        files: ['.pre-commit-hooks.yaml'],
        settings: { language: 'system' },
        env: { PATH: `${programs}${delimiter}${process.env.PATH}` },
      });
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    testHooks(() => hooks);
  },
);

describeInExhaustive('with an installation by pre-commit', () => {
  describeWithTools('packaging/requirements.txt', `pre-commit, with the hooks of ${TAG}`, (tools) => {
    let folder: string;
    let hooks: Hooks;
    before(async () => {
      folder = makeOutsideFolder();
      const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
      const names = execFileSync('git', list, { cwd: ROOT }).toString().split('\0');
      const files = names.filter((name) => name !== '' && existsSync(join(ROOT, name)));
      hooks = await installHooks(new OutsideProject(folder), tools(), { files });
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    testHooks(() => hooks);
  });
});
