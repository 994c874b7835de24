// The bottlenecks of a system: their order, the demand of a mix, and their agreement with the models that the local run enforces.

import { expect } from 'chai';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import { type Bottleneck, valueFor } from '../../../../compiler/estimates/traffic/bottleneck';
import { bottlenecksOf } from '../../../../compiler/estimates/traffic/bottlenecks';
import { mixOf } from '../../../../compiler/estimates/traffic/traffic';
import { ProvisionedThroughput } from '../../../../compiler/model/throughput';
import { TokenBucket } from '../../../../compiler/model/token-bucket';
import { formatPath } from '../../../../compiler/source/spec-node';
import { compileProject } from '../../../spec';

const SPEC = 'spec/case.yaml';

/** The bottlenecks of a spec of spec/ with changes, for weights of routes. */
function bottlenecks(
  name: string,
  weights: { readonly [route: string]: number } = {},
  changes = '',
): readonly Bottleneck[] {
  const { resolved, diagnostics } = compileProject(SPEC, { [SPEC]: `extends: ${name}\n${changes}` });
  if (resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return bottlenecksOf(resolved.expanded, mixOf(resolved.expanded, weights));
}

/** The bottleneck of a limited part. */
function of(found: readonly Bottleneck[], what: string): Bottleneck {
  const bottleneck = found.find((one) => one.what === what);
  if (bottleneck === undefined) throw new Error(`no limit ${what} in ${found.map((one) => one.what).join('; ')}`);
  return bottleneck;
}

const ONE_POST = { 'post-payment': 1 };

describe('the bottlenecks of a system', () => {
  it('are in the order in which a rising rate reaches them', () => {
    const rates = bottlenecks('production.yaml').map(({ rate }) => rate);
    expect(rates).to.deep.equal([...rates].sort((a, b) => a - b));
    expect(rates.length).to.be.greaterThan(10);
  });

  it('depend on the mix of routes', () => {
    const [posts] = bottlenecks('pr1234.yaml', ONE_POST);
    expect(posts).to.deep.include({ what: 'write capacity of index status-index', rate: 50, value: 50, atOnce: 5 });
    expect(formatPath(posts?.field ?? [])).to.equal('tables.payments.capacity.write.autoscaling.maximum');
    const [lists] = bottlenecks('pr1234.yaml', { 'get-payments': 1 });
    // 102 KB of each of the three states take 39 of 50 units.
    expect(lists).to.deep.include({ what: 'read capacity of index status-time-index', rate: 50 / 39 });
    const [half] = bottlenecks('pr1234.yaml', { 'post-payment': 1, 'head-payment': 1 });
    expect(half?.rate).to.equal(100);
  });

  it('take the throttle of a route, or that of the API, and the throttle of the account', () => {
    const found = bottlenecks(
      'production.yaml',
      ONE_POST,
      'api: { routes: { post-payment: { throttle: { rateLimit: 70, burstLimit: 70 } } } }',
    );
    expect(of(found, 'throttle of route post-payment')).to.deep.include({ rate: 70 });
    expect(formatPath(of(found, 'throttle of route post-payment').field ?? [])).to.equal(
      'api.routes.post-payment.throttle.rateLimit',
    );
    expect(of(bottlenecks('production.yaml', ONE_POST), 'throttle of route post-payment').rate).to.equal(200);
    expect(of(found, 'throttle of the account').rate).to.equal(10_000);
  });

  it('take the concurrency of a function by its duration, and 10 invocations a second of each execution', () => {
    const slow = bottlenecks(
      'production.yaml',
      ONE_POST,
      'functions: { payment-processor: { expectedDurationMilliseconds: 500 } }',
    );
    expect(of(slow, 'concurrency of function payment-processor').rate).to.be.closeTo(200 / 0.5, 1e-6);
    expect(of(slow, 'concurrency of function payment-processor, at 10 invocations/s each').rate).to.be.closeTo(
      2000,
      1e-6,
    );
  });

  it('let the events of triggers wait, whose invocations take full batches', () => {
    const publisher = of(
      bottlenecks('production.yaml', ONE_POST),
      'concurrency of function payment-publisher, at 10 invocations/s each',
    );
    // 20 executions, 10 invocations a second each, with 100 changes each.
    expect(publisher.rate).to.be.closeTo(20 * 10 * 100, 1e-6);
    expect(publisher.beyond).to.equal('events wait');
  });

  it('take two writes of an index for a changed status', () => {
    expect(
      of(bottlenecks('pr1234.yaml', { 'refund-payment': 1 }), 'write capacity of index status-index').rate,
    ).to.equal(25);
  });

  it('take the partition key values of an index', () => {
    const what = (count: string) => `partitions of index status-time-index: ${count} of its key`;
    expect(of(bottlenecks('production.yaml', ONE_POST), what('1 value')).rate).to.equal(1000);
    const sharded = bottlenecks(
      'production.yaml',
      ONE_POST,
      'tables: { payments: { indexes: { status-time-index: { shardCount: 4 } } } }',
    );
    expect(of(sharded, what('4 values')).rate).to.equal(4000);
  });

  it('propose the smallest value that sustains a rate', () => {
    const limit = of(
      bottlenecks('pr1234.yaml', { 'post-payment': 3, 'get-payment': 7 }),
      'write capacity of table payments',
    );
    expect(valueFor(limit, 100)).to.equal(30);
    expect(valueFor(limit, 100.1)).to.equal(31);
    const raised = bottlenecks(
      'pr1234.yaml',
      { 'post-payment': 3, 'get-payment': 7 },
      'tables: { payments: { capacity: { write: { autoscaling: { maximum: 300 } } } } }',
    );
    expect(of(raised, 'write capacity of table payments').rate).to.be.at.least(1000);
  });

  it('agree with the models of throttles and capacities: the rate is admitted for an hour, and a higher one is not', () => {
    const found = bottlenecks('production.yaml', { 'post-payment': 1, 'get-payments': 1 });
    const models = {
      'throttle of route post-payment': () => new TokenBucket({ rate: 200, burst: 200 }, 0),
      'write capacity of table payments': () => new ProvisionedThroughput(1000, 0),
      'read capacity of index status-time-index': () => new ProvisionedThroughput(1000, 0),
    };
    for (const [what, create] of Object.entries(models)) {
      const { rate, perRequest } = of(found, what);
      const refusals = (share: number) => {
        const model = create();
        let refused = 0;
        for (let second = 0; second < 3600; second++) {
          const demand = rate * share * perRequest;
          refused += demand - model.takeUpTo({ from: second, seconds: 1 }, demand);
        }
        return refused;
      };
      expect(refusals(1), what).to.be.closeTo(0, 1e-3);
      expect(refusals(1.2), what).to.be.greaterThan(1);
    }
  });
});
