// Arguments and repositories that `diff` refuses.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeGitProject } from '../../git-project';
import { callCommand } from '../../run';

describe('payment-spec diff', () => {
  let project: string;
  before(() => {
    project = makeGitProject();
  });
  after(() => rmSync(project, { recursive: true }));

  const mistakes: Record<string, { args: string[]; code: number; says: RegExp }> = {
    'an unknown revision': {
      args: ['nope:spec/pr.yaml', 'spec/pr.yaml'],
      code: 2,
      says: /^error: unknown revision "nope"; /,
    },
    'a revision that looks like a git option': {
      args: ['spec/pr.yaml', '--from', '--output=x'],
      code: 2,
      says: /unknown revision "--output=x"/,
    },
    'a file that is missing at a revision': {
      args: ['main:spec/nope.yaml', 'spec/pr.yaml'],
      code: 1,
      says: /^main:spec\/nope\.yaml:1:1: error ENV2001/,
    },
    'a folder at a revision': { args: ['main:spec', 'spec/pr.yaml'], code: 1, says: /error ENV2001/ },
    'an empty revision': {
      args: ['spec/pr.yaml', '--from', ''],
      code: 2,
      says: /^error: --from must name a revision/,
    },
    'an empty new revision': {
      args: ['pr', '--to', ''],
      code: 2,
      says: /^error: --to must name a revision/,
    },
    'an empty name': { args: [''], code: 2, says: /^error: the name of a spec must not be empty/ },
    'no spec': { args: [], code: 2, says: /missing required argument 'spec'/ },
    'an unknown class': {
      args: ['pr', '--fail-on', 'data-loss,nope'],
      code: 2,
      says: /unknown class "nope"; the classes are creation, in-place, .*, data-loss\./,
    },
    'no class': { args: ['pr', '--fail-on', ''], code: 2, says: /unknown class ""/ },
    'staged specs and a name': {
      args: ['pr', '--staged'],
      code: 2,
      says: /^error: --staged compares all staged specs/,
    },
    'staged specs and a revision': { args: ['--staged', '--from', 'main'], code: 2, says: /cannot be used with/ },
    'a revision of a revision': { args: ['main:spec/pr.yaml'], code: 2, says: /already names a revision/ },
    'two specs and a revision': {
      args: ['spec/pr.yaml', 'spec/pr1234.yaml', '--from', 'main'],
      code: 2,
      says: /^error: --from and --to compare revisions of one spec/,
    },
    'standard input twice': { args: ['-', '-'], code: 2, says: /^error: standard input cannot be both specs/ },
    'standard input alone': { args: ['-'], code: 2, says: /^error: standard input has no revisions/ },
    'JSON and Markdown at once': {
      args: ['spec/pr.yaml', '--json', '--markdown'],
      code: 2,
      says: /cannot be used with/,
    },
  };
  for (const [mistake, { args, code, says }] of Object.entries(mistakes)) {
    it(`refuses ${mistake} with exit code ${code}`, async () => {
      const run = await callCommand(['diff', ...args], { cwd: project });
      expect({ code: run.code, stdout: run.stdout }).to.deep.equal({ code, stdout: '' });
      expect(run.stderr).to.match(says);
    });
  }

  it('prints why git refuses a repository, such as a repository of another owner', async () => {
    const variables = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const { code, stderr } = await callCommand(['diff', 'pr1234', '--from', 'HEAD'], { cwd: project, variables });
    expect(code).to.equal(2);
    expect(stderr).to.match(/^error: HEAD: git reports: detected dubious ownership in repository/);
  });

  it('reports a missing repository', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    const { code, stderr } = await callCommand(['diff', 'main:spec/pr.yaml', 'spec/pr.yaml'], { cwd: outside });
    rmSync(outside, { recursive: true });
    expect({ code, stderr }).to.deep.equal({
      code: 2,
      stderr: 'error: main: this folder is not in a git repository\n',
    });
  });
});
