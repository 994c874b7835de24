// The actions of the console that change the state of the run: send an example, replay a request, redrive a queue.

import { randomUUID } from 'node:crypto';
import { issueToken } from '../cognito/serve-tokens';
import { deriveUserPools } from '../cognito/user-pools';
import { requestOf } from '../curl';
import { allowedNetwork } from '../gateway/caller-network';
import type { ServedResponse } from '../gateway/http-server';
import { RECEIVER_MODES } from '../webhooks/receiver';
import { describeReceiver } from './alarm-views';
import { problem, respondJson } from './answers';
import { type CalledApi, type SentRequest, send } from './console-client';
import type { ConsoleParts } from './console-parts';
import { redrive } from './redrive';

type ActionParts = ConsoleParts & { readonly port: number };

type Action = (fields: Readonly<Record<string, unknown>>, parts: ActionParts) => Promise<ServedResponse>;

const ACTIONS: Readonly<Record<string, Action>> = {
  send: async ({ example: at }, parts) => {
    const { graph, routes } = parts.system();
    const example = graph.examples[Number(at)];
    if (example === undefined) return problem(404, 'the spec has no such example');
    const { method, url, headers, body } = requestOf(example, `/${routes[0]?.stage ?? ''}`);
    const sent = { method, target: url, headers, ...(body !== undefined && { body: Buffer.from(body) }) };
    return respondJson({ id: (await send(sent, apiOf(parts))).id });
  },
  replay: async ({ id: repeated, hasNewKey }, parts) => {
    const record = parts.recorder.recordOf(String(repeated));
    if (record === undefined) return problem(404, 'the request is no longer stored');
    const { method, target, headers, body, sourceIp, vpcEndpoint } = record.request;
    if (body === undefined) return problem(409, 'the body of the request is stored only in part');
    const network = { sourceIp, ...(vpcEndpoint !== undefined && { vpcEndpoint }) };
    const sent = { method, target, body, network, headers: hasNewKey === true ? withNewKey(headers) : headers };
    const { id } = await send(sent, apiOf(parts));
    parts.recorder.link(id, String(repeated));
    return respondJson({ id });
  },
  receiver: async ({ mode: wanted }, { receiver }) => {
    const mode = RECEIVER_MODES.find((one) => one === wanted);
    if (mode === undefined) return problem(400, `the mode must be one of ${RECEIVER_MODES.join(', ')}`);
    receiver.respondWith(mode);
    return respondJson(describeReceiver(receiver));
  },
  redrive: async ({ queue }, parts) => {
    const { resources, routes } = parts.system();
    const api = apiOf(parts);
    const result = await redrive(String(queue), {
      stores: parts.stores,
      resources,
      stagePath: `/${routes[0]?.stage ?? ''}`,
      async send(request) {
        const { response, id } = await send(request, api);
        return { statusCode: response.statusCode, requestId: id };
      },
    });
    return result === undefined ? problem(404, `unknown queue "${String(queue)}"`) : respondJson(result);
  },
};

/** Performs an action. Its fields are a JSON object. */
export async function act(path: string, body: Buffer | undefined, parts: ActionParts): Promise<ServedResponse> {
  const action = Object.hasOwn(ACTIONS, path) ? ACTIONS[path] : undefined;
  if (action === undefined) return problem(404, 'the console has no such action');
  const fields = fieldsOf(body);
  return fields === undefined ? problem(400, 'the body must be a JSON object') : action(fields, parts);
}

function fieldsOf(body: Buffer | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function apiOf({ system, serve, port, limits }: ActionParts): CalledApi {
  const { graph, routes, apiKeys, resources } = system();
  const tokenFor: CalledApi['tokenFor'] = ({ authorizerId }) => {
    const [pool] = deriveUserPools(resources).get(authorizerId) ?? [];
    return pool === undefined ? '' : issueToken(limits.tokens, pool, routes);
  };
  return {
    routes,
    apiKeys,
    region: resources.region,
    port,
    serve,
    tokenFor,
    network: allowedNetwork(graph),
    now: Date.now,
  };
}

function withNewKey(headers: SentRequest['headers']): SentRequest['headers'] {
  return headers.map(([name, value]) => (/^idempotency-key$/i.test(name) ? [name, randomUUID()] : [name, value]));
}
