// Advice about costs: the billing mode of tables on both sides of the break-even, a cache that cannot pay, and the retention of log events.

import { expect } from 'chai';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import { adviceOn } from '../../../../compiler/estimates/cost/advice/advise';
import { breakEven } from '../../../../compiler/estimates/cost/advice/capacity';
import { PRICED_REGIONS } from '../../../../compiler/estimates/cost/prices/rates';
import { compileProject } from '../../../spec';

/** The advice for a spec of spec/ with changes, by the field. */
function advice(base: string, changes: string) {
  const path = 'spec/case.yaml';
  const { graph, resolved, diagnostics } = compileProject(path, { [path]: `extends: ${base}.yaml\n${changes}\n` });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return new Map(
    adviceOn({ graph, environment: resolved.expanded }).map(({ field, ...one }) => [field.join('.'), one]),
  );
}

const posts = (rate: number) =>
  `traffic: { requestsPerSecond: ${rate}, hourlyWeights: null, routes: { post-payment: 1, get-payment: 0, get-payments: 0, refund-payment: 0, cancel-payment: 0 } }`;
const MODE = 'tables.payments.billingMode';

describe('advice about costs', () => {
  it('needs expected traffic', () => expect(advice('production', 'traffic: null').size).to.equal(0));

  it('is sorted by the saving, and omits savings below one dollar', () => {
    const savings = [...advice('production', posts(12)).values()].map(({ usd }) => usd);
    expect(savings.length).to.be.greaterThan(1);
    expect(savings).to.deep.equal([...savings].sort((a, b) => b - a));
    expect(Math.min(...savings)).to.be.at.least(1);
  });

  describe('on the billing mode of a table', () => {
    it('has the break-even of 28.9 % in each Region with prices', () => {
      for (const region of PRICED_REGIONS) expect(breakEven(region) * 100, region).to.be.closeTo(28.9, 0.1);
    });

    it('prefers on demand below the break-even', () => {
      // 180 units of the table and of two indexes, and 50 units for reads; 20 writes/s use 11 % of the write units.
      const found = advice('production', posts(20)).get(MODE);
      const provisioned = 3 * 730 * (180 * 0.00065 + 50 * 0.00013);
      const onDemand = (3 * 20 * 730 * 3600 * 0.625) / 1e6;
      expect(found?.what).to.equal('set billingMode of table payments to PAY_PER_REQUEST');
      expect(found?.usd).to.be.closeTo(provisioned - onDemand, 0.01);
      expect(found?.condition).to.match(/requests use 10\.5 % of the capacity; on demand costs less below 28\.9 %$/);
    });

    it('keeps capacity above the break-even', () => {
      expect(advice('production', posts(100)).get(MODE)).to.equal(undefined);
    });

    it('prefers autoscaled capacity for steady traffic', () => {
      const found = advice('development', posts(100)).get(MODE);
      // 143 units at a target of 70 %, and 1 unit for reads, of the table and of two indexes.
      const onDemand = (3 * 100 * 730 * 3600 * 0.625) / 1e6;
      const provisioned = 3 * 730 * (143 * 0.00065 + 0.00013);
      expect(found?.what).to.equal('set billingMode of table payments to PROVISIONED');
      expect(found?.usd).to.be.closeTo(onDemand - provisioned, 0.01);
    });
  });

  describe('on the cache', () => {
    const reads = (rate: number) =>
      `traffic: { requestsPerSecond: ${rate}, hourlyWeights: null, routes: { get-payments: 1, get-payment: 0, post-payment: 0, refund-payment: 0, cancel-payment: 0 } }`;

    it('removes a cache whose hits cannot pay for it', () => {
      const found = advice('pr1234', posts(50)).get('api.cache');
      expect(found?.usd).to.be.closeTo(14.6, 1e-6);
      expect(found?.condition).to.match(/ to get-payment, get-payments would save 0\.00, /);
    });

    it('counts the functions and tables behind the cached routes, and not the requests', () => {
      const found = advice('pr1234', reads(1)).get('api.cache');
      const hits = 730 * 3600;
      const lambda = hits * (0.0000002 + 0.025 * 0.5 * 0.0000166667);
      const logs = (hits / 1024 ** 2) * 0.5;
      // Besides metrics, the storage of log events and capacity of the table.
      expect(found?.usd).to.be.lessThan(14.6 - lambda - logs);
      expect(found?.usd).to.be.greaterThan(4);
    });

    it('keeps a cache that pays at some share of hits', () => {
      expect(advice('pr1234', reads(100)).get('api.cache')).to.equal(undefined);
    });
  });

  describe('on log events', () => {
    it('lowers the retention if log events cost more than the functions', () => {
      const found = advice('production', `${posts(100)}\nlogRetentionDays: 365`).get('logRetentionDays');
      const [, stored = ''] = /of which ([\d,.]+) are their storage/.exec(found?.condition ?? '') ?? [];
      expect(found?.usd).to.be.closeTo(Number(stored.replaceAll(',', '')) * (1 - 30 / 365), 0.01);
    });

    it('compares unlimited retention with its assumed months', () => {
      const found = advice('production', `${posts(100)}\nlogRetentionDays: 0`).get('logRetentionDays');
      const [, stored = ''] = /of which ([\d,.]+) are their storage/.exec(found?.condition ?? '') ?? [];
      expect(found?.usd).to.be.closeTo(Number(stored.replaceAll(',', '')) * (1 - 30 / 365), 0.01);
    });

    it('is silent if the functions cost more, or the retention is short', () => {
      const slow = 'functions: { payment-processor: { expectedDurationMilliseconds: 2000 } }';
      expect(advice('production', `${posts(50)}\n${slow}`).get('logRetentionDays')).to.equal(undefined);
      expect(advice('production', `${posts(100)}\nlogRetentionDays: 30`).get('logRetentionDays')).to.equal(undefined);
    });
  });
});
