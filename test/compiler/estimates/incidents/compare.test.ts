// The comparison of two judgements.

import { expect } from 'chai';
import { compareJudgements } from '../../../../compiler/estimates/incidents/compare';
import type { Judgement, Verdict } from '../../../../compiler/estimates/incidents/judge';
import { STANDARD_INCIDENTS } from '../../../../compiler/estimates/incidents/standard-incidents';

/** A judgement with a verdict on each of the first incidents, and the alarms that fire in it. */
function judgement(...incidents: readonly [verdict: Verdict, ...alarms: string[]][]): Judgement {
  return {
    incidents: incidents.flatMap(([verdict, ...alarms], at) => {
      const incident = STANDARD_INCIDENTS[at];
      const firings = alarms.map((alarm, place) => ({ alarm, seconds: 60 * (at + place + 1) }));
      return incident === undefined ? [] : [{ incident, verdict, firings }];
    }),
    neverFiring: [],
    unjudged: [],
    pageWithinSeconds: 300,
  };
}

describe('the comparison of two judgements', () => {
  it('has the incidents with other alarms or another verdict', () => {
    const before = judgement(['quiet'], ['paged', 'a', 'b'], ['paged', 'a'], ['late', 'a']);
    const after = judgement(['quiet'], ['paged', 'b', 'c'], ['paged', 'a'], ['paged', 'a']);
    expect(compareJudgements(before, after)).to.deep.equal([
      { incident: 'spike x10', before: 'paged', after: 'paged', newlyFiring: ['c'], noLongerFiring: ['a'] },
      { incident: 'tables fail', before: 'late', after: 'paged', newlyFiring: [], noLongerFiring: [] },
    ]);
  });

  it('does not have an incident in which an alarm only fires at another time', () => {
    expect(compareJudgements(judgement(['paged', 'a', 'b']), judgement(['paged', 'b', 'a']))).to.deep.equal([]);
  });

  it('has incidents that only one of the systems can have', () => {
    const [one, two] = [judgement(['quiet']), judgement(['quiet'], ['not noticed', 'a'])];
    const change = { incident: 'spike x10', newlyFiring: ['a'], noLongerFiring: [] };
    expect(compareJudgements(one, two)).to.deep.equal([{ ...change, before: 'not possible', after: 'not noticed' }]);
    expect(compareJudgements(two, one)).to.deep.equal([
      { ...change, before: 'not noticed', after: 'not possible', newlyFiring: [], noLongerFiring: ['a'] },
    ]);
  });
});
