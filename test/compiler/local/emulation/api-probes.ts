// Observations of the API, in the process of the test.

import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { userOf } from '../../../../compiler/local/gateway/identities';
import { apiOf } from '../gateway/in-process-api';
import { signGet } from '../gateway/sign';
import type { Probe } from './probe';

const DAY = 86_400_000;

/** The API of a graph, with functions that answer after other requests have come in. */
const slowApiOf = (graph: ResourceGraph) =>
  apiOf(graph, {
    async invoke(event, name) {
      await new Promise((resolve) => setImmediate(resolve));
      return JSON.stringify({ statusCode: 200, body: JSON.stringify([name, event]) });
    },
  });

/** The statuses of more requests at the same time than the account has throttle and concurrency for. */
export const crowds: Probe = async (graph) => {
  const api = slowApiOf(graph);
  const statuses = (times: number) =>
    Promise.all(Array.from({ length: times }, async () => (await api.send('GET /prod/many')).statusCode));
  // The account has fewer requests left than the route.
  for (let sent = 0; sent < 5; sent += 1) await api.send('GET /prod/cached');
  const seen: unknown[] = [await statuses(150), await statuses(120)];
  api.clock.step(10);
  seen.push(await statuses(120));
  return seen;
};

/** The answers of the API to series of requests at the same time, on a clock that is moved between them. */
export const requests: Probe = async (graph) => {
  const api = slowApiOf(graph);
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
