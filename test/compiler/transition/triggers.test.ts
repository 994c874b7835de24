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
  const living = { t: { streamEnabled: true, streamViewType: 'NEW_IMAGE' } };
  const off = { t: { streamEnabled: false, streamViewType: 'NEW_IMAGE' } };

  it('refuses other content', () => {
    expect(refusalsOf(planOver(table(STREAM), table(', stream: KEYS_ONLY'), living))).to.deep.equal([
      'tables.t.stream: DynamoDB cannot change the content of a stream from NEW_IMAGE to KEYS_ONLY',
    ]);
  });

  it('accepts the same content, its removal, and other content after that', () => {
    expect(refusalsOf(planOver(table(STREAM), table(STREAM), living))).to.deep.equal([]);
    expect(refusalsOf(planOver(table(STREAM), table(''), living))).to.deep.equal([]);
    expect(refusalsOf(planOver(table(''), table(', stream: KEYS_ONLY'), off))).to.deep.equal([]);
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
