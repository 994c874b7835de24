// Each fact about refusals of AWS, with an accepted and a refused change. The tests do not need the engine.

import { expect } from 'chai';
import type { Kind } from '../../../compiler/graph/kind';
import { readDeclarations } from './declarations';
import { API_GATEWAY } from './refusal-rows/api-gateway';
import { DYNAMODB } from './refusal-rows/dynamodb';
import { MONITORING } from './refusal-rows/monitoring';
import { POLICIES } from './refusal-rows/policies';
import { QUEUES } from './refusal-rows/queues';
import { SCHEDULES, SURROUNDINGS } from './refusal-rows/schedules';
import { drop, type Row, type Step, sample } from './refusal-rows/steps';
import { MAPPINGS, SOURCES } from './refusal-rows/triggers';
import { REFUSALS } from './refusals';
import { StackSimulator } from './stack-simulator';

/** The resources that must exist before the sample of a kind. */
const BEFORE: { readonly [K in Kind]?: readonly Step[] } = {
  'aws:lambda/eventSourceMapping:EventSourceMapping': SOURCES,
  'aws:scheduler/schedule:Schedule': SURROUNDINGS,
};

/** A row for each kind for which AWS refuses a duplicate identity. */
function duplicateRows(): Record<string, Row> {
  const facts = REFUSALS.filter(({ fact }) => fact.endsWith('a creation with an existing identity is refused'));
  return Object.fromEntries(
    facts.map(({ fact, kind }) => [
      fact,
      {
        before: [...(BEFORE[kind] ?? []), sample(kind, 'first')],
        good: [drop(kind, 'first'), sample(kind, 'second')],
        refused: sample(kind, 'second'),
        answer: '',
      },
    ]),
  );
}

describe('a refusal of the stand-in for AWS', () => {
  before(() => {
    readDeclarations();
  });
  const rows = {
    ...duplicateRows(),
    ...API_GATEWAY,
    ...DYNAMODB,
    ...MAPPINGS,
    ...MONITORING,
    ...POLICIES,
    ...QUEUES,
    ...SCHEDULES,
  };

  it('has a unique fact with a source', () => {
    const facts = REFUSALS.map(({ fact }) => fact);
    expect([...new Set(facts)]).to.deep.equal(facts);
    expect(REFUSALS.filter(({ source }) => source.trim().length < 10)).to.deep.equal([]);
    expect(Object.keys(rows).sort()).to.deep.equal([...facts].sort());
  });

  for (const [fact, { before: earlier = [], good, refused, answer }] of Object.entries(rows)) {
    it(fact, () => {
      const accepting = new StackSimulator();
      for (const step of [...earlier, ...good]) step(accepting);
      const refusing = new StackSimulator();
      for (const step of earlier) step(refusing);
      const kept = refusing.cloud.snapshot();
      expect(() => refused(refusing)).to.throw(answer);
      expect(refusing.cloud.snapshot()).to.deep.equal(kept);
    });
  }
});
