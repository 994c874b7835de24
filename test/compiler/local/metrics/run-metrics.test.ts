// The metrics of a local run: those of the API and its functions, and their bounds.

import { expect } from 'chai';
import { recordEmbedded } from '../../../../compiler/local/metrics/function-metrics';
import { createMetrics, type MetricIdentity, type RunMetrics } from '../../../../compiler/local/metrics/run-metrics';
import { apiOf } from '../gateway/in-process-api';
import { cleanUp, makeProject, specOf } from '../project';
import { steppedClock } from '../stepped-clock';

const MINUTE = 60_000;

/** The sum of a metric in the latest minute. */
const sumOf = (metrics: RunMetrics, metric: MetricIdentity, statistic = 'Sum') =>
  metrics.series(metric, { statistic, periodSeconds: 60, periods: 1 })[0];

describe('the metrics of an API', () => {
  afterEach(cleanUp);

  function start(more = '') {
    const project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200 });',
      'spec/test.yaml': specOf(['one'])
        .replace('authorization: NONE', `authorization: NONE\n  throttle: { rateLimit: 1, burstLimit: 3 }${more}`)
        .replace('functions/one.ts }', 'functions/one.ts, reservedConcurrency: 2 }'),
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const api = apiOf(project.compile(), {
      async invoke(event) {
        const { queryStringParameters: query } = event as { queryStringParameters: Record<string, string> | null };
        if (query?.fail !== undefined) throw new Error('broken');
        if (query?.wait !== undefined) await held;
        return JSON.stringify({ statusCode: 200, body: '{}' });
      },
    });
    const ofStage = (name: string, statistic?: string) =>
      sumOf(
        api.metrics,
        { namespace: 'AWS/ApiGateway', name, dimensions: { ApiName: 'small-small-api-useast1-test-t', Stage: 'prod' } },
        statistic,
      );
    const ofFunction = (name: string, statistic?: string) =>
      sumOf(
        api.metrics,
        { namespace: 'AWS/Lambda', name, dimensions: { FunctionName: 'small-one-useast1-test-t' } },
        statistic,
      );
    return { api, ofStage, ofFunction, release };
  }

  it('count requests, refusals and failures, and the invocations of functions', async () => {
    const { api, ofStage, ofFunction } = start();
    await api.count('GET /prod/one', 2);
    await api.send('GET /prod/one?fail=1');
    await api.send('GET /prod/one');
    await api.send('GET /prod/none');
    expect([ofStage('Count'), ofStage('4XXError'), ofStage('5XXError')]).to.deep.equal([5, 2, 1]);
    expect([ofStage('5XXError', 'Average'), ofStage('IntegrationLatency', 'SampleCount')]).to.deep.equal([0.2, 3]);
    expect([ofFunction('Invocations'), ofFunction('Errors'), ofFunction('Duration', 'SampleCount')]).to.deep.equal([
      3, 1, 3,
    ]);
    expect(ofFunction('Throttles')).to.equal(0);
    api.clock.step(MINUTE);
    expect(ofStage('Count')).to.equal(undefined);
  });

  it('count throttles of a function apart from its invocations, and its greatest concurrency', async () => {
    const { api, ofStage, ofFunction, release } = start();
    const waiting = [api.send('GET /prod/one?wait=1'), api.send('GET /prod/one?wait=1')];
    await new Promise((resolve) => setImmediate(resolve));
    expect((await api.send('GET /prod/one')).statusCode).to.equal(500);
    release();
    await Promise.all(waiting);
    expect([ofFunction('Throttles'), ofFunction('Invocations'), ofFunction('Errors')]).to.deep.equal([1, 2, 0]);
    expect([ofFunction('ConcurrentExecutions', 'Maximum'), ofStage('5XXError')]).to.deep.equal([2, 1]);
  });

  it('exist for each method with detailed metrics only', async () => {
    for (const [setting, count] of [
      ['\n  metrics: false', undefined],
      ['\n  metrics: true', 1],
    ] as const) {
      const { api } = start(setting);
      await api.send('GET /prod/one');
      const dimensions = { ApiName: 'small-small-api-useast1-test-t', Stage: 'prod', Method: 'GET', Resource: '/one' };
      expect(sumOf(api.metrics, { namespace: 'AWS/ApiGateway', name: 'Count', dimensions })).to.equal(count);
    }
  });
});

describe('metrics in the embedded metric format', () => {
  const line = (metrics: object[], more: object = {}) =>
    JSON.stringify({ shop: 'north', Orders: 3, ...more, _aws: { Timestamp: 0, CloudWatchMetrics: metrics } });
  const DIRECTIVE = { Namespace: 'Shop', Dimensions: [['shop'], []], Metrics: [{ Name: 'Orders' }] };
  const orders = { namespace: 'Shop', name: 'Orders', dimensions: { shop: 'north' } };

  it('are recorded with each set of their dimensions, as one value or a list', () => {
    const metrics = createMetrics(steppedClock());
    recordEmbedded(line([DIRECTIVE]), metrics);
    recordEmbedded(line([DIRECTIVE], { Orders: [1, 2] }), metrics);
    expect(sumOf(metrics, orders)).to.equal(6);
    expect(sumOf(metrics, { ...orders, dimensions: {} }, 'SampleCount')).to.equal(3);
  });

  it('that are malformed are ignored', () => {
    const metrics = createMetrics(steppedClock());
    for (const text of [
      'plain text',
      '{"CloudWatchMetrics"',
      line([{ ...DIRECTIVE, Namespace: 1 }]),
      line([{ ...DIRECTIVE, Dimensions: 'shop' }]),
      line([{ ...DIRECTIVE, Metrics: [{}] }]),
      line([DIRECTIVE], { Orders: 'three' }),
      JSON.stringify({ _aws: { CloudWatchMetrics: 1 } }),
    ])
      recordEmbedded(text, metrics);
    expect(metrics.list()).to.deep.equal([]);
  });

  it('are at most 2,000 metrics', () => {
    const metrics = createMetrics(steppedClock());
    for (let shop = 0; shop < 2_100; shop += 1) recordEmbedded(line([DIRECTIVE], { shop: `shop-${shop}` }), metrics);
    expect(metrics.list()).to.have.length(2_000);
  });
});
