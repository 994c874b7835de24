// Observations of queues in the local run.

import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { nameOf, type Probe } from './probe';
import { withStores } from './store-probes';

/** The limits of a message, its delay, visibility and retention, and the queues after too many receives. */
export const queue: Probe = (graph) =>
  withStores(graph, async ({ call, clock, sqs }) => {
    const [QueueUrl, ...others] = ['jobs', 'failed-jobs', 'abandoned-jobs'].map((part) => urlOf(graph, sqs, part));
    const send = async (bytes: number) =>
      (await call('sqs', 'SendMessage', { QueueUrl, MessageBody: 'x'.repeat(bytes) })).__type;
    const receive = async () =>
      ((await call('sqs', 'ReceiveMessage', { QueueUrl })).Messages as unknown[] | undefined)?.length ?? 0;
    const seen: unknown[] = [await send(2_048), await send(2_049)];
    for (const wait of [0, 6_000, 29_000, 2_000, 30_000, 30_000]) {
      clock.step(wait);
      seen.push(await receive());
    }
    await send(1);
    clock.step(700_000);
    seen.push(await receive());
    for (const url of others) {
      const { Attributes } = await call('sqs', 'GetQueueAttributes', { QueueUrl: url, AttributeNames: ['All'] });
      seen.push((Attributes as { ApproximateNumberOfMessages: string }).ApproximateNumberOfMessages);
    }
    return seen;
  });

/** The answers to a message of a FIFO queue, and to a duplicate without its own deduplication id. */
export const orders: Probe = (graph) =>
  withStores(graph, async ({ call, sqs }) => {
    const QueueUrl = urlOf(graph, sqs, 'orders');
    const send = (MessageGroupId: string) => call('sqs', 'SendMessage', { QueueUrl, MessageBody: 'a', MessageGroupId });
    const first = await send('one');
    const answers = [first, await send('one'), await send('two')];
    return answers.map((answer) => [answer.__type, answer.MessageId === first.MessageId]);
  });

function urlOf(graph: ResourceGraph, sqs: string, part: string): string {
  return `${sqs}/000000000000/${nameOf(graph, 'aws:sqs/queue:Queue', `queues.${part}`)}`;
}
