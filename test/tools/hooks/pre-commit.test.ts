// The git hooks, tested with a real clone and real commits.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { ROOT } from '../../spec';

interface Run {
  readonly status: number | null;
  readonly output: string;
}

describe("this repository's hooks", () => {
  let clone: string;

  const run = (command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Run => {
    const { CI: _ci, ...variables } = process.env;
    // Excludes the hooks, folders and names of the user who runs the tests.
    const inherited = Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(GIT|LEFTHOOK)_?/.test(name)));
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: clone,
      encoding: 'utf8',
      env: { ...inherited, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', NO_COLOR: '1', ...more },
    });
    return { status, output: stdout + stderr };
  };
  const git = (...args: string[]) => run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args]);
  const commit = (message: string) => {
    git('add', '--all');
    return git('commit', '--message', message);
  };
  /** Runs a job of lefthook.yml on all changes, without a commit. */
  const runJob = (name: string) => {
    const { jobs } = parse(readFileSync(join(ROOT, 'lefthook.yml'), 'utf8'))['pre-commit'];
    const [command = '', ...args] = jobs.find((job: { name: string }) => job.name === name).run.split(' ');
    git('add', '--all');
    return run(command, args);
  };
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(join(clone, path), 'utf8');
    expect(text).to.include(from);
    writeFileSync(join(clone, path), text.replace(from, to));
  };
  const subject = () => git('log', '--format=%s', '-1').output;

  before(() => {
    clone = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    const folders = ['bin', 'runtime', 'spec', 'tools'];
    const files = ['lefthook.yml', 'package.json', 'package-lock.json', 'biome.json', 'tsconfig.json', '.gitignore'];
    for (const name of [...folders, ...files])
      cpSync(join(ROOT, name), join(clone, name), { recursive: true, preserveTimestamps: true });
    const links = ['compiler', 'contract', 'node_modules', 'schema', 'take-over'];
    for (const name of links) symlinkSync(join(ROOT, name), join(clone, name));
    // Ignores a link as well as the folder that .gitignore names.
    writeFileSync(
      join(clone, '.gitignore'),
      `${readFileSync(join(clone, '.gitignore'), 'utf8')}\n${links.join('\n')}\n`,
    );
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '--message', 'Begin');
    git('tag', 'begin');
    expect(run('node', ['tools/hooks/install.cjs'])).to.deep.equal({ status: 0, output: '' });
    expect(run('node', ['bin/payment-spec.cjs', '--version']).status).to.equal(0);
  });
  afterEach(() => {
    git('reset', '--quiet', '--hard', 'begin');
    git('clean', '--quiet', '--force', '-d');
  });
  after(() => rmSync(clone, { recursive: true }));

  it('accept a valid spec', () => {
    edit('spec/development.yaml', 'logRetentionDays: 3', 'logRetentionDays: 5');
    const { status, output } = commit('Keep logs longer');
    expect(status, output).to.equal(0);
    expect(subject()).to.equal('Keep logs longer\n');
  });

  it('reject an invalid spec, with the location', () => {
    edit('spec/development.yaml', 'logRetentionDays: 3', 'logRetentionDays: 4');
    const { status, output } = commit('Keep logs for an unsupported number of days');
    expect(status).to.not.equal(0);
    expect(output).to.match(/spec\/development\.yaml:\d+:\d+: error ENV3104/);
    expect(subject()).to.equal('Begin\n');
  });

  it('reject a system file that makes an environment invalid', () => {
    edit('spec/system.yaml', 'timeoutSeconds: 28', 'timeoutSeconds: 29');
    const { status, output } = commit('Wait longer');
    expect(status).to.not.equal(0);
    expect(output).to.include('ENV3001');
  });

  it('reject a change that loses data, in each environment', () => {
    edit('spec/system.yaml', 'partitionKey: { name: id, type: S }', 'partitionKey: { name: key, type: S }');
    const { status, output } = commit('Rename the key of payments');
    expect(status).to.not.equal(0);
    expect(output).to.include('error: --fail-on refuses this change: data-loss');
    expect(output).to.match(/HEAD:spec\/development\.yaml -> staged:spec\/development\.yaml: .* 1 data loss/);
    expect(output).to.match(/HEAD:spec\/production\.yaml -> staged:spec\/production\.yaml: .* 1 data loss/);
  });

  it('compare staged files only', () => {
    edit('spec/development.yaml', 'logRetentionDays: 3', 'logRetentionDays: 5');
    git('add', '--all');
    edit('spec/development.yaml', 'suffix: dev', 'suffix: other');
    const { status, output } = git('commit', '--message', 'Keep logs longer');
    expect(status, output).to.equal(0);
    expect(output).to.match(/HEAD:spec\/development\.yaml -> staged:spec\/development\.yaml: 1 value; /);
  });

  it('accept a new environment', () => {
    const text = readFileSync(join(clone, 'spec/development.yaml'), 'utf8').replace('suffix: dev', 'suffix: fresh');
    writeFileSync(join(clone, 'spec/fresh.yaml'), text);
    const { status, output } = runJob('changes of specs');
    expect(status, output).to.equal(0);
    expect(output).to.match(/staged:spec\/fresh\.yaml: a new environment; resources: \d+ creation/);
  });

  it('accept a renamed spec, unless its physical names change', () => {
    git('mv', 'spec/development.yaml', 'spec/dev.yaml');
    edit('spec/dev.yaml', 'suffix: dev', 'suffix: other');
    const refused = runJob('changes of specs');
    expect(refused.status).to.not.equal(0);
    expect(refused.output).to.match(/HEAD:spec\/development\.yaml -> staged:spec\/dev\.yaml: .* data loss/);
    edit('spec/dev.yaml', 'suffix: other', 'suffix: dev');
    const { status, output } = runJob('changes of specs');
    expect(status, output).to.equal(0);
  });

  it('reject the deletion of an environment with data', () => {
    rmSync(join(clone, 'spec/development.yaml'));
    // A deleted file is not among the staged files, so that lefthook must run the job without them.
    const { status, output } = commit('Delete an environment');
    expect(status).to.not.equal(0);
    expect(output).to.match(
      /HEAD:spec\/development\.yaml -> staged:spec\/development\.yaml: the environment is removed/,
    );
    expect(output).to.not.include('production');
  });

  it('accept the repair of a spec that is invalid in HEAD', () => {
    edit('spec/development.yaml', 'logRetentionDays: 3', 'logRetentionDays: 4');
    git('add', '--all');
    git('commit', '--no-verify', '--message', 'Break it');
    edit('spec/development.yaml', 'logRetentionDays: 4', 'logRetentionDays: 5');
    const { status, output } = runJob('changes of specs');
    expect(status, output).to.equal(0);
    expect(output).to.include('HEAD:spec/development.yaml is not valid and is not compared');
  });

  it('reject the subject of a commit', () => {
    writeFileSync(join(clone, 'note.md'), 'A note.\n');
    const { status, output } = commit('Keep logs longer.');
    expect(status).to.not.equal(0);
    expect(output).to.include('commit message: the subject must not end with a full stop: Keep logs longer.');
    expect(subject()).to.equal('Begin\n');
  });

  /** Runs the check of a commit message, as lefthook does. */
  const checkSubject = (message: string) => {
    const file = join(clone, 'message.txt');
    writeFileSync(file, `${message}\n`);
    return run('node', ['tools/hooks/commit-subject.cjs', file]);
  };

  for (const [message, reason] of [
    [`Keep logs ${'longer '.repeat(10)}than before`, 'the subject has 91 characters; at most 72 are allowed'],
    ['kept logs longer', 'the subject must begin with a verb in the imperative and a capital letter'],
  ] as const)
    it(`reject the subject "${message}"`, () => {
      const { status, output } = checkSubject(message);
      expect(status).to.not.equal(0);
      expect(output).to.include(`commit message: ${reason}: ${message}`);
    });

  it('accept a subject of 72 characters, and subjects that git writes', () => {
    for (const message of ['A'.repeat(72), 'fixup! begin', `Revert "${'A'.repeat(72)}"`]) {
      const { status, output } = checkSubject(message);
      expect(status, output).to.equal(0);
    }
  });

  it('are not installed in CI or outside a repository', () => {
    const [own, aside] = [join(clone, '.git'), join(clone, 'aside')];
    renameSync(own, aside);
    expect(run('node', ['tools/hooks/install.cjs'])).to.deep.equal({ status: 0, output: '' });
    git('init', '--quiet');
    expect(run('node', ['tools/hooks/install.cjs'], { CI: 'true' })).to.deep.equal({ status: 0, output: '' });
    expect(existsSync(join(own, 'hooks/pre-commit'))).to.equal(false);
    rmSync(own, { recursive: true });
    renameSync(aside, own);
  });
});

describe('the hooks for other repositories', () => {
  it('run the command of package.json: validate only for specs, diff always', () => {
    const [hook, diff, ...others] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(others).to.deep.equal([]);
    expect(`${diff.entry} ${diff.args.join(' ')}`).to.equal(
      'payment-spec diff --staged --fail-on data-loss,data-hidden,unreachable',
    );
    expect({ passesNames: diff.pass_filenames, runs: diff.always_run }).to.deep.equal({
      passesNames: false,
      runs: true,
    });
    const [command = '', ...args] = hook.entry.split(' ');
    expect(existsSync(join(ROOT, bin[command]))).to.equal(true);
    expect({ language: hook.language, args }).to.deep.equal({ language: 'node', args: ['validate'] });
    const files = new RegExp(hook.files);
    expect(
      ['spec/pr1234.yaml', 'spec/a.yml', 'docs/a.yaml', 'spec/a.json'].filter((path) => files.test(path)),
    ).to.deep.equal(['spec/pr1234.yaml', 'spec/a.yml']);
  });
});
