// Edits of the rotation of a secret over a deployed stack: the cloud equals a fresh deployment.

import { expect } from 'chai';
import { graphOf } from '../../spec';
import { freshCloud, freshStack, prove } from './prove';

const ROTATION = ', rotation: { function: rotator, everyDays: 30 }';
const SPEC = `
project: p
environment: e
suffix: s
region: us-east-1
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
monitoring: { generatedAlarms: false, dashboard: false, notifications: { subscriptions: {} } }
secrets:
  key: { secretsManager: "arn:aws:secretsmanager:us-east-1:123456789012:secret:payments/key-Ab1Cd2"${ROTATION} }
functions:
  rotator: { entry: runtime/handler.ts }
  other: { entry: runtime/handler.ts }
outputs: { rotator: "{{ functions.rotator.arn }}", other: "{{ functions.other.arn }}" }
`;
const KIND = 'aws:secretsmanager/secretRotation:SecretRotation::key-rotation';

const graphWith = (from = '', to = '') => graphOf('s.yaml', { 's.yaml': SPEC.replace(from, to) });

/** The steps of an edit that are about the rotation. */
function stepsOf(from: string, to: string): string[] {
  const [before, after] = [graphWith(), graphWith(from, to)];
  const stack = freshStack(before);
  stack.refresh();
  expect(prove(stack, after, freshCloud(after))).to.deep.equal({ differences: [] });
  const outcome = freshStack(before).up(after);
  return 'steps' in outcome ? outcome.steps.filter((step) => step.endsWith(KIND)) : [];
}

describe('a deployment over the rotation of a secret', () => {
  it('changes nothing after a refresh', () => {
    expect(stepsOf('everyDays: 30', 'everyDays: 30')).to.deep.equal([]);
  });

  it('updates the days and the function in place', () => {
    expect(stepsOf('everyDays: 30', 'everyDays: 7')).to.deep.equal([`update ${KIND}`]);
    expect(stepsOf('function: rotator', 'function: other')).to.deep.equal([`update ${KIND}`]);
  });

  it('replaces the rotation of another secret', () => {
    expect(stepsOf('key-Ab1Cd2', 'key-Ab1Cd3')).to.have.members([`create ${KIND}`, `delete ${KIND}`]);
  });

  it('cancels a removed rotation', () => {
    expect(stepsOf(ROTATION, '')).to.deep.equal([`delete ${KIND}`]);
  });
});
