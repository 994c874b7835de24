// `diff`: compares two specs, or two revisions of one, and exits with a code for gates.

import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeGitProject, runGit } from '../../git-project';
import { callCommand, runCommand } from '../../run';

describe('payment-spec diff', () => {
  let project: string;
  const git = (...args: string[]) => runGit(project, ...args);
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(project, file), 'utf8');
    expect(text).to.include(from);
    writeFileSync(join(project, file), text.replace(from, to));
  };
  const diff = (...args: string[]) => callCommand(['diff', ...args], { cwd: project });

  before(() => {
    project = makeGitProject();
    edit('spec/system.yaml', 'partitionKey: { name: id, type: S }', 'partitionKey: { name: key, type: S }');
    git('commit', '-qam', 'two');
    edit('spec/pr1234.yaml', 'rateLimit: 1000', 'rateLimit: 900');
  });
  after(() => rmSync(project, { recursive: true }));

  it('compares the last commit with the working tree', async () => {
    const { code, stdout, stderr } = await diff('spec/pr1234.yaml');
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.equal(
      [
        'HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place',
        'worst: capacity dip. The system can serve less: capacity, concurrency, memory or a throttle is lower than before.',
        'cost of a month in US dollars: ceiling 55,752.31 -> 50,615.92 (-5,136.39)',
        '',
        'values',
        '  api.throttle.rateLimit  1000 -> 900  spec/pr1234.yaml:27:26',
        '',
        'resources',
        '  ~ in place: apigateway:MethodSettings api-method-settings (api.throttle, spec/pr1234.yaml:27:3)',
        '      settings.throttlingRateLimit: 1000 -> 900',
        '',
        'classes',
        '  capacity dip: api.throttle.rateLimit (spec/pr1234.yaml:27:26): rate limit falls from 1,000 to 900',
        '',
      ].join('\n'),
    );
  });

  it('reads an extended file at the same revision, and reports data loss', async () => {
    const { code, stdout } = await diff('spec/pr1234.yaml', '--from', 'HEAD~1', '--to', 'main', '--exit-code');
    expect(code).to.equal(11);
    expect(stdout).to.equal(
      [
        'HEAD~1:spec/pr1234.yaml -> main:spec/pr1234.yaml: 1 value; resources: 1 in place, 1 data loss',
        'worst: data loss. A resource that holds data is replaced or deleted.',
        '',
        'values',
        '  tables.payments.partitionKey.name  "id" -> "key"  main:spec/system.yaml:43:27',
        '',
        'resources',
        '  ~ in place: iam:RolePolicy lambda-role-payment-processor-dynamodb-policy (functions.payment-processor.access, main:spec/system.yaml:76:5)',
        '      policy.Statement[0].Resource[0]: <payments.arn> of the replacement',
        '      policy.Statement[0].Resource[1]: "<payments.arn>/index/status-index" of the replacement',
        '      policy.Statement[0].Resource[2]: "<payments.arn>/index/status-time-index" of the replacement',
        '  ! data loss: dynamodb:Table payments (tables.payments, main:spec/pr1234.yaml:12:3)',
        '      attributes[0].name: "id" -> "key"',
        '      hashKey: "id" -> "key" (requires replacement)',
        '      refused at deployment unless the spec has allowReplacement: [tables.payments]',
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
    'a change without --exit-code': {
      args: ['spec/pr1234.yaml'],
      code: 0,
      first: 'HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place',
    },
  };
  for (const [what, { args, code, first }] of Object.entries(rows)) {
    it(`exits ${code} for ${what}`, async () => {
      const run = await diff(...args);
      expect({ code: run.code, first: run.stdout.split('\n')[0] }).to.deep.equal({ code, first });
    });
  }

  it('states the effect on cost, and another limit that gives way first', async () => {
    edit(
      'spec/production.yaml',
      'read: { autoscaling: { minimum: 50, maximum: 1000',
      'read: { autoscaling: { minimum: 60, maximum: 2000',
    );
    const { stdout } = await diff('spec/production.yaml');
    const markdown = (await diff('spec/production.yaml', '--markdown')).stdout;
    const { estimates } = JSON.parse((await diff('spec/production.yaml', '--json')).stdout);
    git('checkout', 'spec/production.yaml');
    // 10 units more of the table and of two indexes.
    expect(stdout).to.match(
      /^cost of a month in US dollars: floor [\d,.]+ -> [\d,.]+ \(\+2\.85\), expected .* \(\+2\.33\), ceiling .* \(\+284\.70\)$/m,
    );
    const limits = [
      'read capacity of index status-time-index at 256 requests/s',
      'throttle of route post-payment at 400 requests/s',
    ];
    expect(stdout).to.contain(`\ngives way first: ${limits.join(' -> ')}\n`);
    expect(stdout).to.match(
      /\n\ncost by field, in US dollars a month\n {2}Field +floor +expected +ceiling +Place\n {2}\S+\.maximum +\+284\.70 +spec\S+\n {2}\S+\.minimum +\+2\.85 +\+2\.33 /,
    );
    expect(markdown).to.match(
      /\n\| Field \| floor \| expected \| ceiling \| Place \|\n(?:\|.*\n)+?\| tables\.payments\.capacity\.read\.autoscaling\.minimum \| \+2\.85 \|/,
    );
    const fields: readonly { field: string; usd: { floor?: number } }[] = estimates.byField.fields;
    expect(fields.find(({ field }) => field.endsWith('read.autoscaling.minimum'))?.usd.floor).to.be.closeTo(
      3 * 10 * 730 * 0.00013,
      1e-6,
    );
    const summary = markdown.split('\n').slice(1, 9);
    expect(summary.map((line) => line.replaceAll(/[\d,]+\.\d\d USD/g, '#'))).to.deep.equal([
      '',
      '| Effect | Before | After | Change |',
      '| --- | --- | --- | --- |',
      '| most severe class |  |  | **alarm gap**: An alarm is removed, muted, recreated or less sensitive, or no longer reaches someone. |',
      '| cost of a month, floor | # | # | +2.85 |',
      '| cost of a month, expected | # | # | +2.33 |',
      '| cost of a month, ceiling | # | # | +284.70 |',
      `| gives way first | ${limits.join(' | ')} | another limit |`,
    ]);
  });

  it('prints one JSON value with --json', async () => {
    const { stdout } = await diff('spec/pr1234.yaml', '--json');
    const { estimates, ...compared } = JSON.parse(stdout);
    expect(estimates.cost.map(({ level }: { level: string }) => level)).to.deep.equal(['ceiling']);
    expect(compared).to.deep.equal({
      schemaVersion: 1,
      before: 'HEAD:spec/pr1234.yaml',
      after: 'spec/pr1234.yaml',
      environment: 'changed',
      leavesNamesOut: false,
      worst: 'capacity dip',
      classes: [
        {
          class: 'capacity dip',
          path: 'api.throttle.rateLimit',
          place: 'spec/pr1234.yaml:27:26',
          reason: 'rate limit falls from 1,000 to 900',
        },
      ],
      impacts: { 'in place': 1 },
      values: [
        {
          path: 'api.throttle.rateLimit',
          before: { value: 1000, origin: 'HEAD:spec/pr1234.yaml:27:26' },
          after: { value: 900, origin: 'spec/pr1234.yaml:27:26' },
        },
      ],
      settings: [],
      resources: [
        {
          id: 'aws:apigateway/methodSettings:MethodSettings::api-method-settings',
          kind: 'aws:apigateway/methodSettings:MethodSettings',
          name: 'api-method-settings',
          impact: 'in place',
          givesUp: [],
          properties: [
            { path: 'settings.throttlingRateLimit', before: 1000, after: 900, replaces: false, ignored: false },
          ],
          origin: { path: 'api.throttle', place: 'spec/pr1234.yaml:27:3' },
        },
      ],
    });
  });

  it('prints tables with --markdown', async () => {
    const { stdout } = await diff('spec/pr1234.yaml', '--markdown');
    expect(stdout).to.match(/^\| cost of a month, expected \| ([\d,.]+ USD) \| \1 \| none \|$/m);
    expect(stdout).to.not.contain('gives way first');
    expect(stdout.split('\n').filter((line) => /^\| (`|in|\*\*)/.test(line))).to.deep.equal([
      '| **capacity dip** | `api.throttle.rateLimit` | `rate limit falls from 1,000 to 900` | spec/pr1234.yaml:27:26 |',
      '| `api.throttle.rateLimit` | `1000` | `900` | spec/pr1234.yaml:27:26 |',
      '| in place | `apigateway:MethodSettings api-method-settings` | `settings.throttlingRateLimit: 1000 -> 900` | spec/pr1234.yaml:27:3 |',
    ]);
  });

  it('compares standard input with a file', () => {
    const input = readFileSync(join(project, 'spec/pr1234.yaml'), 'utf8').replace('900', '800');
    const { stdout } = runCommand(['diff', 'spec/pr1234.yaml', '-'], { cwd: project, input });
    expect(stdout).to.include('  api.throttle.rateLimit  900 -> 800  spec/<stdin>:27:26\n');
  });

  it('works from a folder of the repository', async () => {
    const { stdout } = await callCommand(['diff', 'pr1234.yaml'], { cwd: join(project, 'spec') });
    expect(stdout.split('\n')[0]).to.equal('HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place');
  });

  it('accepts the name of an environment instead of a spec', async () => {
    const head = 'HEAD:spec/pr1234.yaml -> spec/pr1234.yaml: 1 value; resources: 1 in place';
    expect((await diff('pr1234')).stdout.split('\n')[0]).to.equal(head);
    expect((await diff('pr1234', '--from', 'main')).stdout.split('\n')[0]).to.equal(head.replace('HEAD', 'main'));
    expect((await diff('main:pr1234', 'pr1234')).stdout.split('\n')[0]).to.equal(head.replace('HEAD:', 'main:./'));
    expect((await diff('production', '--from', 'main')).stdout).to.equal(
      'main:spec/production.yaml -> spec/production.yaml: no difference\n',
    );
  });

  it('compares two environments without names and waivers, unless options include them', async () => {
    const { stdout } = await diff('pr1234', 'production');
    expect(stdout.split('\n')[2]).to.equal(
      'Names, the Region and waivers are not compared; pass --names to compare them.',
    );
    expect(stdout)
      .to.include('  logRetentionDays ')
      .and.not.match(/^ {2}(suffix|waivers|environment)\b/m);
    const { resources } = JSON.parse((await diff('pr1234', 'production', '--json')).stdout);
    const paths = resources.flatMap(({ properties }: { properties: { path: string }[] }) =>
      properties.map(({ path }) => path),
    );
    expect(paths).to.include('retentionInDays');
    expect(paths.filter((path: string) => /^(tags\.EnvironmentSuffix|.*[nN]ame$)/.test(path))).to.deep.equal([]);
    const named = (await diff('pr1234', 'production', '--names')).stdout;
    expect(named).to.match(/^ {2}suffix /m);
    expect(named).to.include('data loss: dynamodb:Table payments');
  });

  it('compares the names of two revisions of one environment', async () => {
    const input = readFileSync(join(project, 'spec/pr1234.yaml'), 'utf8').replace('suffix: pr1234', 'suffix: other');
    const { stdout } = runCommand(['diff', 'spec/pr1234.yaml', '-'], { cwd: project, input });
    expect(stdout).to.match(/^ {2}suffix /m);
    expect(stdout).to.include('data loss: dynamodb:Table payments');
  });

  describe('of a spec that a revision does not have', () => {
    const inClone = (change: (at: string) => void): string => {
      const clone = mkdtempSync(join(tmpdir(), 'payment-spec-'));
      cpSync(project, clone, { recursive: true });
      change(clone);
      return clone;
    };
    const of = async (clone: string, ...args: string[]) => {
      const run = await callCommand(['diff', ...args], { cwd: clone });
      rmSync(clone, { recursive: true });
      return run;
    };
    const spec = (clone: string, name: string) => join(clone, 'spec', `${name}.yaml`);

    it('reports creations for a new environment', async () => {
      const clone = inClone((at) => cpSync(spec(at, 'development'), spec(at, 'fresh')));
      const { code, stdout } = await of(clone, 'fresh', '--from', 'main', '--exit-code');
      expect(code).to.equal(10);
      expect(stdout).to.match(
        /^main:spec\/fresh\.yaml -> spec\/fresh\.yaml: a new environment; resources: \d+ creation\nworst: creation\. /,
      );
      expect(stdout).to.include('  + creation: dynamodb:Table payments').and.not.include('help: ');
    });

    it('suggests the previous name of a renamed spec, staged or not', async () => {
      const rename = (at: string) => renameSync(spec(at, 'development'), spec(at, 'fresh'));
      const hint =
        'help: if HEAD:spec/development.yaml was renamed, run ' +
        'payment-spec diff HEAD:spec/development.yaml spec/fresh.yaml';
      expect((await of(inClone(rename), 'fresh')).stdout).to.include(`\n${hint}\n`);
      const staged = inClone((at) => {
        rename(at);
        runGit(at, 'add', '--all');
      });
      expect((await of(staged, 'fresh')).stdout).to.include(`\n${hint}\n`);
    });

    it('reports deletions for a removed environment', async () => {
      const { code, stdout } = await of(
        inClone((at) => rmSync(spec(at, 'development'))),
        'development',
        '--fail-on',
        'data-loss',
      );
      expect(code).to.equal(12);
      expect(stdout).to.include('the environment is removed; resources: ').and.include('! data loss: dynamodb:Table');
    });

    it('reports an error if the file is also missing in the working tree', async () => {
      const { code, stderr } = await of(
        inClone(() => {}),
        'fresh',
        '--from',
        'main',
      );
      expect(code).to.equal(1);
      expect(stderr).to.match(/ENV2001/);
    });
  });

  it('follows symbolic links at a revision, within the repository', async () => {
    const clone = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    cpSync(project, clone, { recursive: true });
    symlinkSync('pr1234.yaml', join(clone, 'spec/link.yaml'));
    symlinkSync('/etc/hostname', join(clone, 'spec/outside.yaml'));
    runGit(clone, 'add', '--all');
    runGit(clone, 'commit', '-qm', 'three');
    const run = (...args: string[]) => callCommand(['diff', ...args], { cwd: clone });
    expect((await run('HEAD:spec/link.yaml', 'HEAD:spec/pr1234.yaml')).stdout).to.include('no difference');
    expect((await run('HEAD:spec/outside.yaml', 'pr1234')).stderr).to.match(/outside\.yaml:1:1: error ENV2003/);
    rmSync(clone, { recursive: true });
  });

  const failOn: Record<string, { classes: string; code: number }> = {
    'a class that the change has': { classes: 'capacity-dip', code: 12 },
    'one of several classes, with spaces': { classes: 'data loss, Capacity Dip', code: 12 },
    'an impact that the change has': { classes: 'in-place', code: 12 },
    'a class that the change does not have': { classes: 'data-loss,unreachable', code: 0 },
  };
  for (const [what, { classes, code }] of Object.entries(failOn)) {
    it(`exits ${code} with --fail-on and ${what}`, async () => {
      const run = await diff('pr1234', '--fail-on', classes);
      expect(run.code).to.equal(code);
      expect(run.stderr === '').to.equal(code === 0);
    });
  }
});
