// Items with a time to live in a local run: they stay readable for some days after they expire, and are then deleted.

import { expect } from 'chai';
import { cleanUp, makeProject, run, specOf } from '../project';
import { steppedClock } from '../stepped-clock';
import { tableOf } from '../store-clients';

const TABLE = 'small-items-useast1-test-t';
const DAY = 86_400_000;

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
    /** Moves the clock, and waits until the deletion of an hour has ended. */
    const wait = async (days: number) => {
      clock.step(days * DAY);
      const sum = () =>
        localRun.metrics.series(metric, { statistic: 'SampleCount', periodSeconds: DAY, periods: 1 })[0];
      while (sum() === undefined) await new Promise((resolve) => setImmediate(resolve));
      return items.ids();
    };
    expect(await wait(2)).to.deep.equal(['ancient', 'later', 'none', 'soon', 'text']);
    clock.step(DAY + 7_200_000);
    while (await items.has('soon')) clock.step(3_600_000);
    expect(await items.ids()).to.deep.equal(['ancient', 'later', 'none', 'text']);
    expect(clock.now()).to.be.below(steppedClock().now() + 3.5 * DAY);
  });
});
