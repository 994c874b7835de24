// The time at which customers notice an incident, and the longest time until a page.

import { expect } from 'chai';
import { noticedAt } from '../../../../compiler/estimates/incidents/impact';
import { pageBound } from '../../../../compiler/estimates/incidents/page-bound';

const REQUESTS = Array.from({ length: 200 }, () => 100);
const SLO = { availabilityPercent: 99.9, latencyMilliseconds: 300, latencyPercent: 99 };

/** A column of the API that has a value in some seconds, and 0 in the others. */
function column(what: string, value: number, from: number, seconds: number) {
  const values = new Float64Array(REQUESTS.length).fill(value, from, from + seconds);
  return { part: 'api', what, unit: 'requests', values } as const;
}

describe('the time at which customers notice', () => {
  const failing = (value: number, from: number, seconds: number) =>
    noticedAt({ columns: [column('failed', value, from, seconds)] }, REQUESTS, undefined, 20);

  it('is the first second of a minute in which more than 1 % of the requests fail', () => {
    expect(failing(1.01, 50, 60)).to.equal(50);
    expect(failing(1, 50, 60)).to.equal(undefined);
    expect(failing(100, 50, 59)).to.equal(undefined);
  });

  it('requires a minute without a good second', () => {
    const [first, second] = [column('failed', 100, 40, 40).values, column('failed', 100, 81, 40).values];
    const values = first.map((value, at) => value + (second[at] ?? 0));
    const columns = [{ ...column('failed', 0, 0, 0), values }];
    expect(noticedAt({ columns }, REQUESTS, undefined, 20)).to.equal(undefined);
  });

  it('is not before the incident', () => {
    expect(failing(100, 0, 80)).to.equal(20);
    expect(failing(100, 0, 79)).to.equal(undefined);
  });

  it('includes slow responses if the spec has an objective for latency', () => {
    const slow = (latency: number, slo?: typeof SLO) =>
      noticedAt({ columns: [column('latency p99', latency, 40, 60)] }, REQUESTS, slo, 0);
    expect([slow(301, SLO), slow(300, SLO), slow(301)]).to.deep.equal([40, undefined, undefined]);
  });

  it('includes a minute with failures and slow responses in turn', () => {
    const columns = [column('failed', 5, 40, 30), column('latency p99', 400, 70, 30)];
    expect(noticedAt({ columns }, REQUESTS, SLO, 0)).to.equal(40);
  });
});

describe('the longest time until a page', () => {
  it('is 5 min without an objective, or if 2 % of its error budget take less', () => {
    expect(pageBound(undefined)).to.equal(300);
    expect(pageBound(SLO)).to.equal(300);
  });

  it('is the time in which a full outage uses 2 % of the error budget of 30 days', () => {
    // 2 % of 1 % of 2,592,000 s.
    expect(pageBound({ ...SLO, availabilityPercent: 99 })).to.equal(518);
  });
});
