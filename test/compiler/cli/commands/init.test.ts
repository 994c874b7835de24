// `init`: creates the spec of a new environment from flags, answers, or the variables of the Python program.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { skip } from '../../../skip';
import { ROOT } from '../../../spec';
import { copyProject } from '../copy-project';
import { type Run, runCommand } from '../run';

/** The variables with which pr1234 was deployed. */
const FORMER = {
  ENVIRONMENT: 'Production',
  ENVIRONMENT_SUFFIX: 'pr1234',
  PROJECT_NAME: 'payment',
  AWS_REGION: 'us-east-1',
  LAMBDA_TIMEOUT: '30',
  LAMBDA_MEMORY_SIZE: '512',
  LAMBDA_RESERVED_CONCURRENCY: '100',
  API_THROTTLE_RATE_LIMIT: '1000',
  API_THROTTLE_BURST_LIMIT: '2000',
  API_CACHE_TTL: '300',
  DYNAMODB_MIN_READ_CAPACITY: '5',
  DYNAMODB_MAX_READ_CAPACITY: '50',
  DYNAMODB_MIN_WRITE_CAPACITY: '5',
  DYNAMODB_MAX_WRITE_CAPACITY: '50',
  DYNAMODB_TARGET_UTILIZATION: '70',
  DLQ_MESSAGE_RETENTION_SECONDS: '1209600',
  LOG_RETENTION_DAYS: '7',
  ENABLE_XRAY_TRACING: 'true',
  ERROR_RATE_THRESHOLD: '1.0',
  APPLICATION: 'PaymentProcessing',
  COST_CENTER: 'Finance-123',
};

const UNSET = Object.fromEntries(Object.keys(FORMER).map((name) => [name, '']));

