// The cache of a stage in the local run: keys, lifetime and invalidation.

import { expect } from 'chai';
import { cleanUp, makeProject, specOf } from '../project';
import { apiOf } from './in-process-api';

const SPEC = specOf(['one', 'two'])
  .replace('authorization: NONE', 'authorization: NONE\n  cache: { clusterSizeGigabytes: "0.5", ttlSeconds: 60 }')
  .replace('function: one }', 'function: one, cache: true, queryParameters: { page: {} } }');

describe('the cache of a stage', () => {
  afterEach(cleanUp);

  function start() {
    const code = 'export const handler = () => ({ statusCode: 200 });';
    const project = makeProject({ 'spec/test.yaml': SPEC, 'functions/one.ts': code, 'functions/two.ts': code });
    let calls = 0;
    const api = apiOf(project.compile(), {
      async invoke(event) {
        calls += 1;
        const { queryStringParameters: query } = event as { queryStringParameters: Record<string, string> | null };
        return JSON.stringify({ statusCode: query?.page === 'none' ? 404 : 200, body: JSON.stringify({ calls }) });
      },
    });
    const get = async (path: string, headers: readonly (readonly [string, string])[] = []) =>
      (await api.send(`GET /prod/${path}`, { headers })).body.calls;
    const sumOf = (name: string) => {
      const dimensions = { ApiName: 'small-small-api-useast1-test-t', Stage: 'prod' };
      const request = { statistic: 'Sum', periodSeconds: 3_600, periods: 1 };
      return api.metrics.series({ namespace: 'AWS/ApiGateway', name, dimensions }, request)[0];
    };
    return { api, get, sumOf };
  }

  it('answers a request with the same parameters until the lifetime ends', async () => {
    const { api, get, sumOf } = start();
    expect([
      await get('one'),
      await get('one'),
      await get('one?page=2'),
      await get('one?page=2&other=1'),
    ]).to.deep.equal([1, 1, 2, 2]);
    api.clock.step(60_000);
    expect(await get('one')).to.equal(3);
    expect([sumOf('CacheHitCount'), sumOf('CacheMissCount'), sumOf('Count')]).to.deep.equal([2, 3, 5]);
  });

  it('does not keep the responses of other routes, or responses with an error', async () => {
    const { get, sumOf } = start();
    expect([await get('two'), await get('two')]).to.deep.equal([1, 2]);
    expect(sumOf('CacheMissCount')).to.equal(undefined);
    expect([await get('one?page=none'), await get('one?page=none')]).to.deep.equal([3, 4]);
  });

  it('refuses callers who ask for an invalidation, because none is authorized for it', async () => {
    const { api, get } = start();
    await get('one');
    const { statusCode } = await api.send('GET /prod/one', { headers: [['Cache-Control', 'max-age=0']] });
    expect([statusCode, await get('one')]).to.deep.equal([403, 1]);
    expect(api.refusals().map(({ by }) => by)).to.deep.equal(['the cache of GET /one: Cache-Control: max-age=0']);
  });
});
