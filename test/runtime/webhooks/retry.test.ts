// The retry schedule: jitter, Retry-After, and the last attempt.

import { expect } from 'chai';
import { type FailedAttempt, retryDelay } from '../../../runtime/webhooks/retry';

const NOW = new Date('2026-11-30T11:00:00.000Z');

function delayOf(changes: Partial<FailedAttempt>) {
  return retryDelay({ attempt: 1, delaysSeconds: [5, 300], response: undefined, now: NOW, random: 0.5, ...changes });
}

describe('the delay of a retry', () => {
  it('follows the schedule, and is undefined after the last attempt', () => {
    expect([1, 2, 3].map((attempt) => delayOf({ attempt }))).to.deep.equal([5, 300, undefined]);
    expect(delayOf({ delaysSeconds: [] })).to.equal(undefined);
  });

  it('varies by 10 % in both directions', () => {
    const delays = [0, 0.25, 0.75, 0.999].map((random) => delayOf({ attempt: 2, random }));
    expect(delays).to.deep.equal([270, 285, 315, 330]);
  });

  it('is at least a minute after a response that asks to slow down', () => {
    for (const statusCode of [429, 502, 504]) expect(delayOf({ response: { statusCode } })).to.equal(63);
    for (const statusCode of [500, 503, 404]) expect(delayOf({ response: { statusCode } })).to.equal(5);
  });

  it('is at least that of Retry-After, as a number or a date, up to a day', () => {
    const asked = (retryAfter: string) => delayOf({ response: { statusCode: 503, retryAfter } });
    expect(asked('120')).to.equal(120);
    expect(asked('Mon, 30 Nov 2026 11:10:00 GMT')).to.equal(600);
    expect(asked('999999999')).to.equal(86_400);
    for (const useless of ['1', 'soon', '-5', 'Mon, 30 Nov 2026 10:00:00 GMT'])
      expect(asked(useless), useless).to.equal(5);
  });
});
