// What reaches Pulumi's SDK is the graph: the same nodes, inputs, references and options.

import { asset } from '@pulumi/pulumi';
import { expect } from 'chai';
import { dependenciesOf } from '../../compiler/graph/graph';
import type { Value } from '../../compiler/graph/value';
import { settle } from '../settle';
import { graphOf } from '../spec';
import { type Recording, type Registration, record } from './registrations';

const PROVIDER_TYPE = 'pulumi:providers:aws';

describe('deploying a graph with Pulumi', () => {
  for (const spec of ['pr1234', 'development', 'production']) {
    describe(spec, () => {
      const graph = graphOf(`spec/${spec}.yaml`);
      let recording: Recording;
      let resources: readonly Registration[];
      before(async () => {
        recording = await record(graph);
        resources = recording.registrations.filter(({ type }) => type.startsWith('aws:'));
      });

      it('registers each node once, and nothing but these and the provider', () => {
        const registered = resources.map(({ type, name }) => `${type}::${name}`).sort();
        expect(registered).to.deep.equal(graph.resources.map(({ id }) => id).sort());
        const others = recording.registrations.filter(({ type }) => !type.startsWith('aws:'));
        expect(others.map(({ type, name }) => `${type}::${name}`)).to.deep.equal([`${PROVIDER_TYPE}::aws`]);
      });

      it('sends the inputs of the graph, with references resolved', () => {
        const sent = Object.fromEntries(
          resources.map(({ type, name, inputs }) => [`${type}::${name}`, withoutCode(inputs)]),
        );
        const wanted = Object.fromEntries(
          graph.resources.map(({ id, inputs }) => [id, withoutCode(settle(graph, inputs as Value, 'text') as object)]),
        );
        expect(sent).to.deep.equal(wanted);
      });

      it('sends the bundle of the function, by a path that is the same on each machine', async () => {
        const [lambda, ...others] = resources.filter(({ type }) => type === 'aws:lambda/function:Function');
        expect(others).to.deep.equal([]);
        const code = lambda?.inputs.code;
        expect(code).to.be.instanceOf(asset.FileArchive);
        expect(await (code as asset.FileArchive).path).to.match(/^\.cache\/bundles\/[0-9a-f]{64}$/);
      });

      it('has each resource under the stack, with our provider, its dependencies and ignored changes', () => {
        const options = (list: readonly Omit<Registration, 'inputs' | 'aliases'>[]) =>
          Object.fromEntries(
            list.map(({ type, name, parent, provider, dependencies, ignoreChanges }) => [
              `${type}::${name}`,
              { parent, provider, dependencies, ignoreChanges },
            ]),
          );
        const wanted = graph.resources.map((node) => ({
          type: node.kind,
          name: node.name,
          parent: '',
          provider: 'aws',
          dependencies: [...dependenciesOf(node)].sort(),
          ignoreChanges: node.ignoreChanges,
        }));
        expect(options(resources)).to.deep.equal(options(wanted));
      });

      it('gives the outputs of the graph', () => {
        expect(recording.outputs).to.deep.equal(settle(graph, graph.outputs));
      });
    });
  }

  it('configures the provider as the spec says, and adopts the former one', async () => {
    const spec = [
      'extends: pr1234.yaml',
      'provider:',
      '  allowedAccountIds: ["123456789012"]',
      '  assumeRole: { roleArn: "arn:aws:iam::123456789012:role/deployer", externalId: x }',
    ].join('\n');
    const { registrations } = await record(graphOf('spec/other.yaml', { 'spec/other.yaml': spec }));
    const provider = registrations.find(({ type }) => type === PROVIDER_TYPE);
    expect(provider?.aliases).to.deep.equal(['default_7_51_1']);
    expect(provider?.inputs).to.include({
      region: 'us-east-1',
      allowedAccountIds: JSON.stringify(['123456789012']),
      assumeRoles: JSON.stringify([
        { externalId: 'x', roleArn: 'arn:aws:iam::123456789012:role/deployer', sessionName: 'payment-pr1234' },
      ]),
      defaultTags: JSON.stringify({ tags: { Author: 'unknown', Repository: 'unknown' } }),
    });
  });
});

function withoutCode({ code: _code, ...inputs }: { readonly code?: unknown }): object {
  return inputs;
}
