// The stand-in for AWS is one cloud: autoscaling, physical identities and snapshots. The tests do not need the engine.

import { expect } from 'chai';
import { readDeclarations } from './declarations';
import { objectsOf, type Properties } from './properties';
import { INDEXED, index, policy, SAMPLES, TABLE } from './samples';
import { StackSimulator } from './stack-simulator';

const TABLES = 'aws:dynamodb/table:Table';
const VAULT = 'aws:backup/vault:Vault';
const ACCOUNT = 'aws:apigateway/account:Account';
const SUBSCRIPTION = 'aws:sns/topicSubscription:TopicSubscription';
const TARGET = 'aws:appautoscaling/target:Target';
const PERMISSION = 'aws:lambda/permission:Permission';

describe('the cloud of the stand-in for AWS', () => {
  let stack: StackSimulator;
  before(() => {
    readDeclarations();
  });
  beforeEach(() => {
    stack = new StackSimulator();
  });
  const table = (changes: Properties = {}) => stack.put(TABLES, 'payments', { ...INDEXED, ...changes });
  const living = () => stack.cloud.find('payments').inputs;
  const capacities = (inputs: Properties) =>
    Object.fromEntries(objectsOf(inputs.globalSecondaryIndexes).map((item) => [item.name, item.readCapacity]));
  const register = (resourceId: string, dimension: string, minCapacity: number, maxCapacity: number) =>
    stack.put(TARGET, `${resourceId} ${dimension}`, {
      ...{ serviceNamespace: 'dynamodb', resourceId, scalableDimension: `dynamodb:${dimension}CapacityUnits` },
      ...{ minCapacity, maxCapacity },
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
