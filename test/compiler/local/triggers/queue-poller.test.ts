// The delivery of messages to functions.

import { expect } from 'chai';
import { type Received, withTriggers } from './trigger-run';

const spec = (trigger = '', queue = '') => `
queues:
  jobs: { visibilityTimeoutSeconds: 30, deadLetterQueue: { queue: failed-jobs, maxReceiveCount: 2 }${queue} }
  failed-jobs: { messageRetentionSeconds: 1209600 }
functions:
  worker: { entry: functions/worker.ts, timeoutSeconds: 3, triggers: { jobs: { queue: jobs${trigger} } } }
`;
const bodiesOf = ({ Records }: Received) => Records.map(({ body }) => body);
const failuresOf = (event: Received, failed: (body: string) => boolean) => ({
  batchItemFailures: event.Records.filter(({ body }) => failed(body)).map(({ messageId }) => ({
    itemIdentifier: messageId,
  })),
});
const entries = (...bodies: string[]) => ({
  Entries: bodies.map((MessageBody, at) => ({ Id: `${at}`, MessageBody })),
});

describe('the delivery of messages', () => {
  it('deletes the messages that a function has processed', () =>
    withTriggers(
      spec(),
      () => undefined,
      async ({ events, sqs, pass, bodies }) => {
        await sqs('SendMessageBatch', 'jobs', entries('a', 'b', 'c'));
        await pass(0);
        expect(events.flatMap(bodiesOf)).to.deep.equal(['a', 'b', 'c']);
        expect(events[0]?.Records[0]).to.include({ eventSource: 'aws:sqs', awsRegion: 'us-east-1' });
        expect(events[0]?.Records[0]?.attributes).to.include({ ApproximateReceiveCount: '1' });
        expect(bodies('jobs')).to.deep.equal([]);
      },
    ));

  it('delivers only the failed messages again, after the visibility timeout, and then moves them', () =>
    withTriggers(
      spec(),
      (event) => failuresOf(event, (body) => body === 'b'),
      async ({ events, sqs, pass, bodies }) => {
        await sqs('SendMessageBatch', 'jobs', entries('a', 'b', 'c'));
        await pass(29);
        expect(events.map(bodiesOf)).to.deep.equal([['a', 'b', 'c']]);
        await pass(2);
        expect(events.map(bodiesOf)).to.deep.equal([['a', 'b', 'c'], ['b']]);
        await pass(60);
        expect(events).to.have.length(2);
        expect([bodies('jobs'), bodies('failed-jobs')]).to.deep.equal([[], ['b']]);
      },
    ));

  const WHOLE_BATCH: Readonly<Record<string, unknown>> = {
    'an unknown id': { batchItemFailures: [{ itemIdentifier: 'other' }] },
    'an empty id': { batchItemFailures: [{ itemIdentifier: '' }] },
    'another key': { batchItemFailures: [{ id: 'a' }] },
    'a text': 'done',
  };
  for (const [what, answer] of Object.entries(WHOLE_BATCH))
    it(`fails the whole batch for an answer with ${what}`, () =>
      withTriggers(
        spec(),
        () => answer,
        async ({ sqs, pass, bodies }) => {
          await sqs('SendMessageBatch', 'jobs', entries('a', 'b'));
          await pass(1);
          expect(bodies('jobs')).to.have.members(['a', 'b']);
        },
      ));

  it('waits for a batch to fill during its window', () =>
    withTriggers(
      spec(', maximumBatchingWindowSeconds: 5, batchSize: 3'),
      () => undefined,
      async ({ events, sqs, pass }) => {
        await sqs('SendMessage', 'jobs', { MessageBody: 'a' });
        await pass(3);
        expect(events).to.deep.equal([]);
        await sqs('SendMessage', 'jobs', { MessageBody: 'b' });
        await pass(3);
        expect(events.map(bodiesOf)).to.deep.equal([['a', 'b']]);
        await sqs('SendMessageBatch', 'jobs', entries('c', 'd', 'e'));
        await pass(0);
        expect(events.map(bodiesOf).at(-1)).to.deep.equal(['c', 'd', 'e']);
      },
    ));

  it('deletes messages that no filter wants', () =>
    withTriggers(
      spec(', filters: [{ body: { kind: [wanted] } }]'),
      () => undefined,
      async ({ events, sqs, pass, bodies }) => {
        await sqs('SendMessageBatch', 'jobs', entries('{"kind":"wanted"}', '{"kind":"other"}', 'plain'));
        await pass(0);
        expect(events.map(bodiesOf)).to.deep.equal([['{"kind":"wanted"}']]);
        expect(bodies('jobs')).to.deep.equal([]);
      },
    ));

  it('has at most the maximum concurrency of batches in progress', async () => {
    let running = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => release.push(resolve));
      running -= 1;
    };
    await withTriggers(spec(', batchSize: 1, maximumConcurrency: 2'), slow, async ({ events, sqs, pass }) => {
      await sqs('SendMessageBatch', 'jobs', entries('a', 'b', 'c', 'd'));
      await pass(2);
      expect(events).to.have.length(2);
      while (events.length < 4 || running > 0) {
        for (const resolve of release.splice(0)) resolve();
        await pass(0);
      }
      expect(most).to.equal(2);
    });
  });

  it('keeps the order of a message group, also after a failure', () => {
    const fifo = `
queues: { orders: { fifo: { contentBasedDeduplication: true }, visibilityTimeoutSeconds: 30 } }
functions: { worker: { entry: functions/worker.ts, timeoutSeconds: 3, triggers: { orders: { queue: orders, batchSize: 10 } } } }
`;
    const handle = (event: Received, invocation: number) =>
      failuresOf(event, (body) => invocation === 1 && body !== 'b1');
    return withTriggers(fifo, handle, async ({ events, sqs, pass }) => {
      const send = (MessageBody: string) => ({ Id: MessageBody, MessageBody, MessageGroupId: MessageBody.charAt(0) });
      await sqs('SendMessageBatch', 'orders', { Entries: ['a1', 'b1', 'a2', 'a3'].map(send) });
      await pass(29);
      const first = events.flatMap(bodiesOf);
      expect(first.filter((body) => body.startsWith('a')).slice(0, 1)).to.deep.equal(['a1']);
      await pass(5);
      const seen = events.slice(1).flatMap(bodiesOf);
      expect(seen.filter((body) => body.startsWith('a'))).to.deep.equal(['a1', 'a2', 'a3']);
    });
  });
});
