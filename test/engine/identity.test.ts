// Renames on the real engine: a resource with the same identity in AWS is kept.

import { expect } from 'chai';
import { describeOnEngine, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/renames.yaml';
const SYSTEM = 'spec/system.yaml';

const API = `extends: pr1234.yaml
suffix: renames
api:
  executionLogging: ERROR
  ownsAccountLoggingRole: true
  domain:
    name: pay.bank.example
    certificateArn: arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890
`;

describeOnEngine('on the real engine: renames', (engine) => {
  before(async () => {
    const { project } = engine();
    project.write(SPEC, API);
    await project.createStack('renames');
    await project.succeed(...UP);
  });

  /** Deploys, and returns the created and deleted resources. Fails the test if a resource is damaged. */
  async function deploy(): Promise<string[]> {
    const { cloud, project } = engine();
    cloud.operations = [];
    await project.succeed(...UP);
    expect(cloud.damage).to.deep.equal([]);
    return cloud.operations
      .filter(({ action }) => action !== 'update')
      .map(({ action, resource }) => `${action} ${resource}`);
  }

  const DEPLOYMENT = 'aws:apigateway/deployment:Deployment::api-deployment';
  const REDEPLOYED = [`create ${DEPLOYMENT}`, `delete ${DEPLOYMENT}`];

  it('renaming the keys of a route and a subscription, and swapping two paths, does not change a resource', async () => {
    const { cloud, project } = engine();
    const before = cloud.snapshot();
    project.edit(SYSTEM, '    refund-payment:', '    give-back:');
    project.edit('spec/pr1234.yaml', 'refund-payment: 4', 'give-back: 4');
    project.edit(SYSTEM, '      on-call: {', '      desk: {');
    project.edit(SYSTEM, 'path: /payments/{id}/refund', 'path: /payments/{id}/swapped');
    project.edit(SYSTEM, 'path: /payments/{id}/cancel', 'path: /payments/{id}/refund');
    project.edit(SYSTEM, 'path: /payments/{id}/swapped', 'path: /payments/{id}/cancel');
    expect(await deploy()).to.deep.equal([]);
    expect(cloud.operations).to.deep.equal([]);
    expect(cloud.snapshot()).to.deep.equal(before);
  });

  it('a path parameter is renamed in place', async () => {
    const { project } = engine();
    const text = project.read(SYSTEM);
    project.write(
      SYSTEM,
      text.replaceAll('/{id}', '/{payment_id}').replaceAll('pathParameters: { id:', 'pathParameters: { payment_id:'),
    );
    expect((await deploy()).sort()).to.deep.equal(REDEPLOYED);
  });

  it('an API with a domain and the logging role of its account is renamed in place', async () => {
    const { cloud, project } = engine();
    const ids = ['api', 'api-domain', 'api-account', 'api-logging-role'].map((name) => cloud.find(name).id);
    project.edit(SYSTEM, '  name: payment-api', '  name: renamed-api');
    const changes = await deploy();
    expect(
      changes.filter((change) => /apigateway|iam|logGroup/.test(change)).filter((one) => !REDEPLOYED.includes(one)),
    ).to.deep.equal([]);
    expect(['api', 'api-domain', 'api-account', 'api-logging-role'].map((name) => cloud.find(name).id)).to.deep.equal(
      ids,
    );
    expect(cloud.find('api-account').inputs.cloudwatchRoleArn).to.be.a('string').that.includes('api-logging');
    report(
      'renamed 1 route, 1 subscription, 1 parameter, 1 API, and swapped 2 routes: nothing was created twice or lost',
    );
  });

  it('the logging role of the account stays set when another environment takes it over', async () => {
    const { cloud, project } = engine();
    const { identity } = cloud.find('api-account');
    project.edit(SPEC, '  ownsAccountLoggingRole: true\n', '');
    await deploy();
    expect(cloud.resources.get(identity)?.inputs.cloudwatchRoleArn).to.be.a('string').that.includes('api-logging');
  });
});
