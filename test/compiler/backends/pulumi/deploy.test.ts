// Resources registered with Pulumi's SDK: the nodes, inputs, references and options of the graph.

import { asset, RunError } from '@pulumi/pulumi';
import { expect } from 'chai';
import type { StackResourceOutputs } from '../../../../compiler/compile/transition/deployed';
import { dependenciesOf, resourcesOf } from '../../../../compiler/graph/graph';
import { isStateful } from '../../../../compiler/graph/kinds/kinds';
import type { Value } from '../../../../compiler/graph/value';
import { settle } from '../../../settle';
import { graphOf } from '../../../spec';
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

      it('registers each node once, the provider, and nothing else', () => {
        const registered = resources.map(({ type, name }) => `${type}::${name}`).sort();
        expect(registered).to.deep.equal(graph.resources.map(({ id }) => id).sort());
        const others = recording.registrations.filter(({ type }) => !type.startsWith('aws:'));
        expect(others.map(({ type, name }) => `${type}::${name}`)).to.deep.equal([`${PROVIDER_TYPE}::aws`]);
      });

      it('sends the inputs of the graph with resolved references', () => {
        const sent = Object.fromEntries(
          resources.map(({ type, name, inputs }) => [`${type}::${name}`, withoutCode(inputs)]),
        );
        const wanted = Object.fromEntries(
          graph.resources.map(({ id, inputs }) => [id, withoutCode(settle(graph, inputs as Value, 'text') as object)]),
        );
        expect(sent).to.deep.equal(wanted);
      });

      it('sends the bundle of each function with a path that is the same on each machine', async () => {
        const codes = resources.flatMap(({ type, inputs }) =>
          type === 'aws:lambda/function:Function' ? [inputs.code] : [],
        );
        expect(codes).to.have.length(resourcesOf(graph, 'aws:lambda/function:Function').length);
        for (const code of codes) {
          expect(code).to.be.instanceOf(asset.FileArchive);
          expect(await (code as asset.FileArchive).path).to.match(/^\.cache\/bundles\/[0-9a-f]{64}$/);
        }
      });

      it('registers each resource under the stack, with our provider, its dependencies and ignored changes', () => {
        const options = (list: readonly Omit<Registration, 'inputs' | 'aliases'>[]) =>
          Object.fromEntries(
            list.map(({ type, name, parent, provider, dependencies, ignoreChanges, protect, retainOnDelete }) => [
              `${type}::${name}`,
              { parent, provider, dependencies, ignoreChanges, protect, retainOnDelete },
            ]),
          );
        const wanted = graph.resources.map((node) => ({
          type: node.kind,
          name: node.name,
          parent: '',
          provider: 'aws',
          dependencies: [...dependenciesOf(node)].sort(),
          ignoreChanges: node.ignoreChanges,
          protect: spec === 'production' && isStateful(node.kind),
          // The account setting, which later environments also use.
          retainOnDelete: node.kind === 'aws:apigateway/account:Account',
        }));
        expect(options(resources)).to.deep.equal(options(wanted));
      });

      it('exports the outputs of the graph', () => {
        expect(recording.outputs).to.deep.equal(settle(graph, graph.outputs));
      });
    });
  }

  describe('on an existing stack', () => {
    const urn = (type: string, name: string) => `urn:pulumi:pr1234::payment::${type}::${name}`;
    const table = urn('aws:dynamodb/table:Table', 'payments');
    const name = 'payment-payments-useast1-Production-pr1234';
    const living = {
      [table]: {
        outputs: {
          name,
          hashKey: 'id',
          rangeKey: '',
          globalSecondaryIndexes: [
            { name: 'status-index', hashKey: 'status', rangeKey: '', projectionType: 'ALL', nonKeyAttributes: [] },
          ],
        },
      },
    };
    const graph = graphOf('spec/pr1234.yaml');
    const allowing = (part: string) =>
      graphOf('spec/other.yaml', { 'spec/other.yaml': `extends: pr1234.yaml\nallowReplacement: [${part}]` });

    it('takes over resources with another logical name', async () => {
      const former = urn('aws:apigateway/restApi:RestApi', 'payment-api');
      const { registrations } = await record(graph, { [former]: { outputs: { name: 'any', id: 'a1b2c3' } } });
      const aliased = registrations.filter(({ type, aliases }) => type.startsWith('aws:') && aliases.length > 0);
      expect(aliased.map(({ name, aliases }) => [name, aliases])).to.deep.equal([['api', [former]]]);
    });

    const rows: Record<string, { stack: StackResourceOutputs; part: string; says: RegExp }> = {
      'another key of a table': {
        stack: { [table]: { outputs: { name, hashKey: 'payment_id' } } },
        part: 'tables.payments',
        says: /tables\.payments \(payments\): it would be replaced because of hashKey "payment_id" -> "id"/,
      },
      'a renamed log group': {
        stack: {
          [urn('aws:cloudwatch/logGroup:LogGroup', 'payment-processor-logs')]: {
            outputs: { name: '/aws/lambda/other' },
          },
        },
        part: 'functions.payment-processor',
        says: /functions\.payment-processor \(payment-processor-logs\): it would be replaced because of name/,
      },
      'a rebuilt index with the same name': {
        stack: {
          [table]: {
            outputs: {
              name,
              hashKey: 'id',
              globalSecondaryIndexes: [
                {
                  name: 'status-index',
                  hashKey: 'customer_id',
                  rangeKey: '',
                  projectionType: 'ALL',
                  nonKeyAttributes: [],
                },
                { name: 'old-index', hashKey: 'old', projectionType: 'ALL' },
              ],
            },
          },
        },
        part: 'tables.payments.indexes.status-index',
        says: /tables\.payments\.indexes\.status-index \(payments\): it would be rebuilt, and queries would return nothing until it is complete/,
      },
      'the removal of the access log': {
        stack: {
          [urn('aws:cloudwatch/logGroup:LogGroup', 'api-access-logs')]: {
            outputs: { name: '/aws/apigateway/old' },
          },
        },
        part: 'api.accessLogging',
        says: /api\.accessLogging \(api-access-logs\): it is in the stack but no longer in the spec/,
      },
      'the removal of a queue': {
        stack: { [urn('aws:sqs/queue:Queue', 'old')]: { outputs: { name: 'old' } } },
        part: 'queues.old',
        says: /queues\.old \(old\): it is in the stack but no longer in the spec, so it would be deleted/,
      },
    };
    for (const [change, { stack, part, says }] of Object.entries(rows)) {
      it(`refuses ${change} before it registers a resource`, async () => {
        const problem = await record(graph, stack).then(
          () => expect.fail('it was not refused'),
          (error: Error) => error,
        );
        expect(RunError.isInstance(problem)).to.equal(true);
        expect(problem.message).to.match(says).and.to.include(`allowReplacement: [${part}]`);
      });

      it(`allows ${change} if the spec lists it`, async () => {
        const { registrations } = await record(allowing(part), stack);
        expect(registrations).to.have.length(graph.resources.length + 1);
      });
    }

    it('deploys if no resource with data changes', async () => {
      expect((await record(graph, living)).registrations).to.have.length(graph.resources.length + 1);
    });
  });

  it('configures the provider with the settings of the spec, and adopts the previous provider', async () => {
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
