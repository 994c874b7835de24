// The stand-in for AWS has the unexpected behaviour of the real provider. The tests do not need the engine.

import { expect } from 'chai';
import { KINDS } from '../../../compiler/graph/kinds/kinds';
import { managedKeyArn } from './behaviour';
import { readDeclarations } from './declarations';
import { BEHAVIOURS } from './kinds';
import { objectsOf, type Properties } from './properties';
import { INDEXED, index, SAMPLES, TABLE } from './samples';
import { StackSimulator } from './stack-simulator';

const TABLES = 'aws:dynamodb/table:Table';
const VAULT = 'aws:backup/vault:Vault';
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
});
