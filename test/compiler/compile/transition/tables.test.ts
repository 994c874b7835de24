// Deployments to a deployed table: capacity, time to live, indexes, replicas.

import { expect } from 'chai';
import { formatPath } from '../../../../compiler/source/spec-node';
import { planned, planOver, refusalsOf } from './stacks';

const TABLE = 'aws:dynamodb/table:Table';

/** A table with other fields. */
const table = (fields = '', more = '') => `${more}tables:\n  t:\n    partitionKey: { name: id }\n${fields}`;

const INDEX = (name: string) => `${name}: { partitionKey: { name: ${name}-key } }`;
const SCALED = '{ autoscaling: { minimum: 5, maximum: 50 } }';
const scaled = (...indexes: string[]) =>
  table(
    `    billingMode: PROVISIONED\n    capacity: { read: ${SCALED}, write: ${SCALED} }\n    indexes: { ${indexes.map(INDEX).join(', ')} }\n`,
  );
const onDemand = (...indexes: string[]) => table(`    indexes: { ${indexes.map(INDEX).join(', ')} }\n`);
const deployedIndex = (name: string, units: number) => ({ name, readCapacity: units, writeCapacity: units });

describe('a deployment over a table', () => {
  describe('with autoscaled capacity', () => {
    const capacitiesOf = (transition: ReturnType<typeof planOver>) => {
      const { inputs } = planned(transition, TABLE, 't');
      const indexes = inputs.globalSecondaryIndexes as readonly { name: string; readCapacity: number }[];
      return Object.fromEntries(indexes.map(({ name, readCapacity }) => [name, readCapacity]));
    };

    it('keeps the capacity of each index by name, in any order and with new and dropped indexes', () => {
      const living = {
        globalSecondaryIndexes: [
          deployedIndex('index-c', 30),
          deployedIndex('index-b', 20),
          deployedIndex('index-a', 40),
        ],
      };
      const over = (...indexes: string[]) =>
        capacitiesOf(planOver(scaled('index-a', 'index-b', 'index-c'), scaled(...indexes), { t: living }));
      expect(over('index-a', 'index-b', 'index-c')).to.deep.equal({ 'index-a': 40, 'index-b': 20, 'index-c': 30 });
      expect(over('index-b', 'index-c')).to.deep.equal({ 'index-b': 20, 'index-c': 30 });
      expect(over('new', 'index-c')).to.deep.equal({ new: 5, 'index-c': 30 });
    });

    it('keeps a deployed capacity within the minimum and maximum of the spec', () => {
      const living = { globalSecondaryIndexes: [deployedIndex('index-a', 400), deployedIndex('index-b', 1)] };
      expect(
        capacitiesOf(planOver(scaled('index-a', 'index-b'), scaled('index-a', 'index-b'), { t: living })),
      ).to.deep.equal({ 'index-a': 50, 'index-b': 5 });
    });

    it('ignores capacity changes of the table, but not of indexes', () => {
      const { inputs, ignoreChanges } = planned(
        planOver(scaled('index-a'), scaled('index-a'), { t: { readCapacity: 17 } }),
        TABLE,
        't',
      );
      expect(ignoreChanges).to.deep.equal(['readCapacity', 'writeCapacity']);
      expect(inputs.readCapacity).to.equal(17);
    });

    it('starts at the minimum, without ignored changes, if the deployed table is on demand', () => {
      const living = {
        billingMode: 'PAY_PER_REQUEST',
        readCapacity: 0,
        globalSecondaryIndexes: [deployedIndex('index-a', 0)],
      };
      const transition = planOver(onDemand('index-a'), scaled('index-a'), { t: living });
      const { inputs, ignoreChanges } = planned(transition, TABLE, 't');
      expect(ignoreChanges).to.deep.equal([]);
      expect([inputs.readCapacity, inputs.writeCapacity]).to.deep.equal([5, 5]);
      expect(capacitiesOf(transition)).to.deep.equal({ 'index-a': 5 });
    });
  });

  describe('with time to live', () => {
    const timeToLive = (attribute: string) => table(`    timeToLiveAttribute: ${attribute}\n`);

    it('disables it if the spec no longer names an attribute', () => {
      const { inputs } = planned(planOver(timeToLive('expires_at'), table()), TABLE, 't');
      expect(inputs.ttl).to.deep.equal({ enabled: false, attributeName: 'expires_at' });
    });

    it('omits it after it is disabled', () => {
      const off = { ttl: { enabled: false, attributeName: '' } };
      expect(planned(planOver(table(), table(), { t: off }), TABLE, 't').inputs.ttl).to.equal(undefined);
    });

    it('refuses another attribute, with the location of the field', () => {
      const { refusals } = planOver(timeToLive('expires_at'), timeToLive('purge_at'));
      expect(refusals.map(({ part, fix }) => [formatPath(part), fix])).to.deep.equal([
        [
          'tables.t.timeToLiveAttribute',
          'remove timeToLiveAttribute, deploy, wait an hour, then set the new attribute and deploy again',
        ],
      ]);
      expect(refusalsOf(planOver(timeToLive('expires_at'), timeToLive('expires_at')))).to.deep.equal([]);
    });
  });

  describe('with indexes', () => {
    it('refuses to drop all indexes, with the command for each', () => {
      const { refusals } = planOver(onDemand('index-a', 'index-b'), table());
      expect(refusals.map(({ part }) => formatPath(part))).to.deep.equal(['tables.t.indexes']);
      expect(refusals[0]?.fix).to.match(/--table-name p-t .*"IndexName":"index-a".* ; aws .*"IndexName":"index-b"/);
    });

    it('drops some indexes', () => {
      expect(refusalsOf(planOver(onDemand('index-a', 'index-b'), onDemand('index-b')))).to.deep.equal([]);
      expect(refusalsOf(planOver(table(), table()))).to.deep.equal([]);
    });
  });

  describe('with replicas', () => {
    const replicated = table('    deletionProtection: false\n    replicas: { us-west-2: {} }\n');
    const living = (fields: object = {}) => ({
      t: { replicas: [{ regionName: 'us-west-2', kmsKeyArn: '', deletionProtectionEnabled: false, ...fields }] },
    });

    it('keeps the stream when the last replica is removed, and removes it in the next deployment', () => {
      const { inputs } = planned(planOver(replicated, table(), living()), TABLE, 't');
      expect([inputs.streamEnabled, inputs.streamViewType]).to.deep.equal([true, 'NEW_AND_OLD_IMAGES']);
      const later = planned(planOver(replicated, table(), { t: { replicas: [] } }), TABLE, 't').inputs;
      expect([later.streamEnabled, later.streamViewType]).to.deep.equal([undefined, undefined]);
      expect(planned(planOver(table(), table()), TABLE, 't').inputs.streamEnabled).to.equal(undefined);
    });

    it('refuses to remove a replica with deletion protection', () => {
      expect(refusalsOf(planOver(replicated, table(), living({ deletionProtectionEnabled: true })))).to.deep.equal([
        'tables.t.replicas.us-west-2: DynamoDB cannot remove the replica in us-west-2 while it has deletion protection',
      ]);
      expect(refusalsOf(planOver(replicated, table(), living()))).to.deep.equal([]);
    });

    it('refuses to remove the key of a replica', () => {
      expect(refusalsOf(planOver(replicated, replicated, living({ kmsKeyArn: 'arn:key' })))).to.deep.equal([
        'tables.t.replicas.us-west-2: the replica in us-west-2 would stay encrypted with arn:key',
      ]);
    });
  });
});

describe('a deployment over a table with other key types', () => {
  const table = (key: string, index: string) =>
    `tables: { t: { partitionKey: { name: id, type: ${key} }, indexes: { by-day: { partitionKey: { name: day, type: ${index} } } } } }\n`;

  it('is refused for the table and for the index', () => {
    const reason = (name: string) => `DynamoDB cannot change the type of the key attribute "${name}" from S to N`;
    expect(refusalsOf(planOver(table('S', 'S'), table('N', 'S')))).to.deep.equal([
      `tables.t.partitionKey.type: ${reason('id')}`,
    ]);
    expect(refusalsOf(planOver(table('S', 'S'), table('S', 'N')))).to.deep.equal([
      `tables.t.indexes.by-day.partitionKey.type: ${reason('day')}`,
    ]);
  });

  it('is allowed if the types are unchanged', () => {
    expect(refusalsOf(planOver(table('S', 'N'), table('S', 'N')))).to.deep.equal([]);
  });
});
