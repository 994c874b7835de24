// The lifecycle of a stack with the real commands: creation, no change, each kind of edit, destruction.

import { expect } from 'chai';
import { dependenciesOf } from '../../compiler/graph/graph';
import { itInExhaustive } from '../exhaustive';
import { graphOf } from '../spec';
import type { Operation } from './cloud';
import { describeOnEngine, type Moment, report } from './engine';
import { EDITS, REDEPLOYED, SPEC, SYSTEM } from './life-edits';

const UP = ['up', '--yes', '--skip-preview'] as const;

/** The edits in `npm test`, in one deployment: of code, of many resources, of none, and those that create and delete resources. */
const SAMPLE: readonly string[] = [
  'the code of the handler',
  'a tag',
  'an explicit default',
  'a new index',
  'a removed route',
];

const describeOperation = ({ action, resource }: Operation) => `${action} ${resource.split('::')[1]}`;
const summary = (operations: readonly Operation[]) => operations.map(describeOperation).sort();

describeOnEngine('the life of a stack', (engine) => {
  const graph = graphOf(SPEC);
  const size = graph.resources.length;
  let start: Moment;
  let operationsOfStart: readonly Operation[];
  let edits = 0;

  before(async () => {
    const { cloud, project } = engine();
    await project.createStack('pr1234');
    // Resources with dependents take longest, so that the order is right only if the engine waits for them.
    cloud.latency = (resource) => (/Role|LogGroup|RestApi|Method:/.test(resource) ? 300 : 0);
    await project.succeed(...UP);
    cloud.latency = () => 0;
    operationsOfStart = cloud.operations;
    start = engine().remember();
  });

  beforeEach(() => {
    const { cloud, project } = engine();
    project.restore('spec');
    project.simplifyHandler();
    engine().rewind(start);
    cloud.operations = [];
  });

  it('each resource was created after its dependencies, even slow ones', () => {
    const created = operationsOfStart.map(({ resource }) => resource);
    expect([...created].sort()).to.deep.equal(graph.resources.map(({ id }) => id).sort());
    const early = graph.resources.flatMap((node) =>
      [...dependenciesOf(node)].filter((dependency) => created.indexOf(dependency) > created.indexOf(node.id)),
    );
    expect(early).to.deep.equal([]);
  });

  it('a second up changes nothing', async () => {
    const { cloud, project } = engine();
    expect(await project.succeed(...UP)).to.include(`${size + 2} unchanged`);
    expect(cloud.operations).to.deep.equal([]);
  });

  it('a preview changes nothing', async () => {
    const { cloud, project } = engine();
    project.edit(SPEC, 'rateLimit: 1000', 'rateLimit: 900');
    expect(await project.succeed('preview')).to.include('~ 1 to update');
    expect(cloud.operations).to.deep.equal([]);
  });

  it('capacity that autoscaling has set is kept, also in indexes', async () => {
    const { cloud, project } = engine();
    const table = cloud.find('payments');
    const indexes = table.inputs.globalSecondaryIndexes as object[];
    const moved = {
      readCapacity: 17,
      writeCapacity: 23,
      globalSecondaryIndexes: indexes.map((index) => ({ ...index, readCapacity: 31, writeCapacity: 37 })),
    };
    table.inputs = { ...table.inputs, ...moved };
    await project.succeed('refresh', '--yes', '--skip-preview');
    await project.succeed(...UP);
    expect(cloud.operations).to.deep.equal([]);
    project.edit(SYSTEM, 'ManagedBy: Pulumi', 'ManagedBy: Us');
    await project.succeed(...UP);
    expect(cloud.find('payments').inputs).to.deep.include(moved);
  });

  /** Makes edits and deploys them. Fails the test if the deployment makes other changes than expected. */
  async function deployEdits(whats: readonly string[]): Promise<void> {
    const { cloud, project } = engine();
    const made = Object.entries(EDITS).flatMap(([what, edit]) => (whats.includes(what) ? [edit] : []));
    expect(made).to.have.length(whats.length);
    for (const { file, from, to } of made) project.edit(file, from, to);
    await project.succeed(...UP);
    const expected = new Set(made.flatMap(({ changes }) => changes));
    expect(summary(cloud.operations)).to.deep.equal([...expected].sort());
    edits += made.length;
  }

  it(`edits of ${SAMPLE.join(', ')} at once change only the expected resources`, () => deployEdits(SAMPLE));

  for (const [what, { changes }] of Object.entries(EDITS))
    itInExhaustive(
      `an edit of ${what} changes ${changes.length === 0 ? 'nothing' : 'only the expected resources'}`,
      () => deployEdits([what]),
    );

  it('a new deployment is created and the stage uses it before the old deployment is deleted', async () => {
    const { cloud, project } = engine();
    project.edit(SPEC, 'authorization: NONE', 'authorization: AWS_IAM');
    await project.succeed(...UP);
    expect(cloud.operations.slice(-3).map(describeOperation)).to.deep.equal([
      'create api-deployment',
      'update prod',
      'delete api-deployment',
    ]);
  });

  it('a removed route is deleted after the deployment, which the documented command replaces', async () => {
    const { cloud, project } = engine();
    const [, route = ''] = /( {4}head-payments:[\s\S]*?)\nalarms:/.exec(project.read(SYSTEM)) ?? [];
    project.edit(SYSTEM, route, '');
    await project.succeed(...UP);
    const order = cloud.operations.map(describeOperation);
    expect(order).to.include('delete api-gateway-lambda-permission-HEAD-payments');
    expect(order.indexOf('create api-deployment')).to.be.lessThan(order.indexOf('delete HEAD /payments'));
    // `pulumi stack --show-urns | grep -o 'urn:.*:Deployment::.*'`, of docs/continuous-deployment.md.
    const [deployment = ''] = /urn:.*:Deployment::.*/.exec(await project.succeed('stack', '--show-urns')) ?? [];
    cloud.operations = [];
    await project.succeed(...UP, '--replace', deployment.trim());
    expect(summary(cloud.operations)).to.deep.equal(REDEPLOYED);
  });

  it('destroy deletes everything', async () => {
    const { cloud, project } = engine();
    await project.succeed('destroy', '--yes', '--skip-preview');
    expect(cloud.resources.size).to.equal(0);
    report(`${edits} kinds of edits changed exactly the expected resources`);
  });
});