describe('payment-spec init', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    copyProject(project);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const init = (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Run =>
    runCommand(['init', ...args], { cwd: project, variables: { ...UNSET, ...variables } });
  const written = (name: string) => readFileSync(join(project, 'spec', `${name}.yaml`), 'utf8');
  const resources = (spec: string) => {
    const { graph } = JSON.parse(runCommand(['plan', spec, '--json'], { cwd: project }).stdout) as {
      graph: ResourceGraph;
    };
    return graph.resources.map(({ origin: _, ...node }) => node);
  };

  it('refers to the schema of the project, or to a copy if there is none', () => {
    const schemaOf = (name: string) => {
      const [, schema = ''] = /\$schema=(\S+)/.exec(written(name)) ?? [];
      return schema;
    };
    init(['demo', '--environment', 'Demo']);
    expect(schemaOf('demo')).to.equal('spec-file.schema.json');
    expect(readFileSync(join(project, 'spec', schemaOf('demo')), 'utf8')).to.include('"$schema"');
    cpSync(join(ROOT, 'schema'), join(project, 'schema'), { recursive: true });
    init(['own', '--environment', 'Own']);
    expect(schemaOf('own')).to.equal('../schema/spec-file.generated.json');
  });

  it('writes a valid spec, with the required settings that the extended file leaves out', () => {
    cpSync(join(ROOT, 'schema'), join(project, 'schema'), { recursive: true });
    const { code, stdout, stderr } = init(['staging', '--environment', 'Staging', '--region', 'eu-west-1']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^wrote spec\/staging\.yaml: valid, \d+ resources; /);
    expect(written('staging')).to.equal(
      [
        '# yaml-language-server: $schema=../schema/spec-file.generated.json',
        '# The environment staging: its settings on top of system.yaml.',
        'extends: system.yaml',
        '',
        'environment: Staging',
        'suffix: staging',
        'region: eu-west-1',
        'logRetentionDays: 30',
        'tables:',
        '  payments:',
        '    billingMode: PAY_PER_REQUEST',
        'functions:',
        '  payment-processor:',
        "    reservedConcurrency: 50      # instances at once, taken from the account's quota",
        'api:',
        '  throttle:',
        '    rateLimit: 25                # requests a second',
        '    burstLimit: 50',
        '',
      ].join('\n'),
    );
    expect(runCommand(['validate', 'spec/staging.yaml'], { cwd: project }).code).to.equal(0);
  });

  it('writes a spec from the variables of pr1234 that compiles to the resources of pr1234', () => {
    const { code, stderr } = init(['former', '--from-environment'], FORMER);
    expect(code).to.equal(0);
    expect(stderr).to.match(/^LAMBDA_TIMEOUT is 30 s, but API Gateway waits only 29 s; 28 s is used\n$/m);
    expect(resources('spec/former.yaml')).to.deep.equal(resources('spec/pr1234.yaml'));
  });

  it('writes only what differs from the extended spec', () => {
    init(['--from-environment'], {
      ...FORMER,
      ENVIRONMENT_SUFFIX: 'pr7',
      LAMBDA_MEMORY_SIZE: '1024',
      COST_CENTER: 'X-1',
    });
    const lines = written('pr7').split('\n');
    expect(lines).to.include.members(['suffix: pr7', 'costCenter: X-1', '    memorySizeMegabytes: 1024']);
    for (const field of ['project:', 'region:', 'application:', 'timeoutSeconds:', 'alarms:'])
      expect(lines.filter((line) => line.trim().startsWith(field))).to.deep.equal([]);
  });

  it('uses the value of pr1234 for a missing variable, and reports it', () => {
    const { stderr } = init(['--from-environment'], {
      ENVIRONMENT: 'Production',
      ENVIRONMENT_SUFFIX: 'pr8',
      API_CACHE_TTL: '60',
    });
    expect(stderr).to.match(/^not set; the values of pr1234 are used: PROJECT_NAME, AWS_REGION, /m);
    expect(stderr).not.to.include('API_CACHE_TTL');
    expect(written('pr8')).to.include('ttlSeconds: 60\n').and.to.include('rateLimit: 1000\n');
  });

  it('prints one JSON value with --json', () => {
    cpSync(join(ROOT, 'schema'), join(project, 'schema'), { recursive: true });
    const { stdout } = init(['staging', '--environment', 'Staging', '--json']);
    expect(JSON.parse(stdout)).to.deep.equal({ schemaVersion: 1, spec: 'spec/staging.yaml', resources: 77, notes: [] });
  });

  it('overwrites a spec only with --force', () => {
    writeFileSync(join(project, 'spec/staging.yaml'), 'mine\n');
    const refused = init(['staging', '--environment', 'Staging']);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.equal('error: spec/staging.yaml already exists; pass --force to replace it\n');
    expect(written('staging')).to.equal('mine\n');
    expect(init(['staging', '--environment', 'Staging', '--force']).code).to.equal(0);
    expect(written('staging')).to.include('environment: Staging\n');
  });

  const mistakes: Record<string, { args: string[]; variables?: Record<string, string>; code: number; says: RegExp }> = {
    'a missing name without a terminal': {
      args: [],
      code: 2,
      says: /^error: name is required when not run in a terminal/,
    },
    'a missing environment without a terminal': { args: ['x'], code: 2, says: /^error: --environment is required/ },
    'a name that is a path': {
      args: ['../x', '--environment', 'A'],
      code: 2,
      says: /^error: "\.\.\/x" is not a valid name of an environment/,
    },
    'a variable that is not a number': {
      args: ['x', '--from-environment', '--environment', 'A'],
      variables: { LAMBDA_TIMEOUT: 'abc' },
      code: 2,
      says: /^error: LAMBDA_TIMEOUT is "abc"; it must be a number\n$/,
    },
    'a variable that is neither true nor false': {
      args: ['x', '--from-environment', '--environment', 'A'],
      variables: { ENABLE_XRAY_TRACING: 'maybe' },
      code: 2,
      says: /^error: ENABLE_XRAY_TRACING is "maybe"; it must be true or false\n$/,
    },
    'settings that make an invalid spec': {
      args: ['x', '--from-environment', '--environment', 'A'],
      variables: { LOG_RETENTION_DAYS: '8' },
      code: 1,
      says: /^spec\/x\.yaml:\d+:19: error ENV3104 [\s\S]*\nNothing was written\.\n$/,
    },
    'a missing spec to extend': {
      args: ['x', '--environment', 'A', '--extends', 'nope.yaml'],
      code: 1,
      says: /file spec\/nope\.yaml does not exist[\s\S]*\nNothing was written\.\n$/,
    },
  };
  for (const [mistake, { args, variables, code, says }] of Object.entries(mistakes)) {
    it(`rejects ${mistake} with exit code ${code}, and does not write a file`, () => {
      const run = init(args, variables);
      expect({ code: run.code, stdout: run.stdout }).to.deep.equal({ code, stdout: '' });
      expect(run.stderr).to.match(says);
      for (const name of ['x.yaml', 'spec-file.schema.json'])
        expect(existsSync(join(project, 'spec', name)), name).to.equal(false);
    });
  }

  it('asks questions on a terminal', async function () {
    // util-linux's `script` runs a command in a terminal.
    if (spawnSync('script', ['--version']).error !== undefined) skip(this, 'needs script of util-linux');
    const command = `stty cols 80; ${process.execPath} ${join(ROOT, 'bin/payment-spec.cjs')} init`;
    const terminal = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: project,
      env: { ...process.env, ...UNSET },
    });
    const answers = [
      ['The name of the environment', 'demo\r'],
      ['What is the environment for?', 'Showing\r'],
      ['What is the suffix of its physical names', '\r'],
    ];
    let screen = '';
    terminal.stdout.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      const [question, answer] = answers[0] ?? [];
      if (question === undefined || !screen.includes(question)) return;
      answers.shift();
      terminal.stdin.write(answer ?? '');
    });
    const code = await new Promise((resolve) => terminal.on('exit', resolve));
    expect({ code, left: answers }, screen).to.deep.equal({ code: 0, left: [] });
    expect(written('demo')).to.include('environment: Showing\nsuffix: demo\n');
  });
});
