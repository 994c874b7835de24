// Secret process variables: no command prints their values.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { COST_FORMATS } from '../../../compiler/cli/commands/cost/arguments';
import type { CommandName } from '../../../compiler/cli/commands/registry';
import { makeGitProject, runGit } from './git-project';
import { callCommand, runCommand } from './run';

/** Values that no output may contain: secrets by their names, one by the form of its value, and one that the spec declares. */
const VARIABLES = {
  API_TOKEN: 'canary-first-9f8e7d6c',
  WEBHOOK_SIGNING_KEY: 'canary-second-1a2b3c4d',
  DATABASE: 'postgres://payments:canary-third-5e6f7a8b@db.bank.example',
  PARTNER: 'canary-fourth',
};
const CANARY = /canary-(first|second|third|fourth|fifth)/;

/** A value of a local run, which no other command may read. */
const SECRETS_FILE = 'signing-key: canary-fifth\n';

const SPEC = `extends: pr1234.yaml
environment: Test
suffix: canary
variables:
  API_TOKEN: { default: unset }
  WEBHOOK_SIGNING_KEY: { default: unset }
  DATABASE: { default: unset }
  PARTNER: { default: unset, secret: true }
secrets: { signing-key: { secretsManager: payments/signing-key } }
functions:
  payment-processor:
    environment:
      DIRECT: "{{ env.API_TOKEN }}"
      WITHIN_TEXT: "Bearer {{ env.WEBHOOK_SIGNING_KEY }}, {{ tables.payments.name }}"
      BY_ANOTHER_FIELD: "{{ functions.payment-processor.environment.WITHIN_TEXT }}"
      BY_FORM: "{{ env.DATABASE }}"
      DECLARED: "{{ env.PARTNER }}"
      SIGNING_KEY_ARN: "{{ secrets.signing-key.arn }}"
    access: { secrets: [signing-key] }
api:
  description: "API of {{ env.API_TOKEN }}"
alarms:
  payment-processor-error-rate: { description: "alarm of {{ env.API_TOKEN }}" }
outputs:
  token: "{{ env.API_TOKEN }}"
`;

/** The URL of a local run that does not exist. */
const NOBODY = 'http://127.0.0.1:9';

/** The arguments of each command, by its name; "canary" is the spec. The local run is tested elsewhere: its functions get the values. */
const RUNS: Readonly<Record<Exclude<CommandName, 'start'>, readonly (readonly string[])[]>> = {
  validate: ['human', 'json', 'sarif', 'github', 'junit'].map((format) => ['canary', '--format', format]),
  plan: [['canary'], ['canary', '--details'], ['canary', '--resolved'], ['canary', '--json']],
  explain: [
    ['functions.payment-processor.environment.DIRECT', '--spec', 'canary'],
    ['functions.payment-processor.environment.DIRECT', '--spec', 'canary', '--json'],
    ['variables.API_TOKEN', '--spec', 'canary'],
    ['outputs.token', '--spec', 'canary'],
  ],
  diff: [
    ['pr1234', 'canary', '--names'],
    ['canary', '--json'],
    ['canary', '--markdown'],
    ['canary', 'pr1234', '--names'],
    ['--staged'],
  ],
  'check-promotion': [
    ['canary', 'production'],
    ['canary', 'production', '--json'],
  ],
  graph: [['canary'], ['canary', '--format', 'dot'], ['canary', '--format', 'svg'], ['canary', '--json']],
  drill: [['canary'], ['canary', '--json'], ['canary', '--incidents']],
  export: [['canary'], ['canary', '--format', 'cyclonedx']],
  'deploy-policy': [['canary']],
  openapi: [['canary'], ['canary', '--format', 'yaml']],
  dashboard: [['canary']],
  init: [['fresh', '--environment', 'Fresh']],
  cost: COST_FORMATS.map((format) => ['canary', '--format', format]),
  capacity: [['canary'], ['canary', '--json', '--for', '100'], ['canary', '--for', '100', '--find', 'minimum']],
  simulate: ['text', 'json', 'csv', 'html'].map((format) => [
    'canary',
    '--rps',
    '20',
    '--for',
    '1m',
    '--format',
    format,
  ]),
  prices: [[], ['--json']],
  emulation: [[]],
  events: [
    ['replay', 'canary', '--payment', 'pay-1', '--local', NOBODY],
    ['enable', 'canary', 'merchant', '--local', NOBODY],
  ],
  redrive: [['canary', '--local', NOBODY]],
  completion: [['bash']],
};

describe('the values of secret process variables', () => {
  let project: string;
  before(() => {
    project = makeGitProject();
    writeFileSync(join(project, 'spec/canary.yaml'), SPEC);
    writeFileSync(join(project, '.secrets.yaml'), SECRETS_FILE);
    runGit(project, 'add', '.');
  });
  after(() => rmSync(project, { recursive: true }));

  for (const [name, runs] of Object.entries(RUNS))
    for (const args of runs)
      it(`are not printed by ${name} ${args.join(' ')}`, async () => {
        const { code, stdout, stderr } = await callCommand([name, ...args], { cwd: project, variables: VARIABLES });
        expect(code, stderr).to.be.oneOf(name === 'events' ? [2] : [0, 1]);
        expect(`${stdout}${stderr}`).to.not.match(CANARY);
        for (const file of readdirSync(join(project, 'spec')).filter((one) => one.endsWith('.yaml')))
          expect(readFileSync(join(project, 'spec', file), 'utf8')).to.not.match(CANARY);
      });

  it('are named where they are used', async () => {
    const print = async (...args: string[]) => (await callCommand(args, { cwd: project, variables: VARIABLES })).stdout;
    expect(await print('plan', 'canary', '--details'))
      .to.include('DIRECT: <secret env.API_TOKEN>')
      .and.include('Bearer <secret env.WEBHOOK_SIGNING_KEY>');
    const { Parameters, Outputs } = JSON.parse(await print('export', 'canary'));
    expect(Parameters.ApiToken).to.deep.include({ Type: 'String', NoEcho: true });
    expect(Object.keys(Outputs)).to.not.include('Token');
  });

  it('are refused in a name or a tag, without the value', () => {
    for (const field of ['suffix: "x{{ env.API_TOKEN }}"', 'tags: { Token: "{{ env.API_TOKEN }}" }']) {
      const input = `extends: pr1234.yaml\nvariables: { API_TOKEN: { default: unset } }\n${field}\n`;
      const { code, stdout } = runCommand(['validate', '-'], { cwd: project, variables: VARIABLES, input });
      expect(code).to.equal(1);
      expect(stdout).to.include('error ENV4008 public-secret: {{ env.API_TOKEN }} is a secret').and.not.match(CANARY);
    }
  });
});
