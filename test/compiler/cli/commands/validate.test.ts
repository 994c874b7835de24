// `validate` and `explain`: formats, standard input, colours, unreadable files, revisions.

import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { renderDefect } from '../../../../compiler/cli/errors/defect';
import { skip } from '../../../skip';
import { ROOT } from '../../../spec';
import { copyProject } from '../copy-project';
import { makeGitProject } from '../git-project';
import { callCommand, runCommand } from '../run';

const BROKEN = 'extends: system.yaml\nenvironment: x\nsuffix: y\nlogRetentionDays: 8\n';

describe('validate', () => {
  let project: string;
  before(() => runCommand(['--help']));
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    copyProject(project);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  it('reads standard input as a file of spec/', () => {
    const { code, stdout } = runCommand(['validate', '-'], { input: BROKEN });
    expect(code).to.equal(1);
    expect(stdout).to.match(/^spec\/<stdin>:4:19: error ENV3104 /);
    expect(runCommand(['validate', '-'], { input: 'extends: production.yaml\nsuffix: piped\n' }).code).to.equal(0);
  });

  it('prints one JSON value with --json, as with --format json', () => {
    const json = runCommand(['validate', '-', '--json'], { input: BROKEN });
    expect(json).to.deep.equal(runCommand(['validate', '-', '--format', 'json'], { input: BROKEN }));
    expect(json.code).to.equal(1);
    const { schemaVersion, diagnostics } = JSON.parse(json.stdout);
    expect([schemaVersion, diagnostics[0].code, json.stderr]).to.deep.equal([1, 'ENV3104', '']);
  });

  it('compares environments of one account with each other, and accepts them alone', async () => {
    cpSync(join(project, 'spec/production.yaml'), join(project, 'spec/production-eu.yaml'));
    const { code, stdout } = await callCommand(['validate', '--json'], { cwd: project });
    const errors = JSON.parse(stdout).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect([code, errors.map((one: { code: string }) => one.code)]).to.deep.equal([1, ['ENV8101']]);
    for (const alone of [['production-eu'], ['production-eu', 'pr1234']])
      expect((await callCommand(['validate', ...alone], { cwd: project })).code).to.equal(0);
  });

  it('checks a file between the system and an environment only as a part of the environment', async () => {
    const pr = join(project, 'spec/pr.yaml');
    writeFileSync(join(project, 'spec/parts.yaml'), 'extends: system.yaml\n');
    writeFileSync(pr, readFileSync(pr, 'utf8').replace('extends: system.yaml', 'extends: parts.yaml'));
    const paths = async (...specs: string[]) => {
      const { code, stdout } = await callCommand(['validate', ...specs, '--json'], { cwd: project });
      return [code, JSON.parse(stdout).specs.map(({ path }: { path: string }) => path)];
    };
    const all = ['development', 'pr', 'pr1234', 'production'].map((name) => `spec/${name}.yaml`);
    expect(await paths()).to.deep.equal([0, all]);
    expect(await paths('system')).to.deep.equal([0, all]);
    expect(await paths('parts')).to.deep.equal([0, ['spec/pr.yaml']]);
  });

  it('accepts a collision that a waiver covers', async () => {
    writeFileSync(
      join(project, 'spec/second.yaml'),
      'extends: production.yaml\nsuffix: second\nwaivers: { role: { code: ENV8102, path: api.ownsAccountLoggingRole, value: "true", reason: Another account., expires: 2026-12-31 } }\n',
    );
    const variables = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 25) / 1000) };
    const { stdout } = await callCommand(['validate', '--json'], { cwd: project, variables });
    const { diagnostics, waived } = JSON.parse(stdout);
    const codes = (list: { code: string; file: string }[]) =>
      list.filter(({ code }) => code.startsWith('ENV81')).map(({ code }) => code);
    expect([codes(diagnostics), waived.map((one: { code: string }) => one.code).includes('ENV8102')]).to.deep.equal([
      [],
      true,
    ]);
  });

  it('rejects an unknown format', async () => {
    const { code, stderr } = await callCommand(['validate', '--format', 'xml']);
    expect(code).to.equal(2);
    expect(stderr).to.include('human, json, sarif, github, junit');
  });

  it('prints colours with FORCE_COLOR, and none with --no-color', () => {
    const variables = { FORCE_COLOR: '1' };
    const print = (...options: string[]) =>
      runCommand(['validate', '-', ...options], { input: BROKEN, variables }).stdout;
    expect(print()).to.include('\u001b[31m');
    expect(print('--no-color')).to.not.include('\u001b');
  });

  it('rejects a file of 5 MB before it reads it', () => {
    const { code, stdout } = runCommand(['validate', '-'], { input: '[\n'.repeat(2_500_000) });
    expect({ code, stdout }).to.deep.equal({
      code: 1,
      stdout: 'spec/<stdin>:1:1: error ENV1007 too-large: the file is larger than 4,194,304 bytes\n\n1 error\n',
    });
  });

  it('rejects a link out of the folder of the specs, and a cycle of links', async () => {
    writeFileSync(join(project, 'outside.yaml'), 'suffix: secret\n');
    symlinkSync('../outside.yaml', join(project, 'spec/inside.yaml'));
    symlinkSync('loop.yaml', join(project, 'spec/loop.yaml'));
    const validate = async (extended: string) => {
      writeFileSync(join(project, 'spec/pr1234.yaml'), `extends: ${extended}\n`);
      return (await callCommand(['validate', 'spec/pr1234.yaml'], { cwd: project })).stdout.split('\n')[0];
    };
    expect(await validate('inside.yaml')).to.include('ENV2003 extends-outside: spec/inside.yaml is outside spec');
    expect(await validate('loop.yaml')).to.include('ENV2001 file-not-found');
  });

  it('reports a file without read permission', function () {
    if (process.getuid?.() === 0) skip(this, 'root can read all files');
    chmodSync(join(project, 'spec/pr1234.yaml'), 0);
    const { stdout } = runCommand(['validate', 'spec/pr1234.yaml'], { cwd: project });
    expect(stdout).to.include('ENV2005 unreadable-file: spec/pr1234.yaml cannot be read: permission denied');
  });

  it('reports correct columns after a byte order mark, and with Windows line endings', () => {
    const { stdout } = runCommand(['validate', '-'], { input: `\uFEFFsufix: y\r\n${BROKEN.replaceAll('\n', '\r\n')}` });
    expect(stdout).to.match(/^spec\/<stdin>:1:1: error ENV3101 /);
    expect(stdout).to.include('spec/<stdin>:5:19: error ENV3104 ');
    expect(stdout).to.not.include('\r');
  });
});

