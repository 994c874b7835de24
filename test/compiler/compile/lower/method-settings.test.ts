// The settings of methods: the throttle of the API, and those of routes in its place.

import { expect } from 'chai';
import { resourcesOf } from '../../../../compiler/graph/graph';
import { graphOf } from '../../../spec';

/** pr1234, whose GET routes are all cached, with more fields of routes. */
const withRoutes = (routes: string) =>
  graphOf('spec/more.yaml', { 'spec/more.yaml': `extends: pr1234.yaml\napi: { routes: { ${routes} } }` });

const settingsOf = (graph: ReturnType<typeof withRoutes>) =>
  resourcesOf(graph, 'aws:apigateway/methodSettings:MethodSettings').map(({ name, dependsOn, inputs }) => ({
    name,
    after: dependsOn.length,
    path: inputs.methodPath,
    rate: inputs.settings.throttlingRateLimit,
    burst: inputs.settings.throttlingBurstLimit,
    cached: inputs.settings.cachingEnabled,
  }));

describe('the throttle of a route', () => {
  const [common] = settingsOf(withRoutes(''));

  it('is in place of that of the API', () => {
    const graph = withRoutes('post-payment: { throttle: { rateLimit: 7.5, burstLimit: 9 } }');
    expect(settingsOf(graph)).to.deep.equal([
      common,
      { name: 'POST /payments settings', after: 1, path: '~1payments/POST', rate: 7.5, burst: 9, cached: false },
    ]);
  });

  it('keeps the cache of a cached route, and is deployed after other settings', () => {
    const graph = withRoutes(
      'post-payment: { throttle: { rateLimit: 7, burstLimit: 9 } }, get-payment: { throttle: { rateLimit: 2000, burstLimit: 80 } }',
    );
    const [, ...own] = settingsOf(graph).sort((a, b) => a.name.localeCompare(b.name));
    expect(own.map(({ name, cached }) => [name, cached])).to.deep.equal([
      ['GET /payments/{} settings', true],
      ['POST /payments settings', false],
    ]);
    const [first, ...others] = resourcesOf(graph, 'aws:apigateway/methodSettings:MethodSettings');
    expect(first?.dependsOn).to.deep.equal([]);
    const ids = [first, ...others].map((node) => node?.id);
    expect(others.map(({ dependsOn }) => dependsOn)).to.deep.equal(ids.slice(0, -1).map((id) => [id]));
  });
});
