// Observations of running local systems: the same requests, calls and values for each graph.

import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { watchAlarms } from '../../../../compiler/local/alarms/alarm-watch';
import { createCapacity } from '../../../../compiler/local/capacity/run-capacity';
import { principalOf } from '../../../../compiler/local/functions/principal';
import { userOf } from '../../../../compiler/local/gateway/identities';
import { deriveRoutes } from '../../../../compiler/local/gateway/routes';
import { deriveApiKeys } from '../../../../compiler/local/gateway/usage-plans';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { createMetrics } from '../../../../compiler/local/metrics/run-metrics';
import { createRunLimits } from '../../../../compiler/local/run-limits';
import { startStores } from '../../../../compiler/local/stores/stores';
import { renderExamples } from '../../../../compiler/local/summary';
import { apiOf } from '../gateway/in-process-api';
import { signGet } from '../gateway/sign';
import { steppedClock } from '../stepped-clock';

/** Observes a system of a graph. Systems with equal observations behave alike. */
export type Probe = (graph: ResourceGraph) => Promise<unknown>;

const ENDPOINTS = { api: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:2', sqs: 'http://127.0.0.1:3' };
const TARGETS = { dynamodb: 'DynamoDB_20120810', sqs: 'AmazonSQS', secretsmanager: 'secretsmanager' };
const MINUTE = 60_000;
const DAY = 86_400_000;

/** The name on AWS of the only resource of a kind, or of one that has a name in the spec. */
export function nameOf(graph: ResourceGraph, kind: string, part = ''): string {
  const node = graph.resources.find((one) => one.kind === kind && one.origin.path.includes(part));
  return String((node?.inputs as { name?: unknown } | undefined)?.name ?? node?.name);
}

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

/** The answers of the API to series of requests at the same time, on a clock that is moved between them. */
export const requests: Probe = async (graph) => {
  const api = apiOf(graph, {
    async invoke(event, name) {
      await new Promise((resolve) => setImmediate(resolve));
      return JSON.stringify({ statusCode: 200, body: JSON.stringify([name, event]) });
    },
  });
  const [stage] = graph.resources.flatMap((node) =>
    node.kind === 'aws:apigateway/stage:Stage' ? [node.inputs.stageName] : [],
  );
  const base = { protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', port: 1, headers: [] };
  const key = [['x-api-key', api.apiKeys.find(({ name }) => name.includes('first'))?.value ?? '']] as const;
  const statuses = (line: string, times: number, request: object = {}) =>
    Promise.all(Array.from({ length: times }, async () => (await api.send(line, { ...base, ...request })).statusCode));
  const json = { headers: [['Content-Type', 'application/json']] as const, body: Buffer.from('{"kind":"entry"}') };
  const { 'x-amzn-requestid': _, ...headers } = (await api.send('GET /prod/none')).headers;
  const seen: unknown[] = [headers, stage];
  for (const wait of [0, 1_000, 4_000]) {
    api.clock.step(wait);
    seen.push(
      await statuses('GET /prod/one/a?day=1', 5),
      await statuses('POST /prod/one', 8, json),
      await statuses('GET /prod/keyed', 4, { headers: key }),
    );
  }
  api.clock.step(DAY);
  seen.push(await statuses('GET /prod/keyed', 4, { headers: key }), await statuses('GET /prod/keyed', 1));
  seen.push(
    await statuses('GET /prod/one/a', 1),
    await statuses('POST /prod/one', 1, { ...json, body: Buffer.from('{}') }),
  );
  seen.push(await statuses('GET /prod/many', 150), await statuses('GET /prod/many', 120));
  api.clock.step(10);
  seen.push(await statuses('GET /prod/many', 120));
  const echoed = await api.send('POST /prod/one', { ...base, ...json });
  seen.push(echoed.statusCode, JSON.stringify(echoed.body).includes('-one-'), api.metrics.list());
  return seen;
};

/** The invocations and the answers of a route with a Lambda authorizer, and of one with a cache, over two minutes. */
export const memory: Probe = async (graph) => {
  const invoked: string[] = [];
  const api = apiOf(graph, {
    async invoke(event, name) {
      const { type, methodArn } = event as { readonly type?: string; readonly methodArn?: string };
      invoked.push(`${name} ${type}`);
      if (type === undefined) return JSON.stringify({ statusCode: 200, body: JSON.stringify(event) });
      const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: methodArn }];
      return JSON.stringify({ principalId: name, policyDocument: { Version: '2012-10-17', Statement } });
    },
  });
  const headers = [['X-Caller', 'a']] as const;
  const seen: unknown[] = [(await api.send('GET /prod/guarded')).statusCode];
  for (let second = 0; second < 120; second += 20) {
    const guarded = await api.send('GET /prod/guarded', { headers });
    const { requestContext: context } = guarded.body as { readonly requestContext?: { readonly authorizer?: unknown } };
    const cached = await api.send('GET /prod/cached');
    seen.push([guarded.statusCode, context?.authorizer, cached.statusCode, invoked.splice(0)]);
    api.clock.step(20_000);
  }
  return seen;
};

