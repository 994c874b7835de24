// The requests to the queues of deliveries.

import type { SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'chai';
import type { Delivery } from '../../../contract/events';
import { createSendBatch, createSendDelivery } from '../../../runtime/events/delivery-queue';

describe('the queue of deliveries', () => {
  let inputs: object[];
  let answer: object;
  const client = {
    async send({ input }: { input: object }) {
      inputs.push(input);
      return answer;
    },
  } as unknown as SQSClient;
  beforeEach(() => {
    inputs = [];
    answer = {};
  });

  it('gets a batch in order, and its failed entries are returned by position', async () => {
    answer = { Failed: [{ Id: '2', SenderFault: false, Code: 'ServiceUnavailable' }] };
    expect(await createSendBatch(client, 'https://queue')(['a', 'b', 'c'])).to.deep.equal([2]);
    expect(inputs).to.deep.equal([
      {
        QueueUrl: 'https://queue',
        Entries: ['a', 'b', 'c'].map((MessageBody, index) => ({ Id: String(index), MessageBody })),
      },
    ]);
    answer = { Successful: [{ Id: '0' }] };
    expect(await createSendBatch(client, 'https://queue')(['a'])).to.deep.equal([]);
  });

  it('gets a delivery with a delay of at most 15 minutes', async () => {
    const delivery = { webhook: 'shop' } as Delivery;
    for (const seconds of [0, 5, 901]) await createSendDelivery(client, 'https://queue')(delivery, seconds);
    expect(inputs).to.deep.equal(
      [0, 5, 900].map((DelaySeconds) => ({
        QueueUrl: 'https://queue',
        MessageBody: '{"webhook":"shop"}',
        DelaySeconds,
      })),
    );
  });
});