describe('explain of a diagnostic', () => {
  const explain = (...args: string[]) => callCommand(['explain', ...args]);

  it('prints its page by code or slug, in any case', async () => {
    const page = (await explain('ENV3105')).stdout;
    expect(page).to.match(/^ENV3105 out-of-range \(error\)\n\nA number or a length out of range\.\n\n/);
    for (const name of ['Out-Of-Range', 'env3105']) expect((await explain(name)).stdout).to.equal(page);
  });

  it('is one JSON value with --json', async () => {
    const { schemaVersion, slug } = JSON.parse((await explain('ENV3105', '--json')).stdout);
    expect([schemaVersion, slug]).to.deep.equal([1, 'out-of-range']);
  });

  it('suggests the nearest code for an unknown code', async () => {
    const { code, stderr } = await explain('ENV31O5');
    expect(code).to.equal(2);
    expect(stderr).to.equal('error: unknown diagnostic "ENV31O5"; did you mean ENV3105?\n');
  });
});

describe('a defect of the program', () => {
  it('is reported with versions and stack, without the folders of the user', () => {
    const text = renderDefect(new Error('boom'));
    expect(text).to.match(
      /^payment-spec \d+\.\d+\.\d+ on Node\.js v\d+\.\d+\.\d+ \(\w+\) failed: a defect of this program/,
    );
    expect(text).to.include('Error: boom\n    at ');
    expect(text).to.include('test/compiler/cli/commands/validate.test.ts:');
    expect(text).to.not.include(ROOT);
  });
});

describe('validate --against', () => {
  let project: string;
  const SPEC = 'spec/pr1234.yaml';
  const validate = (...args: string[]) => callCommand(['validate', ...args], { cwd: project });
  const write = (timeToLive: string, folder = project) =>
    writeFileSync(
      join(folder, SPEC),
      readFileSync(join(ROOT, SPEC), 'utf8').replace('tables:\n  payments:\n', `tables:\n  payments:\n${timeToLive}`),
    );
  before(() => {
    project = makeGitProject((folder) => write('    timeToLiveAttribute: expires_at\n', folder));
  });
  after(() => rmSync(project, { recursive: true }));

  it('prints why a deployment over a revision would be refused, with location and fix', async () => {
    write('    timeToLiveAttribute: purge_at\n');
    const { code, stdout } = await validate(SPEC, '--against', 'main');
    expect(code).to.equal(1);
    expect(stdout).to.match(
      /^spec\/pr1234\.yaml:\d+:5: error ENV8001 refused-deployment: tables\.payments\.timeToLiveAttribute: /m,
    );
    expect(stdout).to.include('help: remove timeToLiveAttribute, deploy, wait an hour');
    expect((await validate(SPEC, '--against', `main:${SPEC}`)).code).to.equal(1);
    expect((await validate(SPEC)).code).to.equal(0);
    write('');
    expect((await validate(SPEC, '--against', 'main')).code).to.equal(0);
  });

  it('prints why a deployment over a stack export would be refused', async () => {
    write('');
    const urn = 'urn:pulumi:pr1234::payment::aws:sqs/queue:Queue::old';
    const deployment = { resources: [{ urn, outputs: { name: 'old' } }] };
    writeFileSync(join(project, 'stack.json'), JSON.stringify({ version: 3, deployment }));
    const { code, stdout } = await validate(SPEC, '--against', 'stack.json', '--json');
    expect(code).to.equal(1);
    const { diagnostics } = JSON.parse(stdout);
    const errors = diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.map(({ code: found, path }: { code: string; path: string }) => [found, path])).to.deep.equal([
      ['ENV8001', 'queues.old'],
    ]);
  });

  it('rejects several specs, a file that is not an export, and a revision without the spec', async () => {
    const refused = async (...args: string[]) => {
      const { code, stderr } = await validate(...args);
      expect(code, args.join(' ')).to.equal(2);
      return stderr;
    };
    expect(await refused('--against', 'main')).to.include('name one spec');
    expect(await refused('-', '--against', 'main')).to.include('name one spec');
    expect(await refused(SPEC, '--against', SPEC)).to.include(
      'is not a stack export; create one with pulumi stack export',
    );
    expect(await refused(SPEC, '--against', 'nowhere')).to.include('unknown revision "nowhere"');
    expect(await refused(SPEC, '--against', 'main:spec/other.yaml')).to.include('is not a valid spec');
  });
});