/** The answers to tokens of a user pool with and without a scope. */
export const tokens: Probe = async (graph) => {
  const { tokens: issuer, send } = apiOf(graph);
  const iss = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI';
  const seen: unknown[] = [];
  for (const claims of [{ scope: 'small/read' }, { scope: 'small/write' }, {}]) {
    const token = issuer.issue({ ...claims, iss, token_use: 'access', exp: 4_000_000_000 });
    seen.push((await send('GET /prod/signed-in', { headers: [['Authorization', token]] })).statusCode);
  }
  return seen;
};

/** The answers to callers of several networks, VPC endpoints and accounts. */
export const networks: Probe = async (graph) => {
  const { send } = apiOf(graph);
  const seen: unknown[] = [];
  const sourceIp = '203.0.113.9';
  for (const network of [{}, { sourceIp }, { sourceIp, vpcEndpoint: 'vpce-0123456789abcdef0' }])
    seen.push((await send('GET /prod/many', network)).statusCode);
  for (const account of ['111122223333', '444455556666']) {
    const headers = signGet('/prod/signed', { identity: userOf(account) });
    seen.push((await send('GET /prod/signed', { headers })).statusCode);
  }
  return seen;
};

/** The statuses of 60 requests every ten seconds, and of one after a break. */
export const floods: Probe = async (graph) => {
  const api = apiOf(graph);
  const seen: unknown[] = [];
  for (let second = 0; second < 100; second += 10) {
    seen.push(await api.count('GET /prod/many', 60));
    api.clock.step(10_000);
  }
  api.clock.step(61_000);
  seen.push(await api.count('GET /prod/many', 1));
  return seen;
};

/** The answer to a request whose function takes half a second more than the API waits. */
export const lateness: Probe = async (graph) => {
  const invoke = () => new Promise<string>((resolve) => setTimeout(resolve, 3_500, '{"statusCode":200,"body":"{}"}'));
  return (await apiOf(graph, { invoke }).send('GET /prod/many')).statusCode;
};

/** The commands that `start` prints. */
export const examples: Probe = async (graph) => {
  const resources = resolveLocally(graph, ENDPOINTS);
  return renderExamples(graph, {
    routes: deriveRoutes(resources),
    apiKeys: deriveApiKeys(resources),
    url: ENDPOINTS.api,
  });
};

/** The durations of a function in each minute, and for each request whether it failed. */
const MINUTES: readonly { readonly durations?: readonly number[]; readonly requests?: readonly (0 | 1)[] }[] = [
  { durations: [1, 3], requests: [1, 0] },
  { durations: [2, 3], requests: [1, 1, 0] },
  { durations: [2], requests: [0, 0] },
  { durations: [3], requests: [1] },
  {},
  { durations: [3, 1], requests: [0, 1] },
  {},
  {},
  {},
  {},
  {},
  {},
];

/** The states of alarms over time, and the messages in the inbox. */
export const alarms: Probe = async (graph) => {
  const clock = steppedClock();
  const metrics = createMetrics(clock);
  const lines: string[] = [];
  const watch = watchAlarms({ clock, metrics, sample: () => {}, print: (line) => lines.push(line) });
  const resources = resolveLocally(graph, ENDPOINTS);
  watch.configure(resources);
  const dimensions = { ApiName: nameOf(graph, 'aws:apigateway/restApi:RestApi'), Stage: 'prod' };
  const ofFunction = { FunctionName: nameOf(graph, 'aws:lambda/function:Function', 'functions.one') };
  const duration = metrics.recorder({ namespace: 'AWS/Lambda', name: 'Duration', dimensions: ofFunction });
  const failure = metrics.recorder({ namespace: 'AWS/ApiGateway', name: '5XXError', dimensions });
  const request = metrics.recorder({ namespace: 'AWS/ApiGateway', name: 'Count', dimensions });
  for (const { durations = [], requests: sent = [] } of MINUTES) {
    for (const value of durations) duration(value);
    for (const value of sent) {
      failure(value);
      request(1);
    }
    clock.step(MINUTE);
    lines.push('-');
  }
  watch.stop();
  const definitions = watch.alarms.states().map(({ definition }) => definition);
  return [lines, watch.inbox.messages(), definitions];
};
