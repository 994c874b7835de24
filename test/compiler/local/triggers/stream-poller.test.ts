// The delivery of the changes of tables to functions.

import { expect } from 'chai';
import { type Received, type TriggerRecord, type TriggerRun, withTriggers } from './trigger-run';

const spec = (trigger = '', view = 'NEW_AND_OLD_IMAGES') => `
tables: { items: { partitionKey: { name: id }, timeToLiveAttribute: expires_at, stream: ${view} } }
queues: { failures: { messageRetentionSeconds: 1209600 } }
functions:
  worker: { entry: functions/worker.ts, triggers: { changes: { table: items, startingPosition: TRIM_HORIZON, onFailure: failures${trigger} } } }
`;
const TableName = 'small-items-useast1-test-t';
const put = ({ dynamodb }: TriggerRun, id: string, v: string) =>
  dynamodb('PutItem', { TableName, Item: { id: { S: id }, v: { N: v } } });
const labelOf = ({ dynamodb: { NewImage } }: TriggerRecord) => `${NewImage?.id?.S}${NewImage?.v?.N}`;
const labelsOf = ({ Records }: Received) => Records.map(labelOf);
const all = ({ events }: TriggerRun) => events.flatMap(({ Records }) => Records);

describe('the delivery of changes', () => {
  it('has a record for each write that changes an item, in the order of the writes', () =>
    withTriggers(
      spec(),
      () => undefined,
      async (run) => {
        await put(run, 'a', '1');
        await put(run, 'a', '1');
        const Key = { id: { S: 'a' } };
        const update = {
          TableName,
          Key,
          UpdateExpression: 'SET v = :v',
          ExpressionAttributeValues: { ':v': { N: '2' } },
        };
        await run.dynamodb('UpdateItem', update);
        await run.dynamodb('UpdateItem', update);
        await run.dynamodb('DeleteItem', { TableName, Key });
        await run.dynamodb('DeleteItem', { TableName, Key });
        await run.pass(0);
        const seen = all(run).map(({ eventName, dynamodb: { OldImage, NewImage } }) => [
          eventName,
          OldImage?.v,
          NewImage?.v,
        ]);
        expect(seen).to.deep.equal([
          ['INSERT', undefined, { N: '1' }],
          ['MODIFY', { N: '1' }, { N: '2' }],
          ['REMOVE', { N: '2' }, undefined],
        ]);
        const numbers = all(run).map(({ dynamodb }) => BigInt(dynamodb.SequenceNumber));
        expect(numbers).to.deep.equal([...numbers].sort());
        expect(all(run)[0]?.dynamodb.ApproximateCreationDateTime).to.equal(run.clock.now() / 1000);
      },
    ));

  it('leaves out writes that fail', () =>
    withTriggers(
      spec(),
      () => undefined,
      async (run) => {
        await put(run, 'a', '1');
        const Item = { id: { S: 'a' }, v: { N: '9' } };
        const failing = run.dynamodb('PutItem', { TableName, Item, ConditionExpression: 'attribute_not_exists(id)' });
        expect(await failing.catch(() => 'failed')).to.equal('failed');
        await run.pass(0);
        expect(all(run)).to.have.length(1);
      },
    ));

  const VIEWS = { KEYS_ONLY: [false, false], NEW_IMAGE: [false, true], OLD_IMAGE: [true, false] } as const;
  for (const [view, images] of Object.entries(VIEWS))
    it(`has the images of the view ${view}`, () =>
      withTriggers(
        spec('', view),
        () => undefined,
        async (run) => {
          await put(run, 'a', '1');
          await put(run, 'a', '2');
          await run.pass(0);
          const { OldImage, NewImage, Keys } = all(run)[1]?.dynamodb ?? {};
          expect([OldImage !== undefined, NewImage !== undefined, Keys]).to.deep.equal([...images, { id: { S: 'a' } }]);
        },
      ));

  it('names the service that deletes expired items', () =>
    withTriggers(
      spec(),
      () => undefined,
      async (run) => {
        const expires_at = { N: `${run.clock.now() / 1000 - 5 * 86_400 + 60}` };
        await run.dynamodb('PutItem', { TableName, Item: { id: { S: 'a' }, expires_at } });
        run.clock.step(3 * 86_400_000);
        await run.deleteExpired();
        await run.pass(0);
        expect(all(run).at(-1)?.userIdentity).to.deep.equal({ type: 'Service', principalId: 'dynamodb.amazonaws.com' });
      },
    ));

  it('delivers from the first failed record again, and keeps the order', () =>
    withTriggers(
      spec(),
      ({ Records }, invocation) =>
        invocation === 1 ? { batchItemFailures: [{ itemIdentifier: Records[1]?.dynamodb.SequenceNumber }] } : undefined,
      async (run) => {
        await run.dynamodb('BatchWriteItem', {
          RequestItems: {
            [TableName]: ['a', 'b', 'c'].map((S) => ({ PutRequest: { Item: { id: { S }, v: { N: '1' } } } })),
          },
        });
        await run.pass(3);
        expect(run.events).to.have.length.of.at.least(2);
        const values = run.events.map(labelsOf);
        expect(new Set(values.flat())).to.deep.equal(new Set(['a1', 'b1', 'c1']));
        expect(values.at(-1)).to.deep.equal(values[0]?.slice(1));
      },
    ));

  it('splits a failing batch until one record is left, and describes that record without its data', () =>
    withTriggers(
      spec(', maximumBatchingWindowSeconds: 2, maximumRetryAttempts: 1'),
      ({ Records }) => {
        if (Records.some((record) => labelOf(record) === 'b1')) throw new Error('poison');
      },
      async (run) => {
        for (const id of ['a', 'b', 'c', 'd']) await put(run, id, '1');
        await run.pass(60);
        const done = run.events.filter(({ Records }) => Records.every((record) => labelOf(record) !== 'b1'));
        expect(done.flatMap(labelsOf)).to.deep.equal(['a1', 'c1', 'd1']);
        expect(run.events.filter((event) => labelsOf(event).join() === 'b1')).to.have.length(2);
        const messages = run.bodies('failures').map((body) => JSON.parse(body));
        expect(messages).to.have.length(1);
        expect(messages[0].requestContext).to.include({
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 2,
        });
        expect(messages[0].responseContext).to.include({ functionError: 'Unhandled' });
        expect(messages[0].DDBStreamBatchInfo).to.include({ batchSize: 1 });
        expect(JSON.stringify(messages)).to.not.include('NewImage');
        expect(run.counts()['given up']).to.equal(1);
        const ofB = run.deliveries().filter(({ delivery }) => delivery.failed > 0);
        expect(
          ofB.map(({ delivery: { records, outcome, attempt, isPart } }) => [records, outcome, attempt, isPart]),
        ).to.deep.equal([
          [4, 'failed', 1, false],
          [2, 'failed', 2, true],
          [1, 'failed', 3, true],
          [1, 'failed', 4, true],
          [1, 'given up', 2, false],
        ]);
      },
    ));

  it('gives up records that are too old', () =>
    withTriggers(
      spec(', maximumRecordAgeSeconds: 60'),
      () => {
        throw new Error('down');
      },
      async (run) => {
        await put(run, 'a', '1');
        await run.pass(40);
        const [before] = run.triggers.states()[0]?.shards ?? [];
        expect(before).to.deep.equal({ waiting: 1, ageSeconds: 40, checkpoint: '100000000000000000000' });
        await run.pass(60);
        const [position] = run.triggers.states()[0]?.shards ?? [];
        expect(position).to.deep.equal({ waiting: 0, ageSeconds: 0, checkpoint: '100000000000000000001' });
        const [body = '{}'] = run.bodies('failures');
        expect(JSON.parse(body).requestContext?.condition).to.equal('RecordAgeExceeded');
      },
    ));

  it('keeps the order of a key with several batches at a time', () =>
    withTriggers(
      spec(', parallelizationFactor: 4, batchSize: 2'),
      () => undefined,
      async (run) => {
        for (const v of ['1', '2', '3', '4', '5']) for (const id of ['a', 'b', 'c']) await put(run, id, v);
        await run.pass(2);
        for (const id of ['a', 'b', 'c'])
          expect(
            all(run)
              .map(labelOf)
              .filter((value) => value.startsWith(id)),
          ).to.deep.equal(['1', '2', '3', '4', '5'].map((v) => id + v));
      },
    ));

  it('delivers only the records that a filter wants', () =>
    withTriggers(
      spec(', filters: [{ eventName: [INSERT], dynamodb: { NewImage: { id: { S: [{ prefix: a }] } } } }]'),
      () => undefined,
      async (run) => {
        for (const id of ['a', 'b', 'a']) await put(run, id, `${run.clock.now()}`);
        await put(run, 'a', '2');
        await run.pass(0);
        expect(all(run)).to.have.length(1);
      },
    ));

  it('begins with the next change at the position LATEST', () =>
    withTriggers(
      spec().replace('TRIM_HORIZON', 'LATEST'),
      () => undefined,
      async (run) => {
        await put(run, 'a', '1');
        await run.pass(0);
        expect(all(run).map(labelOf)).to.deep.equal(['a1']);
      },
    ));
});
