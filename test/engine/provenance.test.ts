// Source locations on the engine: the stack's state and failed commands name the spec line of a resource.

import { expect } from 'chai';
import { graphOf } from '../spec';
import { describeOnEngine, report } from './engine';

describeOnEngine('on the real engine: the location of a resource in the spec is stated', (engine) => {
  before(async () => {
    await engine().project.createStack('pr1234');
  });

  it('in the error of a preview', async () => {
    const { project } = engine();
    project.edit('compiler/compile/lower/table.ts', 'hashKey: table.partitionKey.name', 'hashKey: 5 as never');
    const { code, output } = await project.run('preview');
    project.restore('compiler/compile/lower/table.ts');
    expect(code).to.not.equal(0);
    expect(output).to.include("'payments' has a problem: Table.hashKey is 5, not string");
    expect(output).to.match(/spec\/pr1234\.yaml:\d+:3: tables\.payments \(aws:dynamodb\/table:Table payments\)/);
  });

  it('in the error of a deployment', async () => {
    const { cloud, project } = engine();
    cloud.fault = (resource) => (resource.endsWith('::payments') ? 'refuse' : undefined);
    const { code, output } = await project.run('up', '--yes', '--skip-preview');
    cloud.fault = () => undefined;
    expect(code).to.not.equal(0);
    expect(output).to.match(/spec\/pr1234\.yaml:\d+:3: tables\.payments \(aws:dynamodb\/table:Table payments\)/);
  });

  it("in the stack's state", async () => {
    const { project } = engine();
    await project.succeed('up', '--yes', '--skip-preview');
    const { deployment } = JSON.parse(await project.succeed('stack', 'export')) as {
      deployment: { resources: { type: string; urn: string; sourcePosition?: string }[] };
    };
    const recorded = deployment.resources
      .filter(({ type }) => type.startsWith('aws:'))
      .map(({ type, urn, sourcePosition }) => [`${type}::${urn.split('::')[3]}`, sourcePosition]);
    const expected = graphOf('spec/pr1234.yaml').resources.map(({ id, origin }) => {
      const [, path, line, column] = /^(.*):(\d+):(\d+)$/.exec(origin.place) ?? [];
      return [id, `project:///${path}#${line},${column}`];
    });
    expect(Object.fromEntries(recorded)).to.deep.equal(Object.fromEntries(expected));
    report(`${expected.length} resources whose state names the line of the spec that each came from`);
  });
});
