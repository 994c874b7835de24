// The growth of the expected cost, and its sensitivity to assumptions.

import { expect } from 'chai';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import { estimateCost, expectedTotal, type System } from '../../../../compiler/estimates/cost/estimate';
import { growthOf } from '../../../../compiler/estimates/cost/growth';
import { sensitivitiesOf } from '../../../../compiler/estimates/cost/sensitivity';
import { assumed, assumedWith } from '../../../../compiler/estimates/traffic/assumptions';
import { compileProject } from '../../../spec';

function system(changes: string): System {
  const path = 'spec/case.yaml';
  const { graph, resolved, diagnostics } = compileProject(path, { [path]: `extends: production.yaml\n${changes}\n` });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return { graph, environment: resolved.expanded };
}

const posts = (rate: number) =>
  `traffic: { requestsPerSecond: ${rate}, hourlyWeights: null, routes: { post-payment: 1, get-payment: 0, get-payments: 0, refund-payment: 0, cancel-payment: 0 } }`;

describe('the expected total', () => {
  it('is that of the estimate', () => {
    const one = system(posts(50));
    expect(expectedTotal(one)?.usd).to.be.closeTo(estimateCost(one).totals.expected.usd, 1e-6);
    expect(expectedTotal(system('traffic: null'))).to.equal(undefined);
  });

  it('follows each assumption about bytes', () => {
    const one = system(posts(50));
    const base = expectedTotal(one)?.usd ?? 0;
    const { lines } = estimateCost(one);
    const cost = (part: string, rate: RegExp) =>
      lines.reduce(
        (sum, line) => sum + (line.part === part && rate.test(line.rate) ? Number(line.usd.expected) : 0),
        0,
      );
    for (const [assumption, part, rate] of [
      ['responseBytes', 'api', /^dataTransfer/],
      ['accessLogBytes', 'api.accessLogging', /^cloudwatch.logs/],
    ] as const) {
      const doubled = expectedTotal(one, assumedWith(assumption, 2 * assumed(assumption)))?.usd ?? 0;
      expect(doubled - base, assumption).to.be.closeTo(cost(part, rate), 1e-6);
      expect(doubled - base, assumption).to.be.greaterThan(1);
    }
  });
});

describe('growth', () => {
  it('begins with the traffic of the spec, and compounds', () => {
    const found = growthOf(system(posts(50)), 3, 10);
    expect(found?.months.map(({ month }) => month)).to.deep.equal([1, 2, 3]);
    expect(found?.months[0]?.requestsPerSecond).to.equal(50);
    expect(found?.months[2]?.requestsPerSecond).to.be.closeTo(60.5, 1e-9);
    expect(found?.months[2]?.total.usd).to.be.closeTo(estimateCost(system(posts(60.5))).totals.expected.usd, 1e-6);
  });

  it('compares the busiest hour with the first limit', () => {
    // The throttle of the route admits 200 requests/s.
    expect(growthOf(system(posts(150)), 12, 10)?.limit).to.deep.include({ month: 5 });
    expect(growthOf(system(posts(150)), 4, 10)?.limit).to.equal(undefined);
    const weights = `[2, ${Array.from({ length: 23 }, () => '1').join(', ')}]`;
    const uneven = growthOf(system(posts(100).replace('hourlyWeights: null', `hourlyWeights: ${weights}`)), 12, 10);
    expect(uneven?.months[0]?.busiestPerSecond).to.be.closeTo((100 * 24 * 2) / 25, 1e-9);
    expect(uneven?.limit?.month).to.equal(2);
  });

  it('names the first month above the budget of the expected cost', () => {
    const budget = (usd: number, at: string) => `${posts(50)}\nbudget: { monthlyUsd: ${usd}, at: ${at} }`;
    const [first, , third] = growthOf(system(posts(50)), 3, 10)?.months ?? [];
    const between = ((first?.total.usd ?? 0) + (third?.total.usd ?? 0)) / 2 + 50;
    expect(growthOf(system(budget(Math.ceil(between), 'EXPECTED')), 3, 10)?.budget).to.deep.include({ month: 3 });
    expect(growthOf(system(budget(1e6, 'EXPECTED')), 3, 10)?.budget).to.equal(undefined);
    expect(growthOf(system(budget(Math.ceil(between), 'FLOOR')), 3, 10)?.budget).to.equal(undefined);
  });

  it('needs traffic', () => expect(growthOf(system('traffic: null'), 3, 10)).to.equal(undefined));
});

describe('the sensitivity to assumptions', () => {
  const of = (changes: string) => new Map(sensitivitiesOf(system(changes)).map((one) => [one.assumption, one]));
  const cheap = 'tables: { payments: { expectedSizeGigabytes: 1 }, payment-events: { expectedSizeGigabytes: 1 } }\n';

  it('recomputes the cost with half and double the value', () => {
    const found = of(`${cheap}${posts(100)}`).get('functionLogBytes');
    const total = expectedTotal(system(`${cheap}${posts(100)}`))?.usd ?? 0;
    expect(found?.value).to.equal(1024);
    // The cost of the log events: double adds all of it, and half removes half of it.
    expect((found?.double ?? 0) - total).to.be.closeTo(2 * (total - (found?.half ?? 0)), 1e-6);
    expect((found?.double ?? 0) - total).to.be.greaterThan(0.05 * total);
  });

  it('omits assumptions with an influence below 5 %', () => {
    expect(of(`${cheap}${posts(0.1)}`).size).to.equal(0);
    expect(of(`${cheap}${posts(100)}`).has('responseBytes')).to.equal(false);
  });

  it('does not vary a duration that the spec states', () => {
    const names = ['payment-processor', 'payment-publisher', 'webhook-deliverer', 'reconciliation'];
    const functions = (duration: string) =>
      `functions: { ${names.map((name) => `${name}: { memorySizeMegabytes: 4096${duration} }`).join(', ')} }`;
    const without = ', expectedDurationMilliseconds: null';
    expect(of(`${cheap}${posts(100)}\n${functions(without)}`).has('durationMilliseconds')).to.equal(true);
    expect(
      of(`${cheap}${posts(100)}\n${functions(', expectedDurationMilliseconds: 25')}`).has('durationMilliseconds'),
    ).to.equal(false);
  });

  it('needs traffic', () => expect(of('traffic: null').size).to.equal(0));
});
