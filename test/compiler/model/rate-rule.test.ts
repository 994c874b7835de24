// A rate-based rule.
// Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { RateRule } from '../../../compiler/model/rate-rule';
import { fc } from '../../random';

const rule = (requests: number, windowSeconds: number, blockedRequestsCount = true) =>
  new RateRule({ requests, windowSeconds }, { ...DEFAULT_ASSUMPTIONS, blockedRequestsCount });

/** The seconds in which a key's requests match, for a rate of each second. */
const blockedSeconds = (one: RateRule, rates: readonly number[]) =>
  rates.flatMap((requests, second) => {
    const matches = Array.from({ length: requests }, () => one.matches(second, 'a'));
    return matches.includes(true) ? [second] : [];
  });

describe('a rate-based rule', () => {
  it('blocks an address with 500 requests/s after the check that finds more than 15,000 in 300 s', () => {
    expect(blockedSeconds(rule(15_000, 300), Array(60).fill(500))[0]).to.equal(40);
    expect(blockedSeconds(rule(15_000, 300), Array(600).fill(50))).to.deep.equal([]);
  });

  it('unblocks when the requests of the window are within the limit', () => {
    const rates = [...Array(20).fill(100), ...Array(100).fill(1)];
    const blocked = blockedSeconds(rule(1000, 60), rates);
    expect([blocked[0], blocked.at(-1)]).to.deep.equal([20, 79]);
  });

  it('counts blocked requests only if that is assumed', () => {
    const rates = Array(300).fill(100);
    expect(blockedSeconds(rule(1500, 60), rates)).to.have.length(280);
    const blocked = blockedSeconds(rule(1500, 60, false), rates);
    expect(blocked).to.have.length.within(150, 240);
  });

  it('has a count for each key, and forgets keys without requests', () => {
    const one = rule(10, 60);
    for (let count = 0; count < 11; count += 1) one.matches(0, 'a');
    one.matches(5, 'b');
    expect([one.matches(11, 'a'), one.matches(11, 'b')]).to.deep.equal([true, false]);
    expect(one.matches(80, 'a')).to.equal(false);
  });

  it('blocks no fewer requests with a lower limit', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.array(fc.nat(50), { size: 'max', maxLength: 120 }),
        (limit, more, rates) => {
          const blocked = blockedSeconds(rule(limit, 60), rates).length;
          expect(blockedSeconds(rule(limit + more, 60), rates).length).to.be.at.most(blocked);
        },
      ),
    );
  });
});
