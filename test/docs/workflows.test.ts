// The GitHub Actions workflows in the documents: YAML, commands that exist, permissions, and the comment on a pull request.

import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { Command } from '../../compiler/cli/command/declaration';
import { COMMANDS } from '../../compiler/cli/commands/registry';
import { makeGitProject, runGit } from '../compiler/cli/git-project';
import { ROOT } from '../spec';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

const DOCUMENT = readFileSync(join(ROOT, 'docs/continuous-deployment.md'), 'utf8');
const GATES = readFileSync(join(ROOT, 'docs/reviewing-changes.md'), 'utf8');

/** The workflows by their file name. */
const WORKFLOWS = new Map(
  [...DOCUMENT.matchAll(/^```yaml\n# \.github\/workflows\/(\S+)\n([\s\S]*?)^```/gm)].map(([, file = '', text = '']) => [
    file,
    parse(text) as Workflow,
  ]),
);

function stepsOf(file: string): readonly Step[] {
  return Object.values(WORKFLOWS.get(file)?.jobs ?? {}).flatMap(({ steps }) => steps);
}

/** The long options of each command. */
function optionsByCommand(): ReadonlyMap<string, readonly (string | undefined)[]> {
  const program = new Command('payment-spec');
  for (const [name, add] of Object.entries(COMMANDS))
    add(
      program.command(name),
      () => {},
      () => ROOT,
    );
  return new Map(
    program.commands.map((command) => [command.name(), command.options.map(({ long }) => long ?? undefined)]),
  );
}

describe('the documented workflows', () => {
  it('are complete', () => {
    expect([...WORKFLOWS.keys()]).to.have.members(['effects.yaml', 'checks.yaml', 'review.yaml', 'deploy.yaml']);
    for (const { name, on, permissions, jobs } of WORKFLOWS.values()) {
      expect(name).to.be.a('string');
      expect(on).to.not.equal(undefined);
      expect(permissions).to.be.an('object');
      for (const { steps } of Object.values(jobs)) expect(steps).to.not.be.empty;
    }
  });

  it('call commands and options that exist', () => {
    const options = optionsByCommand();
    const calls = [...`${DOCUMENT}\n${GATES}`.matchAll(/\bnpx payment-spec ([a-z-]+)([^\n#|>`]*)/g)];
    expect(calls.length).to.be.greaterThan(8);
    for (const [call, command = '', rest = ''] of calls) {
      expect([...options.keys()], call).to.include(command);
      for (const [flag] of rest.matchAll(/--[a-z-]+/g)) expect(options.get(command), call).to.include(flag);
    }
  });

  it('grant the comment no more than reading the code and writing comments', () => {
    const { permissions, jobs } = WORKFLOWS.get('effects.yaml') as Workflow;
    expect(permissions).to.deep.equal({});
    expect(Object.values(jobs).map((job) => job.permissions)).to.deep.equal([
      { contents: 'read', 'pull-requests': 'write' },
    ]);
  });

  it('pin each action to one commit, which is that of the workflows of the project if they use it', () => {
    const own = readFileSync(join(ROOT, '.github/workflows/ci.yml'), 'utf8');
    const uses = [...WORKFLOWS.keys()].flatMap(stepsOf).flatMap((step) => step.uses ?? []);
    const commits = new Map(uses.map((action) => [action.split('@')[0], action]));
    expect(commits.size).to.equal(5);
    for (const action of uses) {
      const [name = ''] = action.split('@');
      expect(action).to.match(/@[0-9a-f]{40}$/);
      expect(action).to.equal(commits.get(name));
      if (own.includes(`uses: ${name}@`)) expect(own).to.include(`uses: ${action} `);
    }
  });

  describe('on a pull request', () => {
    let project: string;
    before(() => {
      project = makeGitProject();
      runGit(project, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      const spec = join(project, 'spec/development.yaml');
      writeFileSync(spec, readFileSync(spec, 'utf8').replace('rateLimit: 50,', 'rateLimit: 45,'));
      mkdirSync(join(project, 'tools'));
      program('npx', `shift\nexec '${process.execPath}' '${join(ROOT, 'bin/payment-spec.cjs')}' "$@"`);
      // A stand-in for GitHub's command: it lists the comments, and records the calls that write one.
      program('gh', 'case "$*" in *--jq*) cat own.txt;; *) echo "$*" >> calls.txt;; esac');
      writeFileSync(join(project, 'own.txt'), '');
    });
    after(() => rmSync(project, { recursive: true }));

    function program(name: string, script: string): void {
      const file = join(project, 'tools', name);
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o755);
    }

    function runStep(name: string): void {
      const script = stepsOf('effects.yaml').find((step) => step.name?.startsWith(name))?.run;
      if (script === undefined) throw new Error(`no step ${name}`);
      execFileSync('bash', ['-e', '-c', script], {
        cwd: project,
        stdio: 'pipe',
        env: {
          ...process.env,
          PATH: `${join(project, 'tools')}:${process.env.PATH}`,
          GITHUB_BASE_REF: 'main',
          GITHUB_REPOSITORY: 'org/repo',
          NUMBER: '7',
        },
      });
    }

    it('write the effects of the change into one comment', () => {
      runStep('Compare');
      const comment = readFileSync(join(project, 'comment.md'), 'utf8');
      expect(comment).to.match(/^<!-- payment-spec -->\n/);
      expect(comment).to.contain('spec/production.yaml`**: no difference');
      expect(comment).to.match(/^\| most severe class \| {2}\| {2}\| \*\*capacity dip\*\*/m);
      expect(comment).to.match(/^\| cost of a month, ceiling \| .* \| -[\d,.]+ \|$/m);
    });

    it('create the comment once, and then replace it', () => {
      runStep('Write the comment');
      appendFileSync(join(project, 'own.txt'), '42\n');
      runStep('Write the comment');
      expect(readFileSync(join(project, 'calls.txt'), 'utf8').trim().split('\n')).to.deep.equal([
        'api repos/org/repo/issues/7/comments --field body=@comment.md',
        'api --method PATCH repos/org/repo/issues/comments/42 --field body=@comment.md',
      ]);
    });
  });
});
