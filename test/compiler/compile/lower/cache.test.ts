// The cache: different callers and ids do not share an entry, and only configured routes are cached.

import { expect } from 'chai';
import { renderTemplate } from '../../../../compiler/backends/cloudformation/template';
import { type ResourceGraph, resourcesOf } from '../../../../compiler/graph/graph';
import { DEFECTS } from '../../../audit/defects';
import { graphOf } from '../../../spec';

const CHECK = '3: cached responses shared between payments or callers';
const sharedEntries = (graph: ResourceGraph) => DEFECTS[CHECK]?.(renderTemplate(graph));

/** Production with a cache for some of its routes. */
function cached(routes: Readonly<Record<string, string>>, more = ''): ResourceGraph {
  return graphOf('spec/cached.yaml', {
    'spec/cached.yaml': [
      'extends: production.yaml',
      'api:',
      '  cache: { ttlSeconds: 60 }',
      more,
      `  routes: { ${Object.entries(routes).map(([name, fields]) => `${name}: { cache: true${fields} }`)} }`,
      'waivers: { open: { code: ENV3090, path: api, value: NONE, reason: It is not deployed., expires: 2027-06-30 } }',
    ].join('\n'),
  });
}

/** The cached routes, with their cache keys. */
function keysOf(graph: ResourceGraph): Record<string, unknown> {
  const settings = resourcesOf(graph, 'aws:apigateway/methodSettings:MethodSettings').filter(
    ({ inputs }) => inputs.settings.cachingEnabled,
  );
  const integrations = resourcesOf(graph, 'aws:apigateway/integration:Integration');
  return Object.fromEntries(
    settings.flatMap(({ name, inputs: { methodPath } }) =>
      integrations
        .filter((other) => methodPath === '*/*' || other.name === name.replace(/ settings$/, ' integration'))
        .filter(({ inputs }) => inputs.cacheKeyParameters !== undefined)
        .map((integration) => [`${integration.name} by ${methodPath}`, integration.inputs.cacheKeyParameters]),
    ),
  );
}

const LIST = ['cursor', 'from', 'limit', 'status', 'to'].map((name) => `method.request.querystring.${name}`);

describe('the cache', () => {
  const rows: Record<string, { graph: () => ResourceGraph; keys: Record<string, readonly unknown[]> }> = {
    'is off by default': { graph: () => graphOf('spec/production.yaml'), keys: {} },
    'caches nothing with a cluster if no route enables it': { graph: () => cached({}), keys: {} },
    'separates callers and ids': {
      graph: () => cached({ 'get-payment': '' }),
      keys: {
        'GET /payments/{} integration by ~1payments~1{id}/GET': [
          'method.request.header.Authorization',
          'method.request.path.id',
        ],
      },
    },
    'uses one setting for all methods if each GET is cached': {
      graph: () => graphOf('spec/pr1234.yaml'),
      keys: {
        'GET /payments/{} integration by */*': ['method.request.path.id'],
        'GET /payments integration by */*': LIST,
      },
    },
    'separates callers and pages': {
      graph: () => cached({ 'get-payments': '' }),
      keys: { 'GET /payments integration by ~1payments/GET': ['method.request.header.Authorization', ...LIST] },
    },
    'does not separate callers of a public route': {
      graph: () => cached({ 'get-payment': ', authorization: NONE' }),
      keys: { 'GET /payments/{} integration by ~1payments~1{id}/GET': ['method.request.path.id'] },
    },
    'separates origins, because the response names the origin': {
      graph: () => cached({ 'get-payment': ', authorization: NONE' }, '  cors: { origins: [https://shop.example] }'),
      keys: {
        'GET /payments/{} integration by ~1payments~1{id}/GET': [
          'method.request.header.Origin',
          'method.request.path.id',
        ],
      },
    },
  };
  for (const [what, { graph, keys }] of Object.entries(rows)) {
    it(what, () => {
      const compiled = graph();
      expect(keysOf(compiled)).to.deep.equal(keys);
      expect(sharedEntries(compiled)).to.deep.equal([]);
    });
  }

  it('declares each parameter of a key at its method, as API Gateway requires', () => {
    const graph = cached({ 'get-payment': '', 'get-payments': '' });
    const methods = new Map(resourcesOf(graph, 'aws:apigateway/method:Method').map((node) => [node.name, node.inputs]));
    for (const { name, inputs } of resourcesOf(graph, 'aws:apigateway/integration:Integration')) {
      const declared = Object.keys(methods.get(name.replace(/ integration$/, ''))?.requestParameters ?? {});
      expect(declared, name).to.include.members([...((inputs.cacheKeyParameters as readonly string[]) ?? [])]);
    }
  });

  it('is encrypted, requires permission to invalidate, and keeps the throttle and logging of the stage', () => {
    const graph = cached({ 'get-payment': '' });
    const [all, own] = resourcesOf(graph, 'aws:apigateway/methodSettings:MethodSettings')
      .map(({ inputs }) => inputs.settings)
      .sort((a, b) => Number(a.cachingEnabled) - Number(b.cachingEnabled));
    expect(own).to.deep.include({
      cacheDataEncrypted: true,
      cacheTtlInSeconds: 60,
      requireAuthorizationForCacheControl: true,
      unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
    });
    expect({ ...own, cachingEnabled: false }).to.deep.equal(all);
  });

  const mutations: Record<string, { find: string; replace: string; finding: string }> = {
    'an id missing in the cache key': {
      find: '"cacheKeyParameters":["method.request.header.Authorization","method.request.path.id"]',
      replace: '"cacheKeyParameters":["method.request.header.Authorization"]',
      finding: 'GETPaymentsParameterMethod: method.request.path.id is not in the cache key',
    },
    'a caller missing in the cache key': {
      find: '"cacheKeyParameters":["method.request.header.Authorization",',
      replace: '"cacheKeyParameters":[',
      finding: 'GETPaymentsParameterMethod: method.request.header.Authorization is not in the cache key',
    },
    'a cached write': {
      find: '"methodPath":"~1payments~1{id}/GET"',
      replace: '"methodPath":"~1payments/POST"',
      finding: 'POSTPaymentsMethod: POST is cached',
    },
    'an unencrypted entry': {
      find: '"cacheDataEncrypted":true',
      replace: '"cacheDataEncrypted":false',
      finding: 'GETPaymentsParameterMethod: the cached data is not encrypted',
    },
  };
  for (const [what, { find, replace, finding }] of Object.entries(mutations)) {
    it(`is checked for ${what}`, () => {
      const text = JSON.stringify(cached({ 'get-payment': '' }));
      expect(text).to.include(find);
      expect(sharedEntries(JSON.parse(text.replaceAll(find, replace)))).to.include(finding);
    });
  }
});
