// Queues on the clock of the run: visibility, redrive, delay and retention.

import { expect } from 'chai';
import { openSqs } from '../../../../compiler/local/stores/sqs';
import { steppedClock } from '../stepped-clock';

const REGION = 'us-east-1';
const urlOf = (name: string) => `http://127.0.0.1:1/000000000000/${name}`;

describe('a queue of a local run', () => {
  async function open() {
    const clock = steppedClock();
    const sqs = await openSqs(clock);
    sqs.serveAt('http://127.0.0.1:1');
    const call = async (operation: string, request: object) => {
      const { statusCode, body } = await sqs.perform(operation, REGION, { ...request });
      expect(statusCode, JSON.stringify(body)).to.equal(200);
      return body;
    };
    const create = (QueueName: string, Attributes: object) => call('CreateQueue', { QueueName, Attributes });
    const send = (name: string, more: object = {}) =>
      call('SendMessage', { QueueUrl: urlOf(name), MessageBody: 'text', ...more });
    const receive = async (name: string) => {
      const { Messages = [] } = (await call('ReceiveMessage', { QueueUrl: urlOf(name) })) as { Messages?: object[] };
      return Messages.length;
    };
    return { clock, create, send, receive };
  }

  it('shows a received message again after the visibility timeout', async () => {
    const { clock, create, send, receive } = await open();
    await create('letters', { VisibilityTimeout: '30' });
    await send('letters');
    expect(await receive('letters')).to.equal(1);
    clock.step(29_000);
    expect(await receive('letters')).to.equal(0);
    clock.step(2_000);
    expect(await receive('letters')).to.equal(1);
  });

  it('moves a message that was received too often to its dead-letter queue', async () => {
    const { clock, create, send, receive } = await open();
    await create('dead', {});
    const deadLetterTargetArn = 'arn:aws:sqs:us-east-1:000000000000:dead';
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
    await create('letters', { VisibilityTimeout: '30', RedrivePolicy });
    await send('letters');
    for (const received of [1, 1, 0]) {
      expect(await receive('letters')).to.equal(received);
      clock.step(31_000);
    }
    expect([await receive('letters'), await receive('dead')]).to.deep.equal([0, 1]);
  });

  it('shows a delayed message after its delay', async () => {
    const { clock, create, send, receive } = await open();
    await create('letters', {});
    await send('letters', { DelaySeconds: 60 });
    clock.step(59_000);
    expect(await receive('letters')).to.equal(0);
    clock.step(2_000);
    expect(await receive('letters')).to.equal(1);
  });

  it('removes messages after the retention period, also received ones', async () => {
    const { clock, create, send, receive } = await open();
    await create('letters', { MessageRetentionPeriod: '120', VisibilityTimeout: '60' });
    await send('letters');
    clock.step(60_000);
    await send('letters');
    expect(await receive('letters')).to.equal(1);
    clock.step(59_000);
    // The first message is invisible, the second one is not.
    expect(await receive('letters')).to.equal(1);
    clock.step(62_000);
    expect(await receive('letters')).to.equal(0);
    await create('unread', { MessageRetentionPeriod: '60' });
    await send('unread');
    await send('unread', { DelaySeconds: 900 });
    clock.step(61_000);
    expect(await receive('unread')).to.equal(0);
    clock.step(900_000);
    expect(await receive('unread')).to.equal(0);
  });
});
