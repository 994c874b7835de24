// The stand-in for AWS has the unexpected behaviour of the real provider. The tests do not need the engine.

import { expect } from 'chai';
import { KINDS } from '../../../compiler/kinds/kinds';
import { managedKeyArn } from './behaviour';
import { readDeclarations } from './declarations';
import { BEHAVIOURS } from './kinds';
import { objectsOf, type Properties } from './properties';
import { INDEXED, index, policy, SAMPLES, TABLE } from './samples';
import { StackSimulator } from './stack-simulator';

const TABLES = 'aws:dynamodb/table:Table';
const VAULT = 'aws:backup/vault:Vault';
const ACCOUNT = 'aws:apigateway/account:Account';
const SUBSCRIPTION = 'aws:sns/topicSubscription:TopicSubscription';
const TARGET = 'aws:appautoscaling/target:Target';
const PERMISSION = 'aws:lambda/permission:Permission';
const CHAT = 'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration';

describe('the stand-in for AWS', () => {
  let stack: StackSimulator;
  before(() => {
    readDeclarations();
  });
  beforeEach(() => {
    stack = new StackSimulator();
  });
  const table = (changes: Properties = {}, ignored: readonly string[] = []) =>
    stack.put(TABLES, 'payments', { ...INDEXED, ...changes }, ignored);
  const living = () => stack.cloud.find('payments').inputs;
  const capacities = (inputs: Properties) =>
    Object.fromEntries(objectsOf(inputs.globalSecondaryIndexes).map((item) => [item.name, item.readCapacity]));
  const register = (resourceId: string, dimension: string, minCapacity: number, maxCapacity: number) =>
    stack.put(TARGET, `${resourceId} ${dimension}`, {
      ...{ serviceNamespace: 'dynamodb', resourceId, scalableDimension: `dynamodb:${dimension}CapacityUnits` },
      ...{ minCapacity, maxCapacity },
    });

  it('describes the behaviour of each kind, with its source', () => {
    expect(Object.keys(BEHAVIOURS).sort()).to.deep.equal(Object.keys(KINDS).sort());
    expect(Object.values(BEHAVIOURS).filter(({ source }) => source.length < 10)).to.deep.equal([]);
  });

  it('refers only to inputs that @pulumi/aws declares', () => {
    for (const [kind, { inputs }] of readDeclarations()) {
      const { sets = [], defaults = {}, keptByUpdate = [] } = BEHAVIOURS[kind as keyof typeof BEHAVIOURS];
      const named = [
        ...KINDS[kind as keyof typeof KINDS].replacedBy,
        ...sets,
        ...Object.keys(defaults),
        ...keptByUpdate,
      ];
      const unknown = named.filter((path) => !inputs.has(path.split('.')[0] ?? ''));
      expect(unknown, kind).to.deep.equal([]);
    }
  });

  describe('absent inputs', () => {
    it('do not change a value that AWS chooses: the key of a vault, time to live, the last index', () => {
      const key = 'arn:aws:kms:us-east-1:123456789012:key/own';
      stack.put(VAULT, 'vault', { name: 'vault', kmsKeyArn: key });
      expect(stack.put(VAULT, 'vault', { name: 'vault' })).to.equal('same');
      table({ ttl: { attributeName: 'expires', enabled: true } });
      expect(table()).to.equal('same');
      expect(table({ globalSecondaryIndexes: [], attributes: TABLE.attributes })).to.equal('same');
      expect(living().ttl).to.deep.equal({ attributeName: 'expires', enabled: true });
      expect(Object.keys(capacities(living()))).to.deep.equal(['a', 'b', 'c']);
    });

    it('keep the disabled default endpoint, TLS policy and VPC endpoints of an API after its domain is removed', () => {
      const API = 'aws:apigateway/restApi:RestApi';
      const endpointConfiguration = { types: 'PRIVATE', vpcEndpointIds: ['vpce-1'] };
      stack.put(API, 'api', {
        name: 'api',
        endpointConfiguration,
        disableExecuteApiEndpoint: true,
        securityPolicy: 'TLS_1_2',
      });
      expect(stack.put(API, 'api', { name: 'api', endpointConfiguration: { types: 'REGIONAL' } })).to.equal('update');
      expect(stack.cloud.find('api').inputs).to.deep.include({
        disableExecuteApiEndpoint: true,
        securityPolicy: 'TLS_1_2',
        endpointConfiguration: { types: 'REGIONAL', vpcEndpointIds: ['vpce-1'], ipAddressType: 'ipv4' },
      });
    });

    it('have the values of AWS in the outputs', () => {
      stack.put(VAULT, 'vault', { name: 'vault' });
      expect(stack.recorded(VAULT, 'vault').outputs.kmsKeyArn).to.match(/^arn:aws:kms:us-east-1:123456789012:key\//);
    });

    it('have the defaults of the provider in the outputs', () => {
      table();
      expect(stack.recorded(TABLES, 'payments').outputs).to.include({ tableClass: 'STANDARD' });
    });

    it('replace the ARN of an AWS managed key when read, so that setting the key is always a change', () => {
      const kmsKeyArn = managedKeyArn(stack.cloud.provider.place(), 'dynamodb');
      const wanted = { serverSideEncryption: { enabled: true, kmsKeyArn } };
      table(wanted);
      expect(table(wanted)).to.equal('update');
    });

    it('replace the attribute of a disabled time to live when read, so that it is not a change', () => {
      table({ ttl: { attributeName: 'expires', enabled: true } });
      stack.time += 3_600_000;
      const off = { ttl: { attributeName: 'expires', enabled: false } };
      expect(table(off)).to.equal('update');
      expect(table(off)).to.equal('same');
      expect(table()).to.equal('same');
    });

    it('do not remove a value in a block: the key of a table', () => {
      const kmsKeyArn = 'arn:aws:kms:us-east-1:123456789012:key/own';
      table({ serverSideEncryption: { enabled: true, kmsKeyArn } });
      expect(table({ serverSideEncryption: { enabled: true } })).to.equal('same');
      table({ serverSideEncryption: { enabled: true }, tags: { a: 'b' } });
      expect(living().serverSideEncryption).to.deep.equal({ enabled: true, kmsKeyArn });
      expect(table({ serverSideEncryption: { enabled: false } })).to.equal('update');
    });

    it('remove optional values, and do not differ from the default', () => {
      table({ tags: { a: 'b' }, tableClass: 'STANDARD_INFREQUENT_ACCESS' });
      expect(table()).to.equal('update');
      expect(living()).to.not.have.any.keys('tags', 'tableClass');
      stack.put('aws:lambda/function:Function', 'f', { ...SAMPLES['aws:lambda/function:Function'], memorySize: 128 });
      expect(stack.put('aws:lambda/function:Function', 'f', { ...SAMPLES['aws:lambda/function:Function'] })).to.equal(
        'same',
      );
    });
  });

  describe('sets', () => {
    it('are equal in any order, and are read in a different order', () => {
      table();
      const indexes = objectsOf(INDEXED.globalSecondaryIndexes);
      expect(table({ globalSecondaryIndexes: [...indexes].reverse() })).to.equal('same');
      const { inputs } = stack.refresh(TABLES, 'payments');
      const names = objectsOf(inputs.globalSecondaryIndexes).map(({ name }) => name);
      expect([...names].sort()).to.deep.equal(['a', 'b', 'c']);
      expect(names).to.not.deep.equal(['a', 'b', 'c']);
    });

    it('are not covered by positions and wildcards of ignoreChanges; top-level capacity is', () => {
      table();
      const changed = {
        readCapacity: 50,
        globalSecondaryIndexes: [index('a', 'a', 10), index('b', 'b', 2), index('c', 'c', 3)],
      };
      const paths = [
        'readCapacity',
        'globalSecondaryIndexes[*].readCapacity',
        'globalSecondaryIndexes[0].writeCapacity',
      ];
      expect(table({ readCapacity: 50 }, paths)).to.equal('same');
      expect(table(changed, paths)).to.equal('update');
      expect(capacities(living())).to.deep.equal({ a: 10, b: 2, c: 3 });
      expect(living().readCapacity).to.equal(5);
    });
  });

  describe('autoscaling', () => {
    beforeEach(() => {
      table();
      register('table/payments/index/a', 'index:Read', 4, 40);
    });

    it('raises capacity to the minimum, and scales within the limits', () => {
      expect(capacities(living()).a).to.equal(4);
      stack.cloud.scale('payments', 'a', { read: 400 });
      expect(capacities(living())).to.deep.equal({ a: 40, b: 2, c: 3 });
      expect(() => stack.cloud.scale('payments', 'b', { read: 4 })).to.throw('unknown scalable target');
    });

    it('is reverted only by the next change of the index if the state was refreshed', () => {
      stack.cloud.scale('payments', 'a', { read: 30 });
      table({ tags: { a: 'b' } });
      expect(capacities(living()).a).to.equal(30);
      expect(table({ tags: { a: 'b' } })).to.equal('update');
      expect(capacities(living()).a).to.equal(1);
    });

    it('survives a change of another index if the state was not refreshed', () => {
      stack.cloud.scale('payments', 'a', { read: 30 });
      table({ globalSecondaryIndexes: [index('a', 'a', 1), index('b', 'b', 20), index('c', 'c', 3)] });
      expect(capacities(living())).to.deep.equal({ a: 30, b: 20, c: 3 });
    });

    it('is one unit for a former on-demand table until its targets are registered', () => {
      const demand = { ...TABLE, name: 'demand', readCapacity: undefined, writeCapacity: undefined };
      stack.put(TABLES, 'demand', { ...demand, billingMode: 'PAY_PER_REQUEST' });
      stack.put(TABLES, 'demand', demand);
      expect(stack.cloud.find('demand').inputs).to.include({ readCapacity: 1, writeCapacity: 1 });
      register('table/demand', 'table:Read', 5, 50);
      expect(stack.cloud.find('demand').inputs).to.include({ readCapacity: 5, writeCapacity: 1 });
    });
  });

  describe('one cloud by physical identity', () => {
    const subscribe = (name: string) =>
      stack.put(SUBSCRIPTION, name, { topic: 'arn:topic', protocol: 'email', endpoint: 'desk@bank.example' });

    it('returns the same subscription twice, and unsubscribes it once', () => {
      subscribe('desk');
      subscribe('ops');
      expect(stack.recorded(SUBSCRIPTION, 'ops').id).to.equal(stack.recorded(SUBSCRIPTION, 'desk').id);
      stack.drop(SUBSCRIPTION, 'desk');
      expect(stack.cloud.resources.size).to.equal(0);
      expect(stack.cloud.damage).to.have.length(1);
      expect(stack.cloud.damage[0]).to.include('desk@bank.example, which ops also created');
    });

    it("clears the account's role when the previous owner of its settings is deleted", () => {
      stack.put(ACCOUNT, 'old', { cloudwatchRoleArn: 'arn:aws:iam::123456789012:role/old' });
      stack.put(ACCOUNT, 'new', { cloudwatchRoleArn: 'arn:aws:iam::123456789012:role/new' });
      stack.drop(ACCOUNT, 'old');
      expect(Object.keys(stack.cloud.snapshot())).to.deep.equal([]);
      expect(stack.cloud.damage).to.have.length(1);
    });

    it('records data that is encrypted with a deleted key', () => {
      stack.put('aws:kms/key:Key', 'key', {});
      const kmsKeyArn = stack.recorded('aws:kms/key:Key', 'key').outputs.arn;
      table({ serverSideEncryption: { enabled: true, kmsKeyArn } });
      stack.put(VAULT, 'vault', { name: 'vault', kmsKeyArn });
      stack.drop('aws:kms/key:Key', 'key');
      expect(stack.cloud.damage.map((line) => line.split(' is encrypted')[0])).to.deep.equal([
        'dynamodb:Table us-east-1/payments',
        'backup:Vault us-east-1/vault',
      ]);
    });

    it('separates Regions', () => {
      table();
      stack.cloud.region = 'eu-west-1';
      stack.put(TABLES, 'other', INDEXED);
      expect([...stack.cloud.resources.keys()]).to.deep.equal([
        'dynamodb:Table us-east-1/payments',
        'dynamodb:Table eu-west-1/payments',
      ]);
    });

    it('deletes children with their parent', () => {
      stack.put('aws:apigateway/restApi:RestApi', 'api', { name: 'api' });
      const { id, outputs } = stack.recorded('aws:apigateway/restApi:RestApi', 'api');
      stack.put('aws:apigateway/resource:Resource', 'r', {
        ...{ restApi: id, parentId: outputs.rootResourceId, pathPart: 'payments' },
      });
      stack.drop('aws:apigateway/restApi:RestApi', 'api');
      expect(stack.cloud.resources.size).to.equal(0);
    });
  });

  describe('updates', () => {
    it('succeed without inputs that the update call ignores: the workspace of a Slack channel', () => {
      stack.put(CHAT, 'chat', { ...SAMPLES[CHAT] });
      expect(stack.put(CHAT, 'chat', { ...SAMPLES[CHAT], slackTeamId: 'T2', slackChannelId: 'C2' })).to.equal('update');
      expect(stack.cloud.find('chat').inputs).to.include({ slackTeamId: 'T1', slackChannelId: 'C2' });
      expect(stack.put(CHAT, 'chat', { ...SAMPLES[CHAT], slackTeamId: 'T2', slackChannelId: 'C2' })).to.equal('update');
    });

    it('compare JSON by its data', () => {
      const role = { name: 'role', assumeRolePolicy: '{"b":1,"a":{"d":2,"c":3}}' };
      stack.put('aws:iam/role:Role', 'role', role);
      const same = { ...role, assumeRolePolicy: '{ "a": { "c": 3, "d": 2 }, "b": 1 }' };
      expect(stack.put('aws:iam/role:Role', 'role', same)).to.equal('same');
    });

    it('delete a resource with an explicit name before its replacement', () => {
      table();
      const { deletesFirst, replaces } = stack.cloud.provider.diff(TABLES, stack.recorded(TABLES, 'payments').outputs, {
        ...INDEXED,
        hashKey: 'a',
        __defaults: [],
      });
      expect({ deletesFirst, replaces }).to.deep.equal({ deletesFirst: true, replaces: ['hashKey'] });
    });

    it('set default tags on resources with tags', () => {
      table({ tags: { a: 'b' } });
      stack.cloud.provider.defaultTags = { Author: 'somebody' };
      expect(table({ tags: { a: 'b' } })).to.equal('update');
      expect(stack.recorded(TABLES, 'payments').outputs.tagsAll).to.deep.equal({ a: 'b', Author: 'somebody' });
    });
  });

  describe('generated names', () => {
    const permission = { ...SAMPLES[PERMISSION], statementId: undefined };

    it('are the logical name with a dash and seven digits, and do not change', () => {
      stack.put(PERMISSION, 'GET-payments', permission);
      const made = stack.recorded(PERMISSION, 'GET-payments').inputs.statementId;
      expect(made).to.match(/^GET-payments-[0-9a-f]{7}$/);
      expect(stack.put(PERMISSION, 'GET-payments', permission)).to.equal('same');
      expect(stack.recorded(PERMISSION, 'GET-payments').inputs.statementId).to.equal(made);
    });

    it('may have 100 characters in a permission', () => {
      stack.put(PERMISSION, 'x'.repeat(92), permission);
      expect(() => stack.put(PERMISSION, 'y'.repeat(93), permission)).to.throw('is longer than maximum length 100');
    });
  });

  describe('a snapshot', () => {
    const build = (order: 'first' | 'last') => {
      const built = new StackSimulator();
      const key = () => built.put('aws:kms/key:Key', 'key', { description: 'data', policy: policy(1) });
      if (order === 'first') key();
      built.put('aws:apigateway/restApi:RestApi', 'api', { name: 'api' });
      if (order === 'last') key();
      const { id, outputs } = built.recorded('aws:apigateway/restApi:RestApi', 'api');
      const { arn } = built.recorded('aws:kms/key:Key', 'key').outputs;
      built.put('aws:apigateway/resource:Resource', 'r', {
        restApi: id,
        parentId: outputs.rootResourceId,
        pathPart: 'p',
      });
      built.put(PERMISSION, 'p', {
        ...SAMPLES[PERMISSION],
        statementId: undefined,
        sourceArn: `${outputs.executionArn}/GET`,
      });
      built.put('aws:iam/rolePolicy:RolePolicy', 'policy', {
        ...{ role: 'role', policy: JSON.stringify({ Statement: [{ Resource: [arn, id] }] }) },
      });
      return built.cloud.snapshot();
    };

    it('does not depend on generated ids', () => {
      expect(build('first')).to.deep.equal(build('last'));
      expect(Object.keys(build('first'))).to.deep.equal([
        'apigateway:Resource api/p',
        'apigateway:RestApi api',
        'iam:RolePolicy role/policy-*',
        'kms:Key data',
        'lambda:Permission us-east-1/f/p-*',
      ]);
    });

    it('contains every different attribute', () => {
      table();
      const before = stack.cloud.snapshot();
      table({ readCapacity: 6 });
      expect(stack.cloud.snapshot()).to.not.deep.equal(before);
    });
  });
});
