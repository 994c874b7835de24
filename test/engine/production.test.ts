// Deploys production with the real commands: parts that pr1234 does not have are created once, and kept on destroy.

import { expect } from 'chai';
import { resourcesOf } from '../../compiler/graph/graph';
import { isStateful } from '../../compiler/graph/kinds/kinds';
import { graphOf } from '../spec';
import { describeOnEngine, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/production.yaml';

describeOnEngine('on the real engine: production', (engine) => {
  const graph = graphOf(SPEC);
  before(async () => {
    const { project } = engine();
    project.deployAsUsersDo();
    await project.succeed('stack', 'init', 'production');
    await project.succeed(...UP);
  });

  it('creates each resource once, and a second up changes nothing', async () => {
    const { cloud, project } = engine();
    const created = cloud.operations.map(({ action, resource }) => `${action} ${resource}`);
    expect(created.sort()).to.deep.equal(graph.resources.map(({ id }) => `create ${id}`).sort());
    cloud.operations = [];
    expect(await project.succeed(...UP)).to.include(`${graph.resources.length + 2} unchanged`);
    expect(cloud.operations).to.deep.equal([]);
  });

  it('has a key whose policy allows the deployed account', () => {
    const { cloud } = engine();
    const policy = JSON.parse(String(cloud.find('data-key').inputs.policy)) as { Statement: { Principal: object }[] };
    expect(policy.Statement[0]?.Principal).to.deep.equal({ AWS: `arn:aws:iam::${cloud.account}:root` });
  });

  it('refuses to delete the encryption key of its data', async () => {
    const { cloud, project } = engine();
    cloud.operations = [];
    project.edit(SPEC, 'key: CUSTOMER_MANAGED', 'key: SERVICE_OWNED');
    const { code, output } = await project.run('preview');
    expect(code).to.not.equal(0);
    expect(output).to.include('encryption (data-key): it is in the stack but no longer in the spec');
    expect(output).to.include(
      'backup (backup-vault): its recovery points are encrypted with the key of the environment',
    );
    expect(cloud.operations).to.deep.equal([]);
    project.restore('spec');
  });

  it('keeps its data, its backups and their key on destroy', async () => {
    const { cloud, project } = engine();
    const { code, output } = await project.run('destroy', '--yes', '--skip-preview');
    expect(code).to.not.equal(0);
    expect(output).to.include('protected');
    const kept = graph.resources.filter(({ kind }) => isStateful(kind)).map(({ name }) => name);
    expect(kept).to.have.length(8 + resourcesOf(graph, 'aws:cloudwatch/logGroup:LogGroup').length);
    expect([...cloud.resources.values()].map(({ name }) => name)).to.include.members(kept);
    report(
      `${graph.resources.length} resources of production, of which the ${kept.length} with data cannot be destroyed`,
    );
  });
});
