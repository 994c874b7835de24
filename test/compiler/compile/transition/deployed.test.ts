// Reads the deployed stack from the engine, an export and a graph.

import { expect } from 'chai';
import {
  deployedFromEngine,
  deployedFromExport,
  deployedFromGraph,
} from '../../../../compiler/compile/transition/deployed';
import { graphOf } from '../../../spec';

const URN = 'urn:pulumi:pr1234::payment::my:group$aws:sqs/queue:Queue::dead-letters';
const QUEUE = { urn: URN, type: 'aws:sqs/queue:Queue', name: 'dead-letters', outputs: { name: 'q' } };

describe('a deployed stack', () => {
  it('is read from the response of the engine', () => {
    expect(deployedFromEngine({ [URN]: { outputs: { name: 'q' } } }).resources).to.deep.equal([QUEUE]);
  });

  it('is read from an export, without resources that are pending deletion', () => {
    const resources = [
      { urn: URN, type: QUEUE.type, outputs: { name: 'q' } },
      { urn: URN, delete: true, outputs: { name: 'old' } },
    ];
    expect(deployedFromExport(JSON.stringify({ version: 3, deployment: { resources } }))?.resources).to.deep.equal([
      QUEUE,
    ]);
    expect(deployedFromExport('{"version":3,"deployment":{}}')).to.deep.equal({ resources: [] });
  });

  it('is not read from other text', () => {
    for (const text of ['', '[]', 'null', '{"deployment":{"resources":[{}]}}', '{"deployment":3}'])
      expect(deployedFromExport(text), text).to.equal(undefined);
  });

  it('is created from a graph, with placeholders for values that AWS generates', () => {
    const stack = deployedFromGraph(graphOf('spec/production.yaml'));
    const outputsOf = (own: string) => stack.resources.find(({ name }) => name === own)?.outputs;
    const outputs = outputsOf('payments');
    expect(outputs?.serverSideEncryption).to.deep.equal({
      enabled: true,
      kmsKeyArn: '<aws:kms/key:Key::data-key.arn>',
    });
    expect(outputsOf('data-key')?.arn).to.equal('<aws:kms/key:Key::data-key.arn>');
  });
});
