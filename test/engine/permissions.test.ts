// Deploys production with a role that has only the printed policies, from creation to destruction.

import { expect } from 'chai';
import type { Policy } from '../../compiler/model/iam-policy';
import { policiesOf } from '../compiler/backends/deployer/deployments';
import { graphOf } from '../spec';
import { authorizeBy } from './cloud/permissions/guard';
import { describeOnEngine, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/production.yaml';

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

describeOnEngine('on the real engine: production under the printed policies', (engine) => {
  let policies: readonly Policy[] = [];

  before(async () => {
    const { cloud, project } = engine();
    // Protected resources cannot be destroyed.
    project.edit(SPEC, 'protect: true', 'protect: false');
    project.edit(SPEC, 'deletionProtection: true', 'deletionProtection: false');
    policies = policiesOf(graphOf(SPEC, { [SPEC]: project.read(SPEC) }));
    authorizeBy(cloud, policies);
    await project.succeed('stack', 'init', 'production');
  });

  it('is created and refreshed', async () => {
    const { project } = engine();
    await project.succeed(...UP);
    await project.succeed('refresh', '--yes', '--skip-preview');
  });

  it('accepts edits of values under the policies printed before the edits', async () => {
    const { cloud, project } = engine();
    cloud.operations = [];
    project.edit('spec/system.yaml', 'costCenter: Finance-123', 'costCenter: Finance-456');
    project.edit('spec/system.yaml', 'description: Payment Processing API', 'description: Payments');
    project.edit(SPEC, 'memorySizeMegabytes: 1024', 'memorySizeMegabytes: 1536');
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
    project.edit(SPEC, 'memorySizeMegabytes: 1536', 'memorySizeMegabytes: 2048');
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include('AccessDeniedException: not authorized to perform: lambda:UpdateFunctionConfiguration');
    authorizeBy(cloud, policies);
  });

  it('is destroyed', async () => {
    const { cloud, project } = engine();
    await project.succeed('destroy', '--yes', '--skip-preview');
    // This environment cannot remove the account settings.
    expect([...cloud.resources.keys()]).to.deep.equal(['apigateway:Account us-east-1']);
    report('production created, refreshed, edited and destroyed under the printed policies');
  });
});
