// Each fact about refusals of AWS, with an accepted and a refused change. The tests do not need the engine.

import { expect } from 'chai';
import type { Kind } from '../../../compiler/graph/kinds';
import { readDeclarations } from './declarations';
import type { Properties } from './properties';
import { REFUSALS } from './refusals';
import { INDEXED, index, policy, SAMPLES, TABLE, WEB_ACL } from './samples';
import { StackSimulator } from './stack-simulator';

/** A step of a program: a wanted resource, a removed resource, or a change of the clock. */
type Step = ((stack: StackSimulator) => void) & object;

interface Row {
  /** The accepted preceding steps. */
  readonly before?: readonly Step[];
  readonly good: readonly Step[];
  readonly refused: Step;
  /** A part of the response. */
  readonly answer: string;
}

const ALARM = 'aws:cloudwatch/metricAlarm:MetricAlarm';
const ACCOUNT = 'aws:apigateway/account:Account';

const put =
  (kind: Kind, name: string, inputs: Properties): Step =>
  (stack) => {
    stack.put(kind, name, inputs);
  };
const drop =
  (kind: Kind, name: string): Step =>
  (stack) =>
    stack.drop(kind, name);
const wait =
  (milliseconds: number): Step =>
  (stack) => {
    stack.time += milliseconds;
  };

