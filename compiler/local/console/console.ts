// The console of a run: its page, its data as JSON, its events, and actions that need the page's token.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { ResourceGraph } from '../../graph/graph';
import { credentialsOf, networkOptions, renderCurl, requestOf } from '../curl';
import { refuseForeignPage } from '../foreign-page';
import { allowedNetwork } from '../gateway/caller-network';
import type { GatewayRequest } from '../gateway/gateway-message';
import type { ServedResponse } from '../gateway/http-server';
import { matchRoute } from '../gateway/routes';
import { act } from './actions';
import { problem, respond, respondJson } from './answers';
import type { Example, RunState, Tick } from './api';
import type { ConsoleParts, ConsoleSystem } from './console-parts';
import { createEventStream } from './event-stream';
import { limitSamples } from './limit-samples';
import { CONSOLE_PATH, renderPage, SCRIPT_PATH } from './page-html';
import { read } from './reads';
import { SampledSeries } from './sampled-series';
import { ALL_REQUESTS } from './traffic-counters';
import { triggerSamples } from './trigger-views';

/** A console. */
export interface Console {
  /** Answers a request below `/console`. */
  serve(request: GatewayRequest): Promise<ServedResponse>;
  /** Ends the streams of events. */
  stop(): void;
}

/** Maximum number of pages that receive events at the same time. */
const MOST_STREAMS = 20;

/** The header with the token of the page. */
const TOKEN_HEADER = 'x-console-token';

/** Creates the console of a run. */
export function createConsole(parts: ConsoleParts): Console {
  const token = randomBytes(24).toString('base64url');
  const history = new SampledSeries(() => {
    const { routes, apiKeys } = parts.system();
    const sampled = { limits: parts.limits, routes, apiKeys, capacities: parts.capacities() };
    return [...limitSamples(sampled), ...triggerSamples(parts)];
  });
  let version = 0;
  let latest: ResourceGraph | undefined;
  /** Counts the graphs that were served, so that the page notices a reload. */
  const versionOf = (graph: ResourceGraph) => {
    if (graph !== latest) version += 1;
    latest = graph;
    return version;
  };
  const streams = new Set<ReturnType<typeof createEventStream>>();

  async function answer({ method, target, headers, body, port }: GatewayRequest): Promise<ServedResponse> {
    const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
    const foreign = refuseForeignPage({ host: headerOf('host'), origin: headerOf('origin') }, port);
    if (foreign !== undefined) return problem(403, foreign);
    const url = new URL(target, parts.url);
    const path = url.pathname.replace(/\/$/, '');
    if (method === 'POST') {
      if (!isEqual(headerOf(TOKEN_HEADER), token))
        return problem(403, 'the token of the page is missing or old; reload the page');
      return act(path.slice(`${CONSOLE_PATH}/api/`.length), body, { ...parts, port });
    }
    if (method !== 'GET') return problem(405, `${method} is not supported`);
    if (path === CONSOLE_PATH) return respond(200, 'text/html; charset=utf-8', renderPage(token));
    if (path === SCRIPT_PATH) return respond(200, 'text/javascript; charset=utf-8', parts.sources.readScript());
    if (path === `${CONSOLE_PATH}/api/events`) return openStream();
    if (path === `${CONSOLE_PATH}/api/state`) return respondJson(stateOf(parts));
    return read(path.slice(`${CONSOLE_PATH}/api/`.length), url.searchParams, parts, history);
  }

  function openStream(): ServedResponse {
    if (streams.size >= MOST_STREAMS) return problem(503, `${MOST_STREAMS} pages are open; close one of them`);
    const stream = createEventStream(() => {
      const tick = tickOf(parts, versionOf(parts.system().graph));
      const { at: _at, clock: _clock, all, ...counts } = tick;
      return { state: tick, revision: JSON.stringify([counts, all.perSecond]) };
    });
    streams.add(stream);
    stream.once('close', () => streams.delete(stream));
    return respond(200, 'text/event-stream', stream);
  }

  return {
    async serve(request) {
      try {
        return await answer(request);
      } catch (error) {
        return problem(500, `the console failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    stop() {
      history.stop();
      for (const stream of streams) stream.destroy();
    },
  };
}

function isEqual(given: string | undefined, token: string): boolean {
  return given?.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
}

function tickOf({ recorder, limits, inbox }: ConsoleParts, version: number): Tick {
  return {
    at: Date.now(),
    clock: limits.clock.now(),
    requests: recorder.rows.count,
    inProgress: recorder.inProgress,
    deliveries: recorder.deliveries.changes,
    messages: inbox.messages().at(-1)?.id ?? 0,
    version,
    all: recorder.trafficOf(ALL_REQUESTS),
  };
}

function stateOf(parts: ConsoleParts): RunState {
  const { url, limits, recorder } = parts;
  const { graph } = parts.system();
  return {
    spec: graph.place.replace(/:\d+:\d+$/, ''),
    region: graph.provider.region,
    url,
    limits: limits.mode,
    examples: examplesOf(parts.system(), url),
    capacity: { requests: recorder.limits.rows, details: recorder.limits.details },
  };
}

function examplesOf({ graph, routes, apiKeys }: ConsoleSystem, url: string): Example[] {
  const [stage] = routes.map((route) => route.stage);
  return graph.examples.map((example) => {
    const request = requestOf(example, `${url}/${stage}`);
    const target = request.url.slice(url.length);
    const route = matchRoute(routes, example.method, target.split('?')[0] ?? '')?.route;
    const credentials =
      route === undefined ? [] : credentialsOf(route, { apiKeys, region: graph.provider.region, url });
    const curl = renderCurl(request, [...networkOptions(allowedNetwork(graph)), ...credentials]);
    return { route: example.route, method: example.method, target, curl };
  });
}
