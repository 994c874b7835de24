// The number of instances that the local run starts for a function.

import { availableParallelism } from 'node:os';
import { expect } from 'chai';
import { createInstancePool } from '../../../../compiler/local/functions/instance-pool';

const INSTANCE = { alive: true, call: async () => '', stop: async () => {} };

describe('the instances of a function', () => {
  it('do not increase for calls that end before another instance could start', async () => {
    let started = 0;
    const pool = createInstancePool(async () => {
      started += 1;
      return INSTANCE;
    }, 100);
    await pool.warm();
    const calls = Array.from({ length: 1_000 }, () => pool.use((instance) => instance.call({} as never)));
    expect(await Promise.all(calls)).to.have.lengthOf(1_000);
    expect(started).to.be.at.most(availableParallelism());
  });

  it('do not increase for calls that end before twice the time of a start', async () => {
    let started = 0;
    const pool = createInstancePool(async () => {
      started += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { ...INSTANCE };
    }, 100);
    for (let processor = 0; processor < availableParallelism(); processor += 1) await pool.warm();
    const call = () => new Promise((resolve) => setTimeout(resolve, 120));
    await Promise.all(Array.from({ length: availableParallelism() + 1 }, () => pool.use(call)));
    expect(started).to.equal(availableParallelism());
  });

  it('increase up to the concurrency for calls that do not end', async () => {
    let started = 0;
    const concurrency = availableParallelism() + 3;
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const pool = createInstancePool(async () => {
      started += 1;
      if (started === concurrency) end();
      return INSTANCE;
    }, concurrency);
    await pool.warm();
    await Promise.all(Array.from({ length: concurrency + 2 }, () => pool.use(() => ended)));
    expect(started).to.equal(concurrency);
  });

  it('start at most one for each processor at the same time', async () => {
    let starting = 0;
    let most = 0;
    const pool = createInstancePool(async () => {
      starting += 1;
      most = Math.max(most, starting);
      await new Promise((resolve) => setTimeout(resolve, 120));
      starting -= 1;
      return INSTANCE;
    }, 100);
    await pool.warm();
    const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
    await Promise.all(Array.from({ length: 12 }, () => pool.use(pause)));
    expect(most).to.be.at.most(availableParallelism());
  });

  it('start again for each waiting call after a start has failed', async () => {
    let isBroken = false;
    const pool = createInstancePool(async () => {
      if (isBroken) throw new Error('does not start');
      return { ...INSTANCE, alive: false };
    }, 1);
    await pool.warm();
    isBroken = true;
    const calls = Array.from({ length: 3 }, () => pool.use((instance) => instance.call({} as never)));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'rejected']);
  });
});