const table = (changes: Properties) => put('aws:dynamodb/table:Table', 'payments', { ...TABLE, ...changes });
const ttl = (attributeName: string, enabled = true) => ({ ttl: { attributeName, enabled } });
const stream = { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' };
const replicas = (changes: Properties = {}) => ({ ...stream, replicas: [{ regionName: 'us-west-2', ...changes }] });
const resource = (name: string, pathPart: string, parentId = 'root') =>
  put('aws:apigateway/resource:Resource', name, { restApi: 'api', parentId, pathPart });
const alarm = (inputs: Properties) =>
  put('aws:cloudwatch/metricAlarm:MetricAlarm', 'alarm', {
    ...{ name: 'alarm', comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1, threshold: 0 },
    ...inputs,
  });
const sample = (kind: Kind, name: string, changes: Properties = {}) =>
  put(kind, name, { ...SAMPLES[kind], ...changes });
const loggingStage = sample('aws:apigateway/stage:Stage', 'prod', {
  accessLogSettings: { destinationArn: 'arn', format: '$context.requestId' },
});
const rolePolicy = (name: string, size: number) =>
  put('aws:iam/rolePolicy:RolePolicy', name, { role: 'role', name, policy: policy(size) });
const permission = (changes: Properties, name = 'api') => sample('aws:lambda/permission:Permission', name, changes);
const api = (changes: Properties) => put('aws:apigateway/restApi:RestApi', 'api', { name: 'api', ...changes });
const plan = (schedule: string) =>
  put('aws:backup/plan:Plan', 'plan', { name: 'plan', rules: [{ ruleName: 'r', targetVaultName: 'v', schedule }] });
const newerTls = { securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' };
const within =
  (kind: Kind, name: string, key: string, other: readonly [Kind, string], inputs: Properties): Step =>
  (stack) => {
    stack.put(kind, name, { ...inputs, [key]: stack.recorded(...other).id });
  };

const ROWS: Readonly<Record<string, Row>> = {
  'a resource can have only one path parameter among its children': {
    before: [resource('id', '{id}')],
    good: [resource('below', '{id}', 'other'), resource('payments', 'payments')],
    refused: resource('payment_id', '{payment_id}'),
    answer: 'A sibling ({id}) of this resource already has a variable path part',
  },
  'a path part can only be renamed to an unused name': {
    before: [resource('a', 'a'), resource('b', 'b')],
    good: [resource('a', 'c')],
    refused: resource('a', 'b'),
    answer: 'Another resource with the same parent already has this name: b',
  },
  'a path part may contain letters, digits, dots, dashes, underscores and colons': {
    good: [resource('a', 'v1.0_a-b'), resource('b', '{id}'), resource('c', '{proxy+}', 'other')],
    refused: resource('a', '~me'),
    answer: 'path part only allow',
  },
  'a newer TLS policy of an API requires an endpoint access mode': {
    before: [api({ ...newerTls, endpointAccessMode: 'STRICT' })],
    good: [api({ securityPolicy: 'TLS_1_2' })],
    refused: api({}),
    answer: 'Endpoint access mode is required',
  },
  'a newer TLS policy of a domain requires an endpoint access mode': {
    good: [sample('aws:apigateway/domainName:DomainName', 'domain', { ...newerTls, endpointAccessMode: 'BASIC' })],
    refused: sample('aws:apigateway/domainName:DomainName', 'domain', newerTls),
    answer: 'Endpoint access mode is required',
  },
  'a private API cannot become edge-optimized': {
    before: [api({ endpointConfiguration: { types: 'PRIVATE' } })],
    good: [api({ endpointConfiguration: { types: 'REGIONAL' } })],
    refused: api({ endpointConfiguration: { types: 'EDGE' } }),
    answer: 'from PRIVATE to EDGE',
  },
  'a deployment that a stage uses cannot be deleted': {
    before: [
      put('aws:apigateway/deployment:Deployment', 'old', { restApi: 'api' }),
      put('aws:apigateway/deployment:Deployment', 'new', { restApi: 'api' }),
      within(
        ...(['aws:apigateway/stage:Stage', 'prod', 'deployment'] as const),
        ['aws:apigateway/deployment:Deployment', 'new'],
        { restApi: 'api', stageName: 'prod' },
      ),
    ],
    good: [drop('aws:apigateway/deployment:Deployment', 'old')],
    refused: drop('aws:apigateway/deployment:Deployment', 'new'),
    answer: 'Active stages pointing to this deployment',
  },
  'the stream of a table with replicas cannot be disabled': {
    before: [table(replicas())],
    good: [table(stream), table({})],
    refused: table({}),
    answer: 'Disabling Stream is not allowed for a Global Table replica',
  },
  'a table with replicas must have a stream of new and old images': {
    good: [table(replicas())],
    refused: table({ replicas: [{ regionName: 'us-west-2' }] }),
    answer: 'NEW_AND_OLD_IMAGES',
  },
  'a replica with deletion protection cannot be removed': {
    before: [table(replicas({ deletionProtectionEnabled: true }))],
    good: [table(replicas({ deletionProtectionEnabled: false })), table(stream)],
    refused: table(stream),
    answer: 'protected against deletion',
  },
  'a table with deletion protection cannot be deleted': {
    before: [table({ deletionProtectionEnabled: true })],
    good: [table({ deletionProtectionEnabled: false }), drop('aws:dynamodb/table:Table', 'payments')],
    refused: drop('aws:dynamodb/table:Table', 'payments'),
    answer: 'protected against deletion',
  },
  'the time-to-live attribute can only be changed after time to live is disabled': {
    before: [table(ttl('a')), wait(7_200_000)],
    good: [table(ttl('a', false)), wait(7_200_000), table(ttl('b'))],
    refused: table(ttl('b')),
    answer: 'TimeToLive is active on a different AttributeName',
  },
  'time to live can be changed at most once an hour': {
    before: [table(ttl('a')), wait(3_599_999)],
    good: [wait(1), table(ttl('a', false))],
    refused: table(ttl('a', false)),
    answer: 'Time to live has been modified multiple times',
  },
  'enabled time to live must have an attribute': {
    good: [table(ttl('a'))],
    refused: table(ttl('')),
    answer: 'cannot have an empty value',
  },
  'an index of a provisioned table must have capacity': {
    before: [
      put('aws:dynamodb/table:Table', 'payments', {
        ...{ ...INDEXED, billingMode: 'PAY_PER_REQUEST', readCapacity: undefined, writeCapacity: undefined },
        globalSecondaryIndexes: [{ name: 'a', hashKey: 'a', projectionType: 'ALL' }],
        attributes: ['id', 'a'].map((name) => ({ name, type: 'S' })),
      }),
    ],
    good: [
      table({
        attributes: ['id', 'a'].map((name) => ({ name, type: 'S' })),
        globalSecondaryIndexes: [index('a', 'a', 1)],
      }),
    ],
    refused: table({
      attributes: ['id', 'a'].map((name) => ({ name, type: 'S' })),
      globalSecondaryIndexes: [{ name: 'a', hashKey: 'a', projectionType: 'ALL' }],
    }),
    answer: 'capacity must be > 0 when billing mode is PROVISIONED',
  },
  'a provisioned table must have capacity, unless it was on-demand before': {
    good: [
      put('aws:dynamodb/table:Table', 'demand', {
        ...{ name: 'demand', hashKey: 'id', attributes: TABLE.attributes, billingMode: 'PAY_PER_REQUEST' },
      }),
      put('aws:dynamodb/table:Table', 'demand', {
        ...{ name: 'demand', hashKey: 'id', attributes: TABLE.attributes, billingMode: 'PROVISIONED' },
      }),
    ],
    refused: put('aws:dynamodb/table:Table', 'payments', { hashKey: 'id', attributes: TABLE.attributes, name: 'p' }),
    answer: 'must be at least 1',
  },
  'a stream must have a view type, and a view type requires a stream': {
    good: [table(stream), table({ streamEnabled: false })],
    refused: table({ streamEnabled: true }),
    answer: 'stream_view_type',
  },
  'an on-demand table must not have capacity': {
    good: [table({ billingMode: 'PAY_PER_REQUEST', readCapacity: undefined, writeCapacity: undefined })],
    refused: table({ billingMode: 'PAY_PER_REQUEST' }),
    answer: 'cannot be specified when "billing_mode" is "PAY_PER_REQUEST"',
  },
  'every attribute must be a key, and every key must be an attribute': {
    good: [put('aws:dynamodb/table:Table', 'payments', INDEXED)],
    refused: table({ attributes: INDEXED.attributes }),
    answer: 'all attributes must be indexed',
  },
  'the expression of an alarm may have at most 1,024 characters': {
    good: [alarm({ metricQueries: [{ id: 'a', expression: 'x'.repeat(1024) }] })],
    refused: alarm({ metricQueries: [{ id: 'a', expression: 'x'.repeat(1025) }] }),
    answer: '1 - 1024',
  },
  'a percentile may have at most two decimals': {
    good: [alarm({ extendedStatistic: 'p99.99' })],
    refused: alarm({ extendedStatistic: 'p99.999' }),
    answer: 'invalid value for extended_statistic',
  },
  'an alarm that a composite alarm uses cannot be deleted': {
    before: [
      alarm({}),
      put('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'all', { alarmName: 'all', alarmRule: 'ALARM("alarm")' }),
    ],
    good: [drop('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'all'), drop(ALARM, 'alarm')],
    refused: drop(ALARM, 'alarm'),
    answer: 'as there are composite alarm(s) depending on it',
  },
  'a stage can write logs only if the account has a logging role': {
    before: [put(ACCOUNT, 'account', { cloudwatchRoleArn: 'role' }), drop(ACCOUNT, 'account')],
    good: [put(ACCOUNT, 'account', { cloudwatchRoleArn: 'role' }), loggingStage],
    refused: loggingStage,
    answer: 'CloudWatch Logs role ARN must be set in account settings to enable logging',
  },
  'the rule of a composite alarm may have at most 10,240 characters': {
    good: [put('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'a', { alarmName: 'a', alarmRule: 'x'.repeat(10_240) })],
    refused: put('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'a', {
      ...{ alarmName: 'a', alarmRule: 'x'.repeat(10_241) },
    }),
    answer: '1 - 10240',
  },
  'the service name of a sampling rule may have at most 64 characters': {
    good: [sample('aws:xray/samplingRule:SamplingRule', 'rule', { serviceName: 'x'.repeat(64) })],
    refused: sample('aws:xray/samplingRule:SamplingRule', 'rule', { serviceName: 'x'.repeat(65) }),
    answer: '0 - 64',
  },
  'the schedule of a backup must be a cron expression': {
    good: [plan('cron(0 5 * * ? *)')],
    refused: plan('rate(1 day)'),
    answer: 'Invalid schedule expression',
  },
  'a role with policies cannot be deleted': {
    before: [sample('aws:iam/role:Role', 'role'), rolePolicy('inline', 10)],
    good: [drop('aws:iam/rolePolicy:RolePolicy', 'inline'), drop('aws:iam/role:Role', 'role')],
    refused: drop('aws:iam/role:Role', 'role'),
    answer: 'must delete policies first',
  },
  'an attached policy cannot be deleted': {
    before: [
      sample('aws:iam/policy:Policy', 'boundary'),
      within(
        ...(['aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'a', 'policyArn'] as const),
        ['aws:iam/policy:Policy', 'boundary'],
        { role: 'role' },
      ),
    ],
    good: [drop('aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'a'), drop('aws:iam/policy:Policy', 'boundary')],
    refused: drop('aws:iam/policy:Policy', 'boundary'),
    answer: 'Cannot delete a policy attached to entities',
  },
  'a backup plan with selections cannot be deleted': {
    before: [
      plan('cron(0 5 * * ? *)'),
      within(...(['aws:backup/selection:Selection', 's', 'planId'] as const), ['aws:backup/plan:Plan', 'plan'], {
        name: 'tables',
        iamRoleArn: 'arn:aws:iam::123456789012:role/backup',
        resources: [],
      }),
    ],
    good: [drop('aws:backup/selection:Selection', 's'), drop('aws:backup/plan:Plan', 'plan')],
    refused: drop('aws:backup/plan:Plan', 'plan'),
    answer: 'Related backup plan selections must be deleted',
  },
  'an associated web ACL cannot be deleted': {
    before: [
      put('aws:wafv2/webAcl:WebAcl', 'acl', WEB_ACL),
      (stack) => {
        const webAclArn = stack.recorded('aws:wafv2/webAcl:WebAcl', 'acl').outputs.arn;
        stack.put('aws:wafv2/webAclAssociation:WebAclAssociation', 'a', { resourceArn: 'stage', webAclArn });
      },
    ],
    good: [drop('aws:wafv2/webAclAssociation:WebAclAssociation', 'a'), drop('aws:wafv2/webAcl:WebAcl', 'acl')],
    refused: drop('aws:wafv2/webAcl:WebAcl', 'acl'),
    answer: 'WAFAssociatedItemException',
  },
  'a statement id may contain letters, digits, dashes and underscores': {
    good: [permission({ statementId: 'GET_payments-1' })],
    refused: permission({ statementId: 'GET-v1.0' }),
    answer: 'must contain alphanumeric, underscores or dashes only',
  },
  'a statement id may have at most 100 characters': {
    good: [permission({ statementId: 'x'.repeat(100) })],
    refused: permission({ statementId: 'x'.repeat(101) }),
    answer: 'cannot be longer than 100 characters',
  },
  'the policy of a function may have at most 20,480 bytes': {
    good: [permission({ sourceArn: 'x'.repeat(20_000) })],
    refused: permission({ sourceArn: 'x'.repeat(20_480) }),
    answer: 'PolicyLengthExceededException',
  },
  'the policy of an API may have at most 8,192 characters': {
    good: [put('aws:apigateway/restApiPolicy:RestApiPolicy', 'p', { restApiId: 'api', policy: policy(8000) })],
    refused: put('aws:apigateway/restApiPolicy:RestApiPolicy', 'p', { restApiId: 'api', policy: policy(8192) }),
    answer: '8192',
  },
  'a managed policy may have at most 6,144 characters': {
    good: [sample('aws:iam/policy:Policy', 'p', { policy: policy(6000) })],
    refused: sample('aws:iam/policy:Policy', 'p', { policy: policy(6144) }),
    answer: 'PolicySize: 6144',
  },
  'the inline policies of a role may have at most 10,240 characters in total': {
    before: [rolePolicy('a', 5000)],
    good: [rolePolicy('b', 5000)],
    refused: rolePolicy('b', 5240),
    answer: '10240',
  },
  'the name of a role policy may have at most 128 characters': {
    good: [rolePolicy('x'.repeat(128), 10)],
    refused: rolePolicy('x'.repeat(129), 10),
    answer: 'cannot be longer than 128 characters',
  },
};

/** A row for each kind for which AWS refuses a duplicate identity. */
function duplicateRows(): Record<string, Row> {
  const facts = REFUSALS.filter(({ fact }) => fact.endsWith('a creation with an existing identity is refused'));
  return Object.fromEntries(
    facts.map(({ fact, kind }) => [
      fact,
      {
        before: [sample(kind, 'first')],
        good: [drop(kind, 'first'), sample(kind, 'second')],
        refused: sample(kind, 'second'),
        answer: '',
      },
    ]),
  );
}

describe('a refusal of the stand-in for AWS', () => {
  before(() => {
    readDeclarations();
  });
  const rows = { ...duplicateRows(), ...ROWS };

  it('has a unique fact with a source', () => {
    const facts = REFUSALS.map(({ fact }) => fact);
    expect([...new Set(facts)]).to.deep.equal(facts);
    expect(REFUSALS.filter(({ source }) => source.trim().length < 10)).to.deep.equal([]);
    expect(Object.keys(rows).sort()).to.deep.equal([...facts].sort());
  });

  for (const [fact, { before: earlier = [], good, refused, answer }] of Object.entries(rows)) {
    it(fact, () => {
      const accepting = new StackSimulator();
      for (const step of [...earlier, ...good]) step(accepting);
      const refusing = new StackSimulator();
      for (const step of earlier) step(refusing);
      const kept = refusing.cloud.snapshot();
      expect(() => refused(refusing)).to.throw(answer);
      expect(refusing.cloud.snapshot()).to.deep.equal(kept);
    });
  }
});
