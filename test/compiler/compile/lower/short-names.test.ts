// Shortened names where AWS has a low limit, and compact policies.

import { expect } from 'chai';
import { allow, compact } from '../../../../compiler/compile/lower/policy';
import { resourcesOf } from '../../../../compiler/graph/graph';
import { eachReference, type Value } from '../../../../compiler/graph/value';
import { settle } from '../../../settle';
import { graphOf } from '../../../spec';

function graphWith(...lines: readonly string[]) {
  return graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: production.yaml', ...lines].join('\n') });
}

describe('a sampling rule', () => {
  const ruleOf = (stage: string) => {
    const graph = graphWith(`api: { stage: ${stage}, ownsAccountLoggingRole: false }`);
    return resourcesOf(graph, 'aws:xray/samplingRule:SamplingRule').map(({ inputs }) => inputs.serviceName);
  };
  const [prefix = ''] = ruleOf('x').map((name) => String(name).slice(0, -1));

  it('contains a service name of 64 characters, and a prefix of a longer name', () => {
    const longest = 'x'.repeat(64 - prefix.length);
    expect(ruleOf(longest)).to.deep.equal([prefix + longest]);
    expect(ruleOf(`${longest}x`)).to.deep.equal([`${`${prefix}${longest}`.slice(0, 63)}*`]);
  });
});

describe('a scaling policy', () => {
  const namesOf = (length: number) => {
    const capacity = '{ autoscaling: { minimum: 180, maximum: 400 } }';
    const graph = graphWith(
      'tables:',
      '  refunds:',
      '    partitionKey: { name: id }',
      '    billingMode: PROVISIONED',
      '    capacity: { read: { units: 180 }, write: { units: 180 } }',
      `    indexes: { ${'x'.repeat(length)}: { partitionKey: { name: x }, capacity: { read: { units: 180 }, write: ${capacity} } } }`,
      'outputs: { refunds: "{{ tables.refunds.arn }}" }',
      'monitoring: { generatedAlarms: false }',
    );
    return resourcesOf(graph, 'aws:appautoscaling/policy:Policy')
      .filter(({ name }) => name.startsWith('refunds'))
      .map(({ name, inputs }) => ({ logical: name.length, physical: inputs.name as string | undefined }));
  };

  it('has the name that Pulumi generates up to 247 characters, and a shortened name beyond that', () => {
    const rest = 'refunds-gsi--write-scaling-policy'.length;
    expect(namesOf(247 - rest)).to.deep.equal([{ logical: 247, physical: undefined }]);
    const [{ logical, physical } = { logical: 0, physical: '' }] = namesOf(248 - rest);
    expect([logical, physical?.length]).to.deep.equal([248, 248]);
    expect(namesOf(255)[0]?.physical)
      .to.match(/^refunds-gsi-x+-[0-9a-f]{8}$/)
      .and.have.length(255);
  });
});

describe('statements of a policy', () => {
  it('are joined if they have the same actions or the same resources', () => {
    const statements = [allow(['a'], 'r1'), allow(['a'], ['r2', 'r1']), allow(['b'], ['r1', 'r2']), allow(['c'], '*')];
    expect(compact(statements)).to.deep.equal([
      { Effect: 'Allow', Action: ['a', 'b'], Resource: ['r1', 'r2'] },
      { Effect: 'Allow', Action: ['c'], Resource: '*' },
    ]);
  });

  it('of a role list all queues with the same access', () => {
    const graph = graphWith(
      'queues: { a: {}, b: {} }',
      'functions: { payment-processor: { access: { queues: { a: [SendMessage], b: [SendMessage] } } } }',
    );
    const policies = resourcesOf(graph, 'aws:iam/rolePolicy:RolePolicy').filter(
      ({ name }) => name === 'lambda-role-payment-processor-sqs-policy',
    );
    const documents = policies.map(({ inputs }) => settle(graph, inputs.policy as Value) as { Statement: unknown[] });
    expect(documents.flatMap(({ Statement }) => Statement)).to.have.length(1);
  });
});

describe('the alarm of all failures', () => {
  const compositesOf = (functions: number) => {
    const names = Array.from({ length: functions }, (_, at) => `f${at}`);
    const graph = graphWith(
      `functions: { ${names.map((name) => `${name}: { entry: runtime/handler.ts }`).join(', ')} }`,
      `outputs: { ${names.map((name) => `${name}: "{{ functions.${name}.arn }}"`).join(', ')} }`,
      'monitoring: { dashboard: false }',
      'permissionsBoundary: NONE',
    );
    const composites = resourcesOf(graph, 'aws:cloudwatch/compositeAlarm:CompositeAlarm');
    return composites.filter(({ name }) => name.startsWith('payments-failing'));
  };

  it('uses groups if its rule would be too long', () => {
    expect(compositesOf(40).map(({ name }) => name)).to.have.members([
      'payments-failing-alarm',
      'payments-failing-1-alarm',
      'payments-failing-2-alarm',
      'payments-failing-3-alarm',
    ]);
  });

  it('uses groups of groups if it would have too many', () => {
    const composites = compositesOf(700);
    expect(composites.map(({ name }) => name)).to.include.members([
      'payments-failing-alarm',
      'payments-failing-1-alarm',
      'payments-failing-2-alarm',
      'payments-failing-1-36-alarm',
      'payments-failing-2-3-alarm',
    ]);
    for (const { name, inputs } of composites) {
      const parts = new Set<string>();
      eachReference(inputs.alarmRule as Value, ({ node }) => parts.add(node));
      expect(parts.size, name).to.be.within(1, 36);
    }
    const paging = composites.filter(({ inputs }) => inputs.alarmActions !== undefined);
    expect(paging.map(({ name }) => name)).to.deep.equal(['payments-failing-alarm']);
  });
});

describe('the permissions to call a function', () => {
  const sourcesOf = (count: number) => {
    const routes = Array.from({ length: count }, (_, at) => `r${at}: { method: GET, path: /p${at}, function: other }`);
    const graph = graphWith(
      'functions: { other: { entry: runtime/handler.ts } }',
      `api: { routes: { ${routes.join(', ')} } }`,
    );
    return resourcesOf(graph, 'aws:lambda/permission:Permission')
      .map(({ name, inputs }) => `${name} ${String(settle(graph, inputs.sourceArn as Value))}`)
      .filter((text) => /-other |-p[0-9]/.test(text));
  };

  it('are one for each of up to 20 routes, and one for all routes beyond that', () => {
    expect(sourcesOf(20)).to.have.length(20);
    expect(sourcesOf(21)).to.deep.equal(['api-gateway-lambda-permission-other <api.executionArn>/prod/*/*']);
  });
});
