// Deployments that change streams and triggers.

import { expect } from 'chai';
import { planned, planOver, refusalsOf } from './stacks';

const table = (stream: string) => `tables: { t: { partitionKey: { name: id }${stream} } }\n`;
const STREAM = ', stream: NEW_IMAGE';

const trigger = (fields: string) =>
  `${table(STREAM)}queues: { failed: {} }\nfunctions: { f: { entry: runtime/handler.ts, triggers: { changes: { table: t${fields} } } } }\n`;
const DESTINATION = ', onFailure: failed';
const MAPPING = 'f from tables.t';
const withDestination = {
  [MAPPING]: { destinationConfig: { onFailure: { destinationArn: 'arn:aws:sqs:us-east-1:123456789012:p-failed' } } },
};

describe('a deployment over a stream', () => {
  const streamArn = 'arn:aws:dynamodb:us-east-1:123456789012:table/p-t/stream/2026-01-01T00:00:00.000';
  const stream = { t: { streamEnabled: true, streamViewType: 'NEW_IMAGE', streamArn } };
  const living = { ...stream, [MAPPING]: { eventSourceArn: streamArn } };
  const other = (text: string) => text.replace(STREAM, ', stream: KEYS_ONLY');

  it('refuses other content while triggers read the stream', () => {
    expect(refusalsOf(planOver(trigger(''), other(trigger('')), living))).to.deep.equal([
      'tables.t.stream: content KEYS_ONLY instead of NEW_IMAGE replaces the stream, and changes that triggers have not read are lost',
    ]);
  });

  it('accepts other content that allowReplacement names, and without triggers', () => {
    for (const part of ['tables.t.stream', 'tables.t'])
      expect(
        refusalsOf(planOver(trigger(''), `allowReplacement: [${part}]\n${other(trigger(''))}`, living)),
      ).to.deep.equal([]);
    expect(refusalsOf(planOver(table(STREAM), other(table(STREAM)), stream))).to.deep.equal([]);
  });

  it('accepts the same content, and to remove or add a stream', () => {
    expect(refusalsOf(planOver(trigger(''), trigger(''), living))).to.deep.equal([]);
    expect(refusalsOf(planOver(table(STREAM), table(''), stream))).to.deep.equal([]);
    expect(refusalsOf(planOver(table(''), table(STREAM), { t: { streamEnabled: false } }))).to.deep.equal([]);
  });
});

describe('a deployment over a trigger', () => {
  it('refuses to remove onFailure, which the provider would keep', () => {
    expect(refusalsOf(planOver(trigger(DESTINATION), trigger(''), withDestination))).to.deep.equal([
      'functions.f.triggers.changes.onFailure: failures would still go to arn:aws:sqs:us-east-1:123456789012:p-failed',
    ]);
  });

  it('accepts to add, keep or change onFailure, and to remove the trigger', () => {
    expect(refusalsOf(planOver(trigger(''), trigger(DESTINATION)))).to.deep.equal([]);
    expect(refusalsOf(planOver(trigger(DESTINATION), trigger(DESTINATION), withDestination))).to.deep.equal([]);
    expect(refusalsOf(planOver(trigger(DESTINATION), table(STREAM), withDestination)).join()).to.not.include(
      'onFailure',
    );
  });

  it('writes the limits that the provider would otherwise keep', () => {
    const { inputs } = planned(
      planOver(
        trigger(', maximumRetryAttempts: 3, maximumRecordAgeSeconds: 60, parallelizationFactor: 2'),
        trigger(''),
      ),
      'aws:lambda/eventSourceMapping:EventSourceMapping',
      MAPPING,
    );
    expect(inputs).to.include({ maximumRetryAttempts: -1, maximumRecordAgeInSeconds: -1, parallelizationFactor: 1 });
  });
});
