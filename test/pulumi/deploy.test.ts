// What reaches Pulumi's SDK is the graph: the same nodes, inputs, references and options.

import { asset, RunError } from '@pulumi/pulumi';
import { expect } from 'chai';
import { dependenciesOf } from '../../compiler/graph/graph';
import { isStateful } from '../../compiler/graph/replacement';
import type { Value } from '../../compiler/graph/value';
import type { StackResourceOutputs } from '../../compiler/transition/deployed';
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
          // The setting of the account, which an environment that comes after uses as well.
          retainOnDelete: node.kind === 'aws:apigateway/account:Account',
        }));
        expect(options(resources)).to.deep.equal(options(wanted));
      });

      it('gives the outputs of the graph', () => {
        expect(recording.outputs).to.deep.equal(settle(graph, graph.outputs));
      });
    });
  }

  describe('on a living stack', () => {
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

    it('takes over what is deployed under another logical name', async () => {
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
      'another name of a log group': {
        stack: {
          [urn('aws:cloudwatch/logGroup:LogGroup', 'payment-processor-logs')]: {
            outputs: { name: '/aws/lambda/other' },
          },
        },
        part: 'functions.payment-processor',
        says: /functions\.payment-processor \(payment-processor-logs\): it would be replaced because of name/,
      },
      'an index that is built again under its name': {
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
      'the access log that is no longer in the spec': {
        stack: {
          [urn('aws:cloudwatch/logGroup:LogGroup', 'api-access-logs')]: {
            outputs: { name: '/aws/apigateway/old' },
          },
        },
        part: 'api.accessLogging',
        says: /api\.accessLogging \(api-access-logs\): it is in the stack but no longer in the spec/,
      },
      'a queue that is no longer in the spec': {
        stack: { [urn('aws:sqs/queue:Queue', 'old')]: { outputs: { name: 'old' } } },
        part: 'queues.old',
        says: /queues\.old \(old\): it is in the stack but no longer in the spec, so it would be deleted/,
      },
    };
    for (const [change, { stack, part, says }] of Object.entries(rows)) {
      it(`refuses ${change} before anything is registered`, async () => {
        const problem = await record(graph, stack).then(
          () => expect.fail('it was not refused'),
          (error: Error) => error,
        );
        expect(RunError.isInstance(problem)).to.equal(true);
        expect(problem.message).to.match(says).and.to.include(`allowReplacement: [${part}]`);
      });

      it(`allows ${change} where the spec names it`, async () => {
        const { registrations } = await record(allowing(part), stack);
        expect(registrations).to.have.length(graph.resources.length + 1);
      });
    }

    it('goes on where nothing that holds data changes', async () => {
      expect((await record(graph, living)).registrations).to.have.length(graph.resources.length + 1);
    });
  });

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
