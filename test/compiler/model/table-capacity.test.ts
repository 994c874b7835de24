// The capacity of a table: burst, partitions, indexes, on-demand growth, and single requests compared with steps.
// Sources: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing.html

import { expect } from 'chai';
import { TableCapacity, type TableCapacitySettings } from '../../../compiler/model/table-capacity';
import { secondsOfBurst, servesAll, unitsForBurst } from '../../../compiler/model/throughput';
import { fc } from '../../random';

const quota = { read: 40_000, write: 40_000 };

const provisioned = (read: number, write: number, indexes: TableCapacitySettings['indexes'] = {}) =>
  new TableCapacity({ table: { read, write }, indexes, quota }, 0);

const onDemand = (own = quota) => new TableCapacity({ table: undefined, indexes: {}, quota: own }, 0);

const step = (from: number) => ({ from, seconds: 1 });

describe('the provisioned capacity of a table', () => {
  it('serves 300 s of its units at once, and then its units a second', () => {
    const table = provisioned(1, 1);
    const served = (now: number) => {
      let count = 0;
      while (table.write(now, { units: 1, indexes: {} }) === undefined) count += 1;
      return count;
    };
    expect([0, 0, 10, 1000].map(served)).to.deep.equal([300, 0, 10, 300]);
    expect(table.write(1000, { units: 1, indexes: {} })).to.deep.equal({
      reason: 'TableWriteProvisionedThroughputExceeded',
      index: undefined,
    });
  });

  it('counts reads and writes separately', () => {
    const table = provisioned(1, 1);
    expect(table.read(0, { units: 300 })).to.equal(undefined);
    expect(table.read(0, { units: 0.5 })?.reason).to.equal('TableReadProvisionedThroughputExceeded');
    expect(table.write(0, { units: 300, indexes: {} })).to.equal(undefined);
  });

  it('exhausts its burst capacity after the seconds that the formula states', () => {
    const table = provisioned(1, 20);
    let second = 0;
    while (table.flowWrite(step(second), { units: 100 }).admitted === 1) second += 1;
    expect(second).to.equal(secondsOfBurst(20, 100));
    expect(secondsOfBurst(20, 20)).to.equal(Infinity);
    expect(unitsForBurst(100, 75)).to.equal(20);
  });

  it('serves the demands that it serves second by second', () => {
    const run = fc.record({ demand: fc.nat(40), seconds: fc.integer({ min: 1, max: 400 }) });
    let served = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(run, { minLength: 1, maxLength: 6 }), (units, runs) => {
        const demands = runs.flatMap(({ demand, seconds }) => Array<number>(seconds).fill(demand));
        const table = provisioned(1, units);
        const isServed = demands.every((demand, at) => table.flowWrite(step(at), { units: demand }).admitted === 1);
        expect(servesAll(units, demands)).to.equal(isServed);
        if (isServed) served += 1;
      }),
    );
    expect(served).to.be.above(0);
  });

  it('refuses a write if an index lacks capacity, without taking units of the table', () => {
    const table = provisioned(1, 10, { 'by-status': { read: 1, write: 1 } });
    const write = (units: number, ofIndex: number) =>
      table.write(0, { units, indexes: { 'by-status': { units: ofIndex } } });
    expect(write(1, 300)).to.equal(undefined);
    expect(write(1, 1)).to.deep.equal({ reason: 'IndexWriteProvisionedThroughputExceeded', index: 'by-status' });
    expect(table.state(0, 'write')).to.deep.equal({ units: 10, available: 2999 });
    expect(write(1, 0)).to.equal(undefined);
    expect(table.read(0, { units: 301, index: 'by-status' })?.reason).to.equal(
      'IndexReadProvisionedThroughputExceeded',
    );
    expect(() => table.read(0, { units: 1, index: 'other' })).to.throw('unknown index "other"');
  });

  it('limits the writes of a table to the capacity of its index', () => {
    const table = provisioned(1, 100, { 'by-status': { read: 1, write: 10 } });
    const shares = Array.from(
      { length: 120 },
      (_, at) => table.flowWrite(step(at), { units: 50, indexes: [{ index: 'by-status', units: 50 }] }).admitted,
    );
    expect(shares.indexOf(0.2)).to.equal(75);
    expect(shares.at(-1)).to.be.closeTo(0.2, 1e-9);
  });

  it('serves at most 1,000 writes and 3,000 reads a second of one partition key', () => {
    const table = provisioned(20_000, 20_000);
    const count = (take: () => unknown) => {
      let admitted = 0;
      while (take() === undefined) admitted += 1;
      return admitted;
    };
    const write = (key: string) => table.write(0, { units: 1, key, indexes: {} });
    expect(count(() => write('a'))).to.equal(1000);
    expect(write('a')?.reason).to.equal('TableWriteKeyRangeThroughputExceeded');
    expect(write('b')).to.equal(undefined);
    // An item of 20 KB takes 5 units: 600 consistent reads a second.
    expect(count(() => table.read(0, { units: 5, key: 'a' }))).to.equal(600);
  });

  it('forgets partition keys without recent requests', () => {
    const table = provisioned(1, 40_000);
    const write = (now: number, key: string) => table.write(now, { units: 1, key, indexes: {} });
    for (let key = 0; key < 10_000; key += 1) write(0, String(key));
    for (let count = 0; count < 999; count += 1) write(0, '0');
    write(0.5, 'new');
    expect(write(0.5, '0')).to.equal(undefined);
    for (let count = 0; count < 499; count += 1) write(0.5, '0');
    expect(write(0.5, '0')?.reason).to.equal('TableWriteKeyRangeThroughputExceeded');
  });

  it('serves a hot partition the unused capacity of the others, up to the maximum of a partition', () => {
    // Worked example of adaptive capacity: 400 units over 4 partitions, load 50, 50, 50 and 150.
    expect(provisioned(1, 400).flowWrite(step(0), { units: 300, hottestShare: 0.5 }).admitted).to.equal(1);
    expect(provisioned(1, 4000).flowWrite(step(0), { units: 3000, hottestShare: 0.5 }).admitted).to.be.closeTo(
      2500 / 3000,
      1e-9,
    );
  });

  it('changes when units are provisioned', () => {
    const table = provisioned(1, 10);
    table.write(0, { units: 3000, indexes: {} });
    table.provision(0, 'write', 50);
    expect(table.state(2, 'write')).to.deep.equal({ units: 50, available: 100 });
    table.provision(2, 'write', 0.1);
    expect(table.state(2, 'write')).to.deep.equal({ units: 0.1, available: 30 });
  });

  const units = fc.integer({ min: 1, max: 50 });
  const demands = fc.array(fc.nat(500), { minLength: 1, maxLength: 60, size: 'max' });

  it('is never negative, and serves at most its burst and its units', () => {
    fc.assert(
      fc.property(units, demands, (own, writes) => {
        const table = provisioned(1, own);
        const served = writes.reduce((sum, demand, second) => {
          expect(table.state(second, 'write').available).to.be.within(0, own * 300);
          return sum + demand * table.flowWrite(step(second), { units: demand }).admitted;
        }, 0);
        expect(served).to.be.at.most(own * (300 + writes.length) + 1e-6);
      }),
    );
  });

  it('does not serve fewer requests with more units', () => {
    fc.assert(
      fc.property(units, units, demands, (own, more, writes) => {
        const served = (capacity: number) => {
          const table = provisioned(1, capacity);
          return writes.reduce(
            (sum, demand, at) => sum + demand * table.flowWrite(step(at), { units: demand }).admitted,
            0,
          );
        };
        expect(served(own + more)).to.be.at.least(served(own) - 1e-6);
      }),
    );
  });

  it('serves as many single writes as writes in steps', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 100 }), (own, perSecond) => {
        const [single, stepped] = [provisioned(1, own), provisioned(1, own)];
        let [singles, steps] = [0, 0];
        for (let second = 0; second < 20; second += 1) {
          for (let count = 0; count < perSecond; count += 1)
            if (single.write(second + count / perSecond, { units: 10, indexes: {} }) === undefined) singles += 10;
          steps += perSecond * 10 * stepped.flowWrite(step(second), { units: perSecond * 10 }).admitted;
        }
        expect(singles).to.be.closeTo(steps, 10 + own);
      }),
    );
  });
});

