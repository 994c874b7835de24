// Observations of tables, queues and secrets, which are called as the developer or as a function.

import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { createCapacity } from '../../../../compiler/local/capacity/run-capacity';
import { principalOf } from '../../../../compiler/local/functions/principal';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { createMetrics } from '../../../../compiler/local/metrics/run-metrics';
import { createRunLimits } from '../../../../compiler/local/run-limits';
import { startStores } from '../../../../compiler/local/stores/stores';
import { steppedClock } from '../stepped-clock';
import { ENDPOINTS, nameOf, type Probe } from './probe';

const TARGETS = { dynamodb: 'DynamoDB_20120810', sqs: 'AmazonSQS', secretsmanager: 'secretsmanager' };

/** Starts the tables and queues of a graph, and calls them as the developer or as a function. */
export async function withStores<T>(graph: ResourceGraph, task: (stores: OpenStores) => Promise<T>): Promise<T> {
  const clock = steppedClock();
  const limits = createRunLimits('enforce', clock);
  const capacity = createCapacity(limits, createMetrics(clock));
  const stores = await startStores({ region: graph.provider.region, onFailure: () => {}, capacity, clock });
  try {
    const resources = resolveLocally(graph, { ...ENDPOINTS, dynamodb: stores.dynamodb, sqs: stores.sqs });
    await (await stores.prepare(resources)).commit();
    const [one] = resources.of('aws:lambda/function:Function').filter(({ name }) => name === 'one');
    const accessKeyId = one === undefined ? '' : stores.callers.register(principalOf(one, resources));
    const call: OpenStores['call'] = async (service, operation, request, caller = 'developer') => {
      const key = caller === 'function' ? accessKeyId : 'any';
      const scope = `20260101/${graph.provider.region}/${service}/aws4_request`;
      const response = await fetch(stores[service], {
        method: 'POST',
        headers: {
          'Content-Type': `application/x-amz-json-${service === 'secretsmanager' ? '1.1' : '1.0'}`,
          'X-Amz-Target': `${TARGETS[service]}.${operation}`,
          'X-Amz-Date': '20260101T000000Z',
          Authorization: `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=host, Signature=0`,
        },
        body: JSON.stringify(request),
      });
      return (await response.json()) as Answer;
    };
    return await task({ call, clock, sqs: stores.sqs });
  } finally {
    await stores.stop();
  }
}

type Answer = { readonly __type?: string; readonly [member: string]: unknown };

interface OpenStores {
  call(
    service: keyof typeof TARGETS,
    operation: string,
    request: object,
    caller?: 'developer' | 'function',
  ): Promise<Answer>;
  readonly clock: ReturnType<typeof steppedClock>;
  readonly sqs: string;
}

/** The names of tables and queues, without the port of the stand-in. */
export const names: Probe = (graph) =>
  withStores(graph, async ({ call, sqs }) => {
    const { TableNames } = await call('dynamodb', 'ListTables', {});
    const { QueueUrls } = await call('sqs', 'ListQueues', {});
    return [TableNames, JSON.stringify(QueueUrls).replaceAll(sqs, '')];
  });

/** The shapes of the table's keys and indexes, as writes and queries see them. */
export const keys: Probe = (graph) =>
  withStores(graph, async ({ call }) => {
    const TableName = nameOf(graph, 'aws:dynamodb/table:Table');
    const item = {
      id: { S: 'a' },
      at: { N: '1' },
      rank: { N: '1' },
      owner: { S: 'o' },
      note: { S: 'n' },
      more: { S: 'm' },
    };
    const put = await call('dynamodb', 'PutItem', { TableName, Item: item });
    const query = await call('dynamodb', 'Query', {
      TableName,
      IndexName: 'by-owner',
      KeyConditionExpression: '#owner = :o AND #rank = :rank',
      ExpressionAttributeNames: { '#owner': 'owner', '#rank': 'rank' },
      ExpressionAttributeValues: { ':o': { S: 'o' }, ':rank': { N: '1' } },
    });
    return [put, query];
  });

/** The numbers of writes and reads of big items until capacity ends, of the table and of its index. */
export const capacity: Probe = (graph) =>
  withStores(graph, async ({ call }) => {
    const TableName = nameOf(graph, 'aws:dynamodb/table:Table');
    const text = { S: 'x'.repeat(99_000) };
    const put = (at: number, more: object) =>
      call('dynamodb', 'PutItem', { TableName, Item: { id: { S: 'a' }, at: { N: `${at}` }, ...more } });
    const until = async (most: number, task: (at: number) => Promise<Answer>) => {
      for (let at = 0; at < most; at += 1) {
        const answer = await task(at);
        if (answer.__type !== undefined) return [at, answer.ThrottlingReasons];
      }
      return most;
    };
    const reads = async (IndexName?: string) => {
      const request = {
        TableName,
        KeyConditionExpression: IndexName === undefined ? 'id = :a' : '#owner = :a',
        ...(IndexName !== undefined && { IndexName, ExpressionAttributeNames: { '#owner': 'owner' } }),
        ExpressionAttributeValues: { ':a': { S: IndexName === undefined ? 'a' : 'o' } },
        ConsistentRead: IndexName === undefined,
      };
      return until(60, () => call('dynamodb', 'Query', request));
    };
    const inIndex = await until(4, (at) => put(at, { owner: { S: 'o' }, rank: { N: `${at}` }, note: text }));
    return [inIndex, await reads('by-owner'), await until(8, (at) => put(10 + at, { more: text })), await reads()];
  });

/** The actions that the role of a function allows. */
export const permissions: Probe = (graph) =>
  withStores(graph, async ({ call, sqs }) => {
    const TableName = nameOf(graph, 'aws:dynamodb/table:Table');
    const QueueUrl = `${sqs}/000000000000/${nameOf(graph, 'aws:sqs/queue:Queue', 'queues.jobs')}`;
    const types = [];
    for (const [service, operation, request] of [
      ['dynamodb', 'PutItem', { TableName, Item: { id: { S: 'a' }, at: { N: '1' } } }],
      ['dynamodb', 'GetItem', { TableName, Key: { id: { S: 'a' }, at: { N: '1' } } }],
      ['sqs', 'SendMessage', { QueueUrl, MessageBody: 'x' }],
      ['sqs', 'ReceiveMessage', { QueueUrl }],
      ['secretsmanager', 'GetSecretValue', { SecretId: 'small/signing-key' }],
    ] as const)
      types.push((await call(service, operation, request, 'function')).__type);
    return types;
  });
