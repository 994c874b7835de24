// Edits of triggers over a deployed stack: which resources are replaced, and that the cloud equals a fresh deployment.

import { expect } from 'chai';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { graphOf } from '../../spec';
import { freshCloud, freshStack, prove } from './prove';

const SPEC = `
project: p
environment: e
suffix: s
region: us-east-1
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
protect: false
allowReplacement: [tables.t.stream]
monitoring: { generatedAlarms: false, dashboard: false, notifications: { subscriptions: {} } }
tables:
  t: { partitionKey: { name: id }, stream: NEW_IMAGE, deletionProtection: false }
queues:
  failed: { messageRetentionSeconds: 1209600 }
  jobs: { visibilityTimeoutSeconds: 60, messageRetentionSeconds: 345600 }
functions:
  f:
    entry: runtime/handler.ts
    timeoutSeconds: 10
    triggers:
      changes: { table: t, startingPosition: LATEST, onFailure: failed }
      jobs: { queue: jobs }
      nightly: { schedule: cron(0 3 * * ? *), deadLetterQueue: failed }
`;

const graphWith = (...edits: readonly (readonly [string, string])[]): ResourceGraph =>
  graphOf('s.yaml', { 's.yaml': edits.reduce((text, [from, to]) => text.replace(from, to), SPEC) });

/** Deploys an edit over the spec; the cloud must equal a fresh deployment. Returns the steps. */
function stepsOf(...edits: readonly (readonly [string, string])[]): readonly string[] {
  const edited = graphWith(...edits);
  const proof = prove(freshStack(graphWith()), edited, freshCloud(edited));
  expect(proof).to.deep.equal({ differences: [] });
  const outcome = freshStack(graphWith()).up(edited);
  return 'steps' in outcome ? outcome.steps.filter((step) => !step.startsWith('same')) : [];
}

const MAPPING = 'aws:lambda/eventSourceMapping:EventSourceMapping';

describe('a deployment over triggers', () => {
  it('deletes a mapping before it creates one with another starting position', () => {
    expect(stepsOf(['LATEST', 'TRIM_HORIZON'])).to.deep.equal([
      `delete ${MAPPING}::f from tables.t`,
      `create ${MAPPING}::f from tables.t`,
    ]);
  });

  it('replaces the mapping of a stream whose content changes', () => {
    const steps = stepsOf(['NEW_IMAGE', 'KEYS_ONLY']);
    expect(steps.slice(0, 1)).to.deep.equal(['update aws:dynamodb/table:Table::t']);
    expect(steps).to.include(`create ${MAPPING}::f from tables.t`);
  });

  it('creates a mapping for another source, and deletes the former one', () => {
    const steps = stepsOf(
      ['queue: jobs', 'queue: others'],
      ['  jobs: {', '  others: { visibilityTimeoutSeconds: 60 }\n  jobs: {'],
    );
    expect(steps).to.include.members([
      `create ${MAPPING}::f from queues.others`,
      `delete ${MAPPING}::f from queues.jobs`,
    ]);
  });

  it('updates a schedule in place', () => {
    expect(stepsOf(['cron(0 3', 'cron(0 4'])).to.deep.equal(['update aws:scheduler/schedule:Schedule::f.nightly']);
  });

  it('adds a stream and its trigger to a table that exists', () => {
    const without = graphWith(
      [', stream: NEW_IMAGE', ''],
      ['      changes: { table: t, startingPosition: LATEST, onFailure: failed }\n', ''],
    );
    const proof = prove(freshStack(without), graphWith(), freshCloud(graphWith()));
    expect(proof).to.deep.equal({ differences: [] });
  });
});
