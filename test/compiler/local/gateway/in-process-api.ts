// The gateway of a graph in the process of a test, without servers, stores and threads.

import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { createApi } from '../../../../compiler/local/gateway/api';
import type { GatewayRequest } from '../../../../compiler/local/gateway/gateway-message';
import { deriveRoutes } from '../../../../compiler/local/gateway/routes';
import type { LimitsMode } from '../../../../compiler/local/limits-mode';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { createMetrics } from '../../../../compiler/local/metrics/run-metrics';
import { createRunLimits } from '../../../../compiler/local/run-limits';
import { type SteppedClock, steppedClock } from '../stepped-clock';

const ENDPOINTS = { api: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:2', sqs: 'http://127.0.0.1:3' };

/** A response, and its body read as JSON. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const echo = async (event: unknown) => JSON.stringify({ statusCode: 200, body: JSON.stringify(event) });

/** The functions of an API: they return the events that they receive, or the result of `invoke`. */
export interface TestFunctions {
  readonly mode?: LimitsMode;
  readonly clock?: SteppedClock;
  readonly invoke?: (event: unknown, name: string) => Promise<string>;
}

/** Creates the gateway of a graph. */
export function apiOf(graph: ResourceGraph, options: TestFunctions = {}) {
  const { mode = 'enforce', clock = steppedClock(), invoke = echo } = options;
  const resources = resolveLocally(graph, ENDPOINTS);
  const routes = deriveRoutes(resources);
  const limits = createRunLimits(mode, clock);
  const metrics = createMetrics(clock);
  const lines: string[] = [];
  const hostOf = (arn: string) => {
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    return { name, invoke: (event: unknown) => invoke(event, name), stop: async () => {} };
  };
  const region = graph.provider.region;
  const functionArns = resources
    .of('aws:lambda/function:Function')
    .map(({ name, inputs }) => `arn:aws:lambda:${region}:000000000000:function:${inputs.name ?? name}`);
  const { apiKeys, serve } = createApi(resources, {
    routes,
    functions: new Map(functionArns.map((arn) => [arn, hostOf(arn)])),
    quotas: graph.quotas,
    limits,
    metrics,
    print: (line) => lines.push(line),
  });
  return {
    apiKeys,
    routes,
    resources,
    tokens: limits.tokens,
    clock,
    metrics,
    lines,
    refusals: () => limits.refusals.counts(),
    /** Sends a request, such as `GET /prod/payments`. */
    async send(line: string, request: Partial<GatewayRequest> = {}): Promise<Answer> {
      const [method = '', target = ''] = line.split(' ');
      const { statusCode, headers, body } = await serve({
        ...{ method, target, protocol: 'HTTP/1.1', headers: [], body: Buffer.from(''), sourceIp: '127.0.0.1', port: 1 },
        ...request,
      });
      return {
        statusCode,
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        body: JSON.parse(String(body)),
      };
    },
    /** Sends a request several times. Returns the number of responses by status. */
    async count(line: string, times: number, request: Partial<GatewayRequest> = {}): Promise<Record<number, number>> {
      const counts: Record<number, number> = {};
      for (let sent = 0; sent < times; sent += 1) {
        const { statusCode } = await this.send(line, request);
        counts[statusCode] = (counts[statusCode] ?? 0) + 1;
      }
      return counts;
    },
  };
}
