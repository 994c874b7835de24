// The changes of tables in a data directory: a later run delivers those that the earlier one did not.

import { expect } from 'chai';
import { cleanUp, makeFolder } from '../project';
import { type Received, type TriggerRun, withTriggers } from './trigger-run';

const spec = (position: string, more = '') => `
tables: { items: { partitionKey: { name: id }, stream: NEW_AND_OLD_IMAGES } }
queues: { failures: { messageRetentionSeconds: 1209600 } }
functions:
  worker: { entry: functions/worker.ts, triggers: { changes: { table: items, startingPosition: ${position}, onFailure: failures${more} } } }
`;
const put = ({ dynamodb }: TriggerRun, id: string) =>
  dynamodb('PutItem', { TableName: 'small-items-useast1-test-t', Item: { id: { S: id } } });
const idsOf = ({ Records }: Received) => Records.map(({ dynamodb }) => dynamodb.NewImage?.id?.S);

describe('the changes of tables in a data directory', () => {
  let data: string;
  beforeEach(() => {
    data = makeFolder();
  });
  afterEach(cleanUp);

  /** Runs with the data of the earlier runs. Returns the delivered ids of each batch. */
  async function runWith(yaml: string, writes: readonly string[], isFailing = false): Promise<unknown[]> {
    let delivered: unknown[] = [];
    const answer = (event: Received) => {
      if (isFailing) throw new Error('not yet');
      delivered.push(idsOf(event));
    };
    await withTriggers(
      yaml,
      answer,
      async (run) => {
        for (const id of writes) await put(run, id);
        await run.pass(1);
        if (isFailing) delivered = run.events.map(idsOf);
      },
      data,
    );
    return delivered;
  }

  for (const position of ['TRIM_HORIZON', 'LATEST'])
    it(`are delivered by the next run if this one did not, from ${position}`, async () => {
      expect(await runWith(spec(position), ['a'])).to.deep.equal([['a']]);
      expect((await runWith(spec(position), ['b', 'c'], true)).flat()).to.include('b');
      // The next run reads after the last record that was done, and numbers its own records after them.
      expect((await runWith(spec(position), ['d'])).flat()).to.deep.equal(['b', 'c', 'd']);
      expect(await runWith(spec(position), [])).to.deep.equal([]);
    });

  it('are delivered from the oldest to a new trigger, and not to one that is only edited', async () => {
    await runWith(spec('TRIM_HORIZON'), ['a', 'b']);
    expect(await runWith(spec('TRIM_HORIZON', ', batchSize: 7'), [])).to.deep.equal([]);
    const without = spec('TRIM_HORIZON').replace(/, triggers.*/, ' }');
    expect(await runWith(without, ['c'])).to.deep.equal([]);
    expect((await runWith(spec('TRIM_HORIZON'), [])).flat()).to.deep.equal(['a', 'b', 'c']);
  });

  it('end with their stream', async () => {
    await runWith(spec('TRIM_HORIZON'), ['a'], true);
    const other = spec('TRIM_HORIZON').replace('NEW_AND_OLD_IMAGES', 'NEW_IMAGE');
    expect(await runWith(other, ['b'])).to.deep.equal([['b']]);
    expect(await runWith(spec('TRIM_HORIZON'), ['c'])).to.deep.equal([['c']]);
  });
});
