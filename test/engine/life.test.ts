// The lifecycle of a stack with the real commands: creation, no change, each kind of edit, destruction.

import { expect } from 'chai';
import { dependenciesOf } from '../../compiler/graph/graph';
import { itInExhaustive } from '../exhaustive';
import { graphOf } from '../spec';
import type { Operation } from './cloud';
import { describeOnEngine, type Moment, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/pr1234.yaml';
const SYSTEM = 'spec/system.yaml';
const ROUTES = '  routes:\n';

/** The edits in `npm test`: of code, of many resources, of none, and those that create and delete resources. */
const SAMPLE: readonly string[] = [
  'the code of the handler',
  'a tag',
  'an explicit default',
  'a new index',
  'a removed route',
];

/** An edit: the file, the text and its replacement, and the resulting changes as `action name`, sorted. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
}

/** The steps after each change of the API: a new deployment, an update of the stage, and the deletion of the old deployment. */
const REDEPLOYED = ['create api-deployment', 'delete api-deployment', 'update prod'];
const ROUTE_NAMES = [
  'POST /payments/{}/cancel',
  'GET /payments/{}',
  'GET /payments',
  'HEAD /payments/{}',
  'HEAD /payments',
  'POST /payments',
  'POST /payments/{}/refund',
];
const METHODS = ROUTE_NAMES.map((name) => `update ${name}`);
const INTEGRATIONS = ROUTE_NAMES.map((name) => `update ${name} integration`);
const TAGGED = [
  'alarm-notices',
  'api',
  'payment-processor',
  'payment-processor-dlq',
  'payment-processor-logs',
  'payments',
  'prod',
].concat([
  'lambda-role-payment-processor',
  'payment-processor-duration-alarm',
  'payment-processor-error-rate-alarm',
  'payment-processor-throttle-alarm',
]);

/** The table and its indexes. */
const SCALED = ['payments', 'payments-gsi-status-index', 'payments-gsi-status-time-index'];

const EDITS: Readonly<Record<string, Edit>> = {
  'the rate of the throttle': {
    file: SPEC,
    from: 'rateLimit: 1000',
    to: 'rateLimit: 900',
    changes: ['update api-method-settings'],
  },
  'the burst of the throttle': {
    file: SPEC,
    from: 'burstLimit: 2000',
    to: 'burstLimit: 1500',
    changes: ['update api-method-settings'],
  },
  'the TTL of the cache': {
    file: SPEC,
    from: 'ttlSeconds: 300',
    to: 'ttlSeconds: 60',
    changes: ['update api-method-settings'],
  },
  'the size of the cache': {
    file: SPEC,
    from: 'clusterSizeGigabytes: "0.5"',
    to: 'clusterSizeGigabytes: "1.6"',
    changes: ['update prod'],
  },
  'the threshold of an alarm': {
    file: SPEC,
    from: 'payment-processor-error-rate: { threshold: 1 }',
    to: 'payment-processor-error-rate: { threshold: 4 }',
    changes: ['update payment-processor-error-rate-alarm'],
  },
  'the memory of the function': {
    file: SYSTEM,
    from: 'memorySizeMegabytes: 512',
    to: 'memorySizeMegabytes: 1024',
    changes: ['update payment-processor'],
  },
  'the timeout of the function': {
    file: SYSTEM,
    from: 'timeoutSeconds: 28',
    to: 'timeoutSeconds: 27',
    changes: ['update payment-processor'],
  },
  'its reserved concurrency': {
    file: SPEC,
    from: 'reservedConcurrency: 100',
    to: 'reservedConcurrency: 50',
    changes: ['update payment-processor'],
  },
  'its architecture': {
    file: SYSTEM,
    from: 'architecture: arm64',
    to: 'architecture: x86_64',
    changes: ['update payment-processor'],
  },
  'its runtime': {
    file: SYSTEM,
    from: 'runtime: nodejs24.x',
    to: 'runtime: nodejs22.x',
    changes: ['update payment-processor'],
  },
  'the page size': { file: SYSTEM, from: 'pageSize: 100', to: 'pageSize: 50', changes: ['update payment-processor'] },
  'the code of the handler': {
    file: 'runtime/read-routes.ts',
    from: "'Payment not found'",
    to: "'No such payment'",
    changes: ['update payment-processor'],
  },
  'the retention of logs': {
    file: SPEC,
    from: 'logRetentionDays: 7',
    to: 'logRetentionDays: 14',
    changes: ['update payment-processor-logs'],
  },
  'the retention of messages': {
    file: SYSTEM,
    from: 'messageRetentionSeconds: 1209600',
    to: 'messageRetentionSeconds: 86400',
    changes: ['update payment-processor-dlq'],
  },
  'the permissions of the function': {
    file: SYSTEM,
    from: '[GetItem, PutItem, UpdateItem, Query]',
    to: '[GetItem, PutItem, UpdateItem]',
    changes: ['update lambda-role-payment-processor-dynamodb-policy'],
  },
  'the maximum of autoscaling': {
    file: SPEC,
    from: 'read: { autoscaling: { minimum: 5, maximum: 50',
    to: 'read: { autoscaling: { minimum: 5, maximum: 80',
    changes: SCALED.map((name) => `update ${name}-read-scaling-target`),
  },
  'the target of autoscaling': {
    file: SPEC,
    from: 'write: { autoscaling: { minimum: 5, maximum: 50, targetUtilizationPercent: 70',
    to: 'write: { autoscaling: { minimum: 5, maximum: 50, targetUtilizationPercent: 60',
    changes: SCALED.map((name) => `update ${name}-write-scaling-policy`),
  },
  'point-in-time recovery': {
    file: SPEC,
    from: 'deletionProtection: false',
    to: 'pointInTimeRecovery: false\n    deletionProtection: false',
    changes: ['update payments'],
  },
  'a new index': {
    file: SYSTEM,
    from: '    indexes:\n',
    to: '    indexes:\n      customer-index: { partitionKey: { name: customer_id } }\n',
    changes: [
      'create payments-gsi-customer-index-read-scaling-policy',
      'create payments-gsi-customer-index-read-scaling-target',
      'create payments-gsi-customer-index-write-scaling-policy',
      'create payments-gsi-customer-index-write-scaling-target',
      'update lambda-role-payment-processor-dynamodb-policy',
      'update payments',
    ],
  },
  'a new table': {
    file: SYSTEM,
    from: 'queues:\n',
    to: '  refunds: { partitionKey: { name: id } }\n\nqueues:\n',
    changes: ['create refunds'],
  },
  'a new function': {
    file: SYSTEM,
    from: 'api:\n',
    to: '  reporter: { entry: runtime/handler.ts }\n\napi:\n',
    changes: [
      'create lambda-role-reporter',
      'create lambda-role-reporter-cloudwatch-policy',
      'create lambda-role-reporter-xray-policy',
      'create reporter',
      'create reporter-logs',
    ],
  },
  'a new route': {
    file: SYSTEM,
    from: ROUTES,
    to: `${ROUTES}    capture-payment: { method: POST, path: "/payments/{id}/capture", function: payment-processor }\n`,
    changes: [
      'create api-gateway-lambda-permission-POST-payments-_-capture',
      'create POST /payments/{}/capture integration',
      'create POST /payments/{}/capture',
      'create /payments/{}/capture',
      ...REDEPLOYED,
    ],
  },
  'a removed route': {
    file: SPEC,
    from: 'get-payments: { cache: true }',
    to: 'get-payments: null',
    changes: [
      'delete api-gateway-lambda-permission-GET-payments',
      'delete GET /payments integration',
      'delete GET /payments',
      ...REDEPLOYED,
    ],
  },
  'the authorization of the API': {
    file: SPEC,
    from: 'authorization: NONE',
    to: 'authorization: AWS_IAM',
    // The cache key then includes the caller, so that callers do not share cached responses.
    changes: [...METHODS, 'update GET /payments/{} integration', 'update GET /payments integration', ...REDEPLOYED],
  },
  'the integration timeout of the API': {
    file: SPEC,
    from: 'functions:\n  payment-processor:\n    reservedConcurrency: 100\n\napi:\n',
    to: 'functions:\n  payment-processor:\n    reservedConcurrency: 100\n    timeoutSeconds: 27\n\napi:\n  integrationTimeoutMilliseconds: 28000\n',
    changes: ['update payment-processor', ...INTEGRATIONS, ...REDEPLOYED],
  },
  'an explicit default': {
    file: SYSTEM,
    from: '  stage: prod',
    to: '  stage: prod\n  endpointType: REGIONAL',
    changes: [],
  },
  'a new alarm': {
    file: SYSTEM,
    from: 'alarms:\n',
    to: 'alarms:\n  dead-letters: { metric: { resource: queues.payment-processor-dlq, name: NumberOfMessagesSent, statistic: Sum }, threshold: 0 }\n',
    changes: ['create dead-letters-alarm'],
  },
  'a tag': {
    file: SYSTEM,
    from: 'ManagedBy: Pulumi',
    to: 'ManagedBy: Us',
    changes: TAGGED.map((name) => `update ${name}`),
  },
  'X-Ray': {
    file: SPEC,
    from: 'tracing: true',
    to: 'tracing: false',
    changes: ['delete lambda-role-payment-processor-xray-policy', 'update payment-processor', 'update prod'],
  },
  'a comment': { file: SPEC, from: 'environment: Production', to: 'environment: Production # as before', changes: [] },
};

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
    await project.succeed('stack', 'init', 'pr1234');
    // Resources with dependents take longest, so that the order is right only if the engine waits for them.
    cloud.latency = (resource) => (/Role|LogGroup|RestApi|Method:/.test(resource) ? 300 : 0);
    await project.succeed(...UP);
    cloud.latency = () => 0;
    operationsOfStart = cloud.operations;
    start = engine().remember();
  });

  beforeEach(() => {
    const { cloud, project } = engine();
    for (const folder of ['spec', 'runtime']) project.restore(folder);
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

  for (const [what, { file, from, to, changes }] of Object.entries(EDITS)) {
    const register = SAMPLE.includes(what) ? it : itInExhaustive;
    register(
      `an edit of ${what} changes ${changes.length === 0 ? 'nothing' : 'only the expected resources'}`,
      async () => {
        const { cloud, project } = engine();
        project.edit(file, from, to);
        await project.succeed(...UP);
        expect(summary(cloud.operations)).to.deep.equal([...changes].sort());
        edits += 1;
      },
    );
  }

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
