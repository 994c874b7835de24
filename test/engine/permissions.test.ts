// Deploys an environment with a role that has only the printed policies, from creation to destruction.

import { expect } from 'chai';
import type { Policy } from '../../compiler/model/iam-policy';
import { policiesOf } from '../compiler/backends/deployer/deployments';
import { sizeOf } from '../exhaustive';
import { graphOf } from '../spec';
import { authorizeBy } from './cloud/permissions/guard';
import { describeOnEngine, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/deployed.yaml';

/** The environment: production, or in `npm test` a smaller one with a key. Protected resources cannot be destroyed. */
const TEXT = sizeOf({
  sample: 'extends: development.yaml\nencryption: { key: CUSTOMER_MANAGED }\n',
  exhaustive: 'extends: production.yaml\nprotect: false\ntables: { payments: { deletionProtection: false } }\n',
});

/** Edits of values of the environment, with a size of the function. */
const edited = (megabytes: number) => `${TEXT}costCenter: Finance-456
api: { description: Payments }
functions: { payment-processor: { memorySizeMegabytes: ${megabytes} } }
`;

/** Policies without one action. */
function without(action: string, policies: readonly Policy[]): Policy[] {
  return policies.map(({ Version, Statement }) => ({
    Version,
    Statement: Statement.map((statement) => ({
      ...statement,
      Action: [statement.Action ?? []].flat().filter((allowed) => allowed !== action),
    })),
  }));
}

describeOnEngine('on the real engine: an environment under the printed policies', (engine) => {
  let policies: readonly Policy[] = [];

  before(async () => {
    const { cloud, project } = engine();
    project.write(SPEC, TEXT);
    policies = policiesOf(graphOf(SPEC, { [SPEC]: TEXT }));
    authorizeBy(cloud, policies);
    await project.createStack('deployed');
  });

  it('is created and refreshed', async () => {
    const { project } = engine();
    await project.succeed(...UP);
    await project.succeed('refresh', '--yes', '--skip-preview');
  });

  it('accepts edits of values under the policies printed before the edits', async () => {
    const { cloud, project } = engine();
    cloud.operations = [];
    project.write(SPEC, edited(1536));
    await project.succeed(...UP);
    const updated = cloud.operations.filter(({ action }) => action === 'update').map(({ resource }) => resource);
    expect(updated).to.include.members([
      'aws:kms/key:Key::data-key',
      'aws:dynamodb/table:Table::payments',
      'aws:lambda/function:Function::payment-processor',
    ]);
  });

  it('fails and names the denied action', async () => {
    const { cloud, project } = engine();
    authorizeBy(cloud, without('lambda:UpdateFunctionConfiguration', policies));
    project.write(SPEC, edited(2048));
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include('AccessDeniedException: not authorized to perform: lambda:UpdateFunctionConfiguration');
    authorizeBy(cloud, policies);
  });

  it('is destroyed', async () => {
    const { cloud, project } = engine();
    await project.succeed('destroy', '--yes', '--skip-preview');
    // An environment cannot remove the settings of its account, which production owns.
    expect([...cloud.resources.keys()].filter((one) => one !== 'apigateway:Account us-east-1')).to.deep.equal([]);
    report('created, refreshed, edited and destroyed under the printed policies');
  });
});
