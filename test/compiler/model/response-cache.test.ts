// The cache of a stage.
// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { ResponseCache } from '../../../compiler/model/response-cache';
import { fc } from '../../random';

describe('the cache of a stage', () => {
  const create = (ttlSeconds = 10, capacityBytes = 300) => new ResponseCache<string>({ ttlSeconds, capacityBytes });

  it('serves a response until its lifetime ends, even if it is used often', () => {
    const cache = create();
    cache.put(0, 'a', 'A', 100);
    expect([1, 5, 9.9, 10, 11].map((now) => cache.get(now, 'a'))).to.deep.equal(['A', 'A', 'A', undefined, undefined]);
    expect(cache.bytes).to.equal(0);
  });

  it('does not cache with a lifetime of 0, nor responses larger than 1 MB or than the cache', () => {
    const large = create(10, 2_000_000);
    large.put(0, 'limit', 'x', 1_048_576);
    large.put(0, 'above', 'x', 1_048_577);
    expect([large.get(1, 'limit'), large.get(1, 'above')]).to.deep.equal(['x', undefined]);
    const [off, small] = [create(0), create(10, 50)];
    off.put(0, 'a', 'A', 1);
    small.put(0, 'a', 'A', 51);
    expect([off.get(0, 'a'), small.get(0, 'a')]).to.deep.equal([undefined, undefined]);
  });

  it('removes the least recently used responses, or the oldest', () => {
    const left = (cacheEviction: 'least recently used' | 'oldest') => {
      const settings = { ttlSeconds: 10, capacityBytes: 300 };
      const cache = new ResponseCache<string>(settings, { ...DEFAULT_ASSUMPTIONS, cacheEviction });
      for (const key of ['a', 'b', 'c']) cache.put(0, key, key, 100);
      cache.get(1, 'a');
      cache.put(2, 'd', 'd', 50);
      expect(cache.bytes).to.equal(250);
      return ['a', 'b', 'c', 'd'].filter((key) => cache.get(2, key) !== undefined);
    };
    expect(left('least recently used')).to.deep.equal(['a', 'c', 'd']);
    expect(left('oldest')).to.deep.equal(['b', 'c', 'd']);
  });

  it('replaces and invalidates responses', () => {
    const cache = create();
    cache.put(0, 'a', 'old', 200);
    cache.put(1, 'a', 'new', 100);
    cache.put(1, 'b', 'B', 100);
    expect([cache.get(2, 'a'), cache.bytes]).to.deep.equal(['new', 200]);
    cache.invalidate('a');
    cache.invalidate('unknown');
    expect([cache.get(2, 'a'), cache.get(2, 'b'), cache.bytes]).to.deep.equal([undefined, 'B', 100]);
  });

  it('never holds more than its size', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), bytes: fc.nat(400), isPut: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const cache = create(5);
        for (const [now, { key, bytes, isPut }] of steps.entries()) {
          if (isPut) cache.put(now, key, key, bytes);
          else cache.get(now, key);
          expect(cache.bytes).to.be.within(0, 300);
        }
      }),
    );
  });
});
