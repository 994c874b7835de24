// A deployed stack stays in its Region.

import { expect } from 'chai';
import { type DeployedStack, deployedFromGraph } from '../../../../compiler/compile/transition/deployed';
import { planTransition } from '../../../../compiler/compile/transition/transition';
import { formatPath } from '../../../../compiler/source/spec-node';
import { graphOf } from '../../../spec';

describe('a deployment to another Region', () => {
  const SPEC = 'spec/development.yaml';
  const elsewhere = graphOf('other.yaml', { 'other.yaml': `extends: ${SPEC}\nregion: eu-west-1\n` });
  const refusedParts = (deployed: DeployedStack) =>
    planTransition(elsewhere, deployed)
      .refusals.map(({ part }) => formatPath(part))
      .filter((part) => part === 'region');

  it('is refused, with a fix', () => {
    const { refusals } = planTransition(elsewhere, deployedFromGraph(graphOf(SPEC)));
    expect(refusals[0]).to.deep.include({
      part: ['region'],
      reason: 'the stack is deployed in us-east-1, and a stack cannot move to another Region',
      fix: 'keep region: us-east-1, or deploy the spec for eu-west-1 to a new stack',
    });
  });

  it('is allowed for an existing stack in that Region, and for a new stack', () => {
    expect(refusedParts(deployedFromGraph(elsewhere))).to.deep.equal([]);
    expect(refusedParts({ resources: [] })).to.deep.equal([]);
  });
});