describe('the on-demand capacity of a table', () => {
  const MINUTE = 60;

  /** Writes for some minutes; returns the least admitted share. */
  const writeFor = (table: TableCapacity, from: number, minutes: number, units: number) =>
    Math.min(
      ...Array.from({ length: minutes * MINUTE }, (_, at) => table.flowWrite(step(from + at), { units }).admitted),
    );

  it('is that of a new table at first', () => {
    const table = onDemand();
    expect(table.state(0, 'write').units).to.equal(4000);
    expect(table.state(0, 'read').units).to.equal(12_000);
    expect(writeFor(table, 0, 1, 4000)).to.equal(1);
    // The bucket still holds the units of one second.
    const shares = [0, 1].map((second) => table.flowWrite(step(MINUTE + second), { units: 8000 }).admitted);
    expect(shares).to.deep.equal([1, 0.5]);
    expect(table.write(MINUTE + 2, { units: 4001, indexes: {} })?.reason).to.equal('TableWriteAccountLimitExceeded');
  });

  it('is double the peak of 30 minutes ago, and does not decrease', () => {
    const table = onDemand();
    writeFor(table, 0, 2, 4000);
    expect(table.state(29 * MINUTE, 'write').units).to.equal(4000);
    expect(table.state(33 * MINUTE, 'write').units).to.equal(8000);
    writeFor(table, 40 * MINUTE, 2, 8000);
    expect(table.state(80 * MINUTE, 'write').units).to.equal(16_000);
    expect(table.state(5000 * MINUTE, 'write').units).to.equal(16_000);
  });

  it('stays that of a new table after a small peak', () => {
    const table = onDemand();
    writeFor(table, 0, 2, 100);
    expect(table.state(40 * MINUTE, 'write').units).to.equal(4000);
  });

  it("does not exceed the account's quota", () => {
    const table = onDemand({ read: 10_000, write: 5000 });
    writeFor(table, 0, 2, 4000);
    expect([table.state(0, 'read').units, table.state(33 * MINUTE, 'write').units]).to.deep.equal([10_000, 5000]);
  });
});
