// The rates of a failing stream, against the reader of the local run, which delivers single batches.

import { expect } from 'chai';
import { chainOf } from '../../../../../compiler/estimates/simulation/events/stream-events';
import { type ReaderSettings, type StreamEntry, StreamReader } from '../../../../../compiler/model/stream-reader';
import { randomFrom } from '../../../../random';

const DURATION = 0.5;
const BATCH = 10;

/** The deliveries of a reader until a time. */
interface Delivered {
  readonly invocations: number;
  readonly done: number;
  /** The times at which batches are given up. */
  readonly givenUp: readonly number[];
}

/** Reads a stream whose function fails with a probability. */
function read(settings: Partial<ReaderSettings>, failing: number, seconds: number): Delivered {
  const random = randomFrom(7);
  const reader = new StreamReader<StreamEntry>({
    ...{ batchSize: BATCH, windowSeconds: 0, bisects: false, maximumRetries: 3, maximumAgeSeconds: undefined },
    ...settings,
  });
  let sequence = 0;
  let [now, invocations, done] = [0, 0, 0];
  const givenUp: number[] = [];
  while (now < seconds) {
    // The stream always has another batch.
    while (reader.pending.length < 2 * BATCH) reader.add({ sequence: ++sequence, at: now, bytes: 1 });
    givenUp.push(...reader.giveUp(now).map(() => now));
    const batch = reader.next(now);
    if (batch === undefined) {
      now = Math.max(now, reader.dueAt(now) ?? now);
      continue;
    }
    now += DURATION;
    invocations += 1;
    const isDone = random() >= failing;
    if (isDone) done += batch.entries.length;
    reader.settle(now, isDone ? { is: 'done' } : { is: 'failed' });
  }
  return { invocations, done, givenUp };
}

describe('the changes of a failing stream', () => {
  for (const failing of [0.2, 0.5, 0.8, 1])
    it(`are delivered and given up as often as the reader of the local run does, at ${failing * 100} % failures`, () => {
      const seconds = 60_000;
      const { invocations, done, givenUp } = read({}, failing, seconds);
      const chain = chainOf({ maximumRetryAttempts: 3, maximumRecordAgeSeconds: undefined }, failing, DURATION);
      const chains = seconds / chain.seconds;
      expect(invocations / (chains * chain.invocations)).to.be.closeTo(1, 0.05);
      expect(done / (chains * (1 - chain.givenUp) * BATCH || 1)).to.be.closeTo(failing === 1 ? 0 : 1, 0.05);
      expect(givenUp.length / (chains * chain.givenUp)).to.be.closeTo(1, 0.15);
    });

  it('are given up for the first time after the same time', () => {
    for (const maximumRetries of [0, 1, 5, 10]) {
      const { givenUp } = read({ maximumRetries }, 1, 1000);
      const limits = { maximumRetryAttempts: maximumRetries, maximumRecordAgeSeconds: undefined };
      expect(givenUp[0], `${maximumRetries} retries`).to.be.closeTo(chainOf(limits, 1, DURATION).givenUpAfter, 1e-9);
    }
  });
});
