// Items with a time to live in a local run: they stay readable for some days after they expire, and are then deleted.

import { expect } from 'chai';
import { cleanUp, makeProject, run, specOf } from '../project';
import { steppedClock } from '../stepped-clock';
import { tableOf } from '../store-clients';

const TABLE = 'small-items-useast1-test-t';
const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('items with a time to live', () => {
  afterEach(cleanUp);

  it('are deleted two days after they expire, without others', async () => {
    const project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200 });',
      'spec/test.yaml': specOf(
        ['one'],
        'tables: { items: { partitionKey: { name: id, type: S }, timeToLiveAttribute: end } }\n',
      ),
    });
    const clock = steppedClock();
    const localRun = await run(project.compile(), { root: project.root, clock });
    const items = tableOf(localRun, TABLE);
    const end = (days: number) => ({ N: String(Math.floor((clock.now() + days * DAY) / 1000)) });
    await items.putItem({ id: { S: 'soon' }, end: end(1) });
    await items.putItem({ id: { S: 'later' }, end: end(4) });
    await items.putItem({ id: { S: 'ancient' }, end: end(-6 * 365) });
    await items.putItem({ id: { S: 'text' }, end: { S: 'never' } });
    await items.putItem({ id: { S: 'none' } });
    const metric = {
      namespace: 'AWS/DynamoDB',
      name: 'TimeToLiveDeletedItemCount',
      dimensions: { TableName: TABLE },
    };
    const begun = clock.now();
    const runs = () => localRun.metrics.statistic(metric, 'SampleCount', begun / 1000, clock.now() / 1000 + 60) ?? 0;
    /** Moves the clock by hours, and waits until a deletion has ended. The stand-in deletes while the clock stands still. */
    const step = async (hours: number) => {
      const before = runs();
      clock.step(hours * HOUR);
      while (runs() === before) await new Promise((resolve) => setImmediate(resolve));
    };
    /** The items after a deletion at a time, in hours after the start. */
    const idsAt = async (hours: number) => {
      await step(hours - 1 - (clock.now() - begun) / HOUR);
      await step(1);
      return items.ids();
    };
    expect(await idsAt(71)).to.deep.equal(['ancient', 'later', 'none', 'soon', 'text']);
    expect(await idsAt(73)).to.deep.equal(['ancient', 'later', 'none', 'text']);
  });
});
