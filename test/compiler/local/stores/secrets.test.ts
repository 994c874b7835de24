// The stand-in of secrets: the handler's reader gets the values that its function may read, and no record contains them.

import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { expect } from 'chai';
import type { AnsweredCall } from '../../../../compiler/local/front/call';
import { principalOf } from '../../../../compiler/local/functions/principal';
import { type LocalResources, resolveLocally } from '../../../../compiler/local/local-values';
import { generateSecrets } from '../../../../compiler/local/secret-values';
import { type StandIns, startStandIns } from '../../../../compiler/local/stores/stand-ins';
import { fetchFromAws } from '../../../../runtime/secret-clients';
import { graphOf } from '../../../spec';

const SPEC = `
project: ledger
environment: Test
suffix: one
monitoring: { generatedAlarms: false, dashboard: false }
secrets:
  named: { secretsManager: payments/named }
  by-arn: { secretsManager: "arn:aws:secretsmanager:us-east-1:123456789012:secret:payments/by-arn-Ab1Cd2" }
  parameter: { parameter: /payments/parameter }
  foreign: { secretsManager: payments/foreign }
functions:
  worker: { entry: runtime/handler.ts, access: { secrets: [named, by-arn, parameter] } }
  other: { entry: runtime/handler.ts, access: { secrets: [foreign] } }
`;

describe('the stand-in of secrets', () => {
  const calls: AnsweredCall[] = [];
  let standIns: StandIns;
  let resources: LocalResources;
  let arns: Readonly<Record<string, string>>;

  before(async () => {
    const values = new Map(['named', 'by-arn', 'parameter', 'foreign'].map((key) => [key, `value-of-${key}`]));
    standIns = await startStandIns({
      onFailure: () => {},
      secretValue: generateSecrets(values),
      onCall: (call) => calls.push(call),
    });
    resources = resolveLocally(graphOf('spec/secrets.yaml', { 'spec/secrets.yaml': SPEC }), {
      api: '',
      dynamodb: '',
      sqs: '',
    });
    standIns.secrets.configure(resources.secrets);
    arns = Object.fromEntries(resources.secrets.map(({ key, arn }) => [key, arn]));
  });
  after(() => standIns.stop());

  /** The clients of a function or, without one, of the developer. */
  function clientsOf(name?: string) {
    const node = resources.of('aws:lambda/function:Function').find((one) => one.name === name);
    const accessKeyId = node === undefined ? 'developer' : standIns.callers.register(principalOf(node, resources));
    const common = { region: 'us-east-1', credentials: { accessKeyId, secretAccessKey: 'local' }, maxAttempts: 1 };
    return {
      secretsManager: () => new SecretsManagerClient({ ...common, endpoint: standIns.urls.secretsmanager }),
      ssm: () => new SSMClient({ ...common, endpoint: standIns.urls.ssm }),
    };
  }

  it('gives a function the secrets of its access, by their ARNs', async () => {
    const fetch = fetchFromAws(clientsOf('worker'));
    for (const key of ['named', 'by-arn', 'parameter'])
      expect(await fetch(String(arns[key]))).to.equal(`value-of-${key}`);
  });

  it('refuses a function the secrets of others, as IAM does', async () => {
    const attempt = (name: string, key: string) =>
      fetchFromAws(clientsOf(name))(String(arns[key])).catch((error: Error) => error);
    expect(await attempt('worker', 'foreign')).to.have.property('name', 'AccessDeniedException');
    expect(await attempt('other', 'parameter')).to.have.property('name', 'AccessDeniedException');
    expect(await attempt('other', 'foreign')).to.equal('value-of-foreign');
  });

  it('finds secrets by name, and reports unknown ones and unknown versions', async () => {
    const { secretsManager, ssm } = clientsOf();
    const read = async (input: { SecretId: string; VersionStage?: string }) =>
      secretsManager()
        .send(new GetSecretValueCommand(input))
        .then(
          ({ SecretString }) => SecretString,
          ({ name }: Error) => name,
        );
    expect(await read({ SecretId: 'payments/named' })).to.equal('value-of-named');
    expect(await read({ SecretId: 'payments/unknown' })).to.equal('ResourceNotFoundException');
    expect(await read({ SecretId: 'payments/named', VersionStage: 'AWSPREVIOUS' })).to.equal(
      'ResourceNotFoundException',
    );
    const missing = await ssm()
      .send(new GetParameterCommand({ Name: '/payments/unknown' }))
      .catch((error: Error) => error.name);
    expect(missing).to.equal('ParameterNotFound');
  });

  it('decrypts a parameter only on request', async () => {
    const { Parameter } = await clientsOf()
      .ssm()
      .send(new GetParameterCommand({ Name: '/payments/parameter' }));
    expect(Parameter).to.deep.include({ Type: 'SecureString', Value: 'encrypted' });
  });

  it('shows calls without the values', () => {
    expect(calls.map(({ operation }) => operation)).to.include.members(['GetSecretValue', 'GetParameter']);
    expect(JSON.stringify(calls)).to.not.include('value-of-');
  });

  it('generates each missing value once, in the form of a key of Standard Webhooks', () => {
    const secretValue = generateSecrets(new Map([['given', 'from the file']]), (bytes) => Buffer.alloc(bytes, 1));
    expect(secretValue('given')).to.equal('from the file');
    expect(secretValue('made')).to.equal(`whsec_${Buffer.alloc(32, 1).toString('base64')}`);
    const random = generateSecrets();
    expect(random('one')).to.equal(random('one')).and.not.equal(random('two'));
  });
});
