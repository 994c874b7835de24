// A queue: visibility, retention, redrive and counts.
// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html,
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html

import { expect } from 'chai';
import { MessageQueue, type QueueSettings } from '../../../compiler/model/message-queue';
import { fc } from '../../random';

const queueOf = (more: Partial<QueueSettings> = {}) =>
  new MessageQueue({ visibilityTimeoutSeconds: 30, messageRetentionSeconds: 600, ...more });

const bodies = (queue: MessageQueue, now: number, count = 10) =>
  (queue.receive(now, count) ?? []).map(({ body }) => body);

describe('a queue', () => {
  it('hides a received message until its visibility timeout ends', () => {
    const queue = queueOf();
    queue.send(0, 'a');
    expect([0, 29.9, 30, 31].map((now) => bodies(queue, now))).to.deep.equal([['a'], [], ['a'], []]);
  });

  it('deletes a message by its latest receipt only', () => {
    const queue = queueOf();
    queue.send(0, 'a');
    const [first] = queue.receive(0) ?? [];
    const [second] = queue.receive(30) ?? [];
    expect(second?.receives).to.equal(2);
    expect(queue.delete(31, first?.receipt ?? '')).to.equal(false);
    expect(queue.delete(31, second?.receipt ?? '')).to.equal(true);
    expect(queue.delete(31, second?.receipt ?? '')).to.equal(false);
    expect(queue.counts(100).visible).to.equal(0);
  });

  it('changes the visibility of a message in flight', () => {
    const queue = queueOf();
    queue.send(0, 'a');
    const [{ receipt } = { receipt: '' }] = queue.receive(0) ?? [];
    expect(queue.changeVisibility(10, receipt, 60)).to.equal(true);
    expect([69, 70].map((now) => bodies(queue, now))).to.deep.equal([[], ['a']]);
    expect(queue.changeVisibility(71, receipt, 0)).to.equal(false);
    const [{ receipt: later } = { receipt: '' }] = queue.receive(100) ?? [];
    expect(queue.changeVisibility(101, later, 0)).to.equal(true);
    expect(queue.changeVisibility(101, later, 5)).to.equal(false);
    expect(bodies(queue, 101)).to.deep.equal(['a']);
  });

  it('receives at most ten messages, the oldest first', () => {
    const queue = queueOf();
    for (let count = 0; count < 13; count += 1) queue.send(count, String(count));
    expect(bodies(queue, 20, 2)).to.deep.equal(['0', '1']);
    expect(bodies(queue, 20, 99)).to.have.length(10);
  });

  it('counts messages by their state', () => {
    const queue = queueOf();
    queue.send(0, 'a');
    queue.send(10, 'b');
    queue.send(10, 'c', 15);
    queue.receive(10);
    expect(queue.counts(20)).to.deep.equal({ visible: 1, notVisible: 1, delayed: 1, oldestSeconds: 20 });
    expect(queue.counts(25)).to.deep.equal({ visible: 2, notVisible: 1, delayed: 0, oldestSeconds: 25 });
  });

  it('deletes messages after their retention, also those in flight', () => {
    const queue = queueOf({ messageRetentionSeconds: 60 });
    queue.send(0, 'a');
    queue.receive(50);
    expect([59, 60].map((now) => queue.counts(now).notVisible)).to.deep.equal([1, 0]);
  });

  it('moves a message that was received too often, which keeps its age', () => {
    const target = queueOf();
    const queue = queueOf({ redrive: { maxReceiveCount: 2, target } });
    queue.send(0, 'a');
    expect([0, 30, 60].map((now) => bodies(queue, now))).to.deep.equal([['a'], ['a'], []]);
    expect(target.counts(60)).to.deep.equal({ visible: 1, notVisible: 0, delayed: 0, oldestSeconds: 60 });
    expect(queue.counts(60).visible).to.equal(0);
  });

  it('refuses a receive while too many messages are in flight', () => {
    const queue = queueOf({ mostInFlight: 2 });
    for (let count = 0; count < 3; count += 1) queue.send(0, 'x');
    expect([0, 0].map((now) => queue.receive(now)?.length)).to.deep.equal([1, 1]);
    expect(queue.receive(1)).to.equal(undefined);
    expect(queue.receive(30)).to.have.length(1);
  });

  it('does not lose or duplicate messages', () => {
    const step = fc.record({ wait: fc.nat(40), action: fc.constantFrom('send', 'receive', 'delete') });
    fc.assert(
      fc.property(fc.array(step, { size: 'max', maxLength: 60 }), (steps) => {
        const target = queueOf({ messageRetentionSeconds: 1e6 });
        const queue = queueOf({ messageRetentionSeconds: 1e6, redrive: { maxReceiveCount: 3, target } });
        let [now, sent, deleted, receipt] = [0, 0, 0, ''];
        for (const { wait, action } of steps) {
          now += wait;
          if (action === 'send') sent += queue.send(now, 'x') >= 0 ? 1 : 0;
          else if (action === 'receive') receipt = queue.receive(now)?.[0]?.receipt ?? receipt;
          else if (queue.delete(now, receipt)) deleted += 1;
        }
        const left = [queue, target]
          .map((one) => one.counts(now))
          .map(({ visible, notVisible }) => visible + notVisible);
        expect(deleted + (left[0] ?? 0) + (left[1] ?? 0)).to.equal(sent);
      }),
    );
  });
});
