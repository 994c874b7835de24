// `diff`: two specs, or two revisions of one, and the exit code that gates ask for.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';
import { runCommand } from './run';

describe('payment-spec diff', () => {
  let project: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], {
      cwd: project,
      stdio: 'pipe',
    });
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(project, file), 'utf8');
    expect(text).to.include(from);
    writeFileSync(join(project, file), text.replace(from, to));
  };
  const diff = (...args: string[]) => runCommand(['diff', ...args], { cwd: project });

  before(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    cpSync(join(ROOT, 'spec'), join(project, 'spec'), { recursive: true });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'one');
    edit('spec/system.yaml', 'partitionKey: { name: id, type: S }', 'partitionKey: { name: key, type: S }');
    git('commit', '-qam', 'two');
    edit('spec/pr1234.yaml', 'rateLimit: 1000', 'rateLimit: 900');
  });
  after(() => rmSync(project, { recursive: true }));

  it('compares the last commit with the file as it is', () => {
    const { code, stdout, stderr } = diff('spec/pr1234.yaml');
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.equal(
      [
        'HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place',
        '',
        'values',
        '  api.throttle.rateLimit  1000 -> 900  spec/pr1234.yaml:26:26',
        '',
        'resources',
        '  ~ in place: apigateway:MethodSettings payment-api-method-settings (api.throttle, spec/pr1234.yaml:26:3)',
        '      settings.throttlingRateLimit: 1000 -> 900',
        '',
      ].join('\n'),
    );
  });

  it('reads what a spec extends at the same revision, and warns of data', () => {
    const { code, stdout } = diff('spec/pr1234.yaml', '--from', 'HEAD~1', '--to', 'main', '--exit-code');
    expect(code).to.equal(11);
    expect(stdout).to.equal(
      [
        'HEAD~1:spec/pr1234.yaml -> main:spec/pr1234.yaml: 1 value; resources: 1 in place, 1 data loss',
        '',
        'values',
        '  tables.payments.partitionKey.name  "id" -> "key"  main:spec/system.yaml:43:27',
        '',
        'resources',
        '  ~ in place: iam:RolePolicy lambda-role-payment-processor-dynamodb-policy (functions.payment-processor.access, main:spec/system.yaml:76:5)',
        '      policy.Statement[0].Resource[0]: <payments.arn> of the new one',
        '      policy.Statement[0].Resource[1]: "<payments.arn>/index/status-index" of the new one',
        '      policy.Statement[0].Resource[2]: "<payments.arn>/index/status-time-index" of the new one',
        '  ! data loss: dynamodb:Table payments (tables.payments, main:spec/pr1234.yaml:12:3)',
        '      attributes[0].name: "id" -> "key"',
        '      hashKey: "id" -> "key" (replaces it)',
        '      refused at deployment, unless the spec says allowReplacement: [tables.payments]',
        '',
      ].join('\n'),
    );
  });

  const rows: Record<string, { args: string[]; code: number; first: string }> = {
    'no difference': {
      args: ['main:spec/pr.yaml', 'spec/pr.yaml', '--exit-code'],
      code: 0,
      first: 'main:spec/pr.yaml -> spec/pr.yaml: no difference',
    },
    'a change': {
      args: ['spec/pr1234.yaml', '--exit-code'],
      code: 10,
      first: 'HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place',
    },
    'a change that is not asked for': {
      args: ['spec/pr1234.yaml'],
      code: 0,
      first: 'HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place',
    },
  };
  for (const [what, { args, code, first }] of Object.entries(rows)) {
    it(`exits ${code} for ${what}`, () => {
      const run = diff(...args);
      expect({ code: run.code, first: run.stdout.split('\n')[0] }).to.deep.equal({ code, first });
    });
  }

  it('prints one JSON value with --json', () => {
    const { stdout } = diff('spec/pr1234.yaml', '--json');
    expect(JSON.parse(stdout)).to.deep.equal({
      schemaVersion: 1,
      before: 'HEAD:spec/pr1234.yaml',
      after: 'spec/pr1234.yaml',
      impacts: { 'in place': 1 },
      values: [
        {
          path: 'api.throttle.rateLimit',
          before: { value: 1000, origin: 'HEAD:spec/pr1234.yaml:26:26' },
          after: { value: 900, origin: 'spec/pr1234.yaml:26:26' },
        },
      ],
      settings: [],
      resources: [
        {
          id: 'aws:apigateway/methodSettings:MethodSettings::payment-api-method-settings',
          kind: 'aws:apigateway/methodSettings:MethodSettings',
          name: 'payment-api-method-settings',
          impact: 'in place',
          givesUp: [],
          properties: [
            { path: 'settings.throttlingRateLimit', before: 1000, after: 900, replaces: false, ignored: false },
          ],
          origin: { path: 'api.throttle', place: 'spec/pr1234.yaml:26:3' },
        },
      ],
    });
  });

  it('prints tables with --markdown', () => {
    const { stdout } = diff('spec/pr1234.yaml', '--markdown');
    expect(stdout.split('\n').filter((line) => line.startsWith('| `') || line.startsWith('| in'))).to.deep.equal([
      '| `api.throttle.rateLimit` | `1000` | `900` | spec/pr1234.yaml:26:26 |',
      '| in place | `apigateway:MethodSettings payment-api-method-settings` | `settings.throttlingRateLimit: 1000 -> 900` | spec/pr1234.yaml:26:3 |',
    ]);
  });

  it('compares standard input with a file', () => {
    const input = readFileSync(join(project, 'spec/pr1234.yaml'), 'utf8').replace('900', '800');
    const { stdout } = runCommand(['diff', 'spec/pr1234.yaml', '-'], { cwd: project, input });
    expect(stdout).to.include('  api.throttle.rateLimit  900 -> 800  spec/<stdin>:26:26\n');
  });

  it('works from a folder of the repository', () => {
    const { stdout } = runCommand(['diff', 'pr1234.yaml'], { cwd: join(project, 'spec') });
    expect(stdout.split('\n')[0]).to.equal('HEAD:spec/pr1234.yaml -> pr1234.yaml: 1 value; resources: 1 in place');
  });

  const mistakes: Record<string, { args: string[]; code: number; says: RegExp }> = {
    'an unknown revision': {
      args: ['nope:spec/pr.yaml', 'spec/pr.yaml'],
      code: 2,
      says: /^error: the git repository has no revision nope; /,
    },
    'a revision that is an option of git': {
      args: ['spec/pr.yaml', '--from', '--output=x'],
      code: 2,
      says: /no revision --output=x/,
    },
    'a file that a revision has not': {
      args: ['main:spec/nope.yaml', 'spec/pr.yaml'],
      code: 1,
      says: /^main:spec\/nope\.yaml:1:1: error ENV2001/,
    },
    'a folder at a revision': { args: ['main:spec', 'spec/pr.yaml'], code: 1, says: /error ENV2001/ },
    'two specs and a revision': {
      args: ['spec/pr.yaml', 'spec/pr1234.yaml', '--from', 'main'],
      code: 2,
      says: /^error: --from and --to compare revisions of one spec/,
    },
    'standard input twice': { args: ['-', '-'], code: 2, says: /^error: standard input is one spec/ },
    'standard input alone': { args: ['-'], code: 2, says: /^error: standard input has no revisions/ },
    'JSON and Markdown at once': {
      args: ['spec/pr.yaml', '--json', '--markdown'],
      code: 2,
      says: /cannot be used with/,
    },
  };
  for (const [mistake, { args, code, says }] of Object.entries(mistakes)) {
    it(`refuses ${mistake} with exit code ${code}`, () => {
      const run = diff(...args);
      expect({ code: run.code, stdout: run.stdout }).to.deep.equal({ code, stdout: '' });
      expect(run.stderr).to.match(says);
    });
  }

  it('says that there is no repository', () => {
    const outside = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    const { code, stderr } = runCommand(['diff', 'main:spec/pr.yaml', 'spec/pr.yaml'], { cwd: outside });
    rmSync(outside, { recursive: true });
    expect({ code, stderr }).to.deep.equal({ code: 2, stderr: 'error: main: this folder is in no git repository\n' });
  });
});
