// A version of the local system: the routes and running functions of one graph. The next version replaces it.

import type { AccountQuotas, ResourceGraph } from '../graph/graph';
import type { Callers } from './front/callers';
import { type FunctionHost, InvocationError, startFunction } from './functions/function-host';
import { describeFunction } from './functions/function-settings';
import type { SpareThreads } from './functions/function-thread';
import { principalOf } from './functions/principal';
import { Traffic } from './functions/traffic';
import { createApi } from './gateway/api';
import { prepareBodyModels } from './gateway/checks/body-model';
import type { Gateway } from './gateway/gateway';
import { deriveRoutes, type Route } from './gateway/routes';
import type { ApiKey } from './gateway/usage-plans';
import type { LocalEndpoints, LocalResources } from './local-values';
import { recordEmbedded } from './metrics/function-metrics';
import type { RunMetrics } from './metrics/run-metrics';
import type { RunBundle } from './run-bundler';
import type { RunLimits } from './run-limits';
import type { RunObserver } from './run-observer';

/** A running version. */
export interface Version {
  readonly routes: readonly Route[];
  readonly apiKeys: readonly ApiKey[];
  /** Answers a request. */
  readonly serve: Gateway;
  /**
   * Invokes a function for a trigger, and returns its response as JSON text. Rejects with InvocationError or ThrottledInvocation.
   * @param traceId the root of the invocation's trace
   */
  invoke(functionArn: string, event: unknown, traceId: string): Promise<string>;
  /** Resolves when no request and no function is in progress. */
  drained(): Promise<void>;
  /** Stops the functions, including calls in progress. */
  stop(): Promise<void>;
}

/** A version with what it serves. */
export interface ServedVersion extends Version {
  readonly graph: ResourceGraph;
  readonly resources: LocalResources;
}

/** The parts of a version, besides its resources. */
export interface VersionParts {
  readonly endpoints: LocalEndpoints;
  /** The bundle of each function, by the name of its node. */
  readonly bundles: ReadonlyMap<string, RunBundle>;
  /** The callers of tables and queues, to which the functions are added while they run. */
  readonly callers: Callers;
  /** Threads for functions, which the next version takes. */
  readonly spares: SpareThreads;
  readonly quotas: AccountQuotas;
  readonly limits: RunLimits;
  readonly metrics: RunMetrics;
  readonly print: (line: string) => void;
  readonly observer?: RunObserver | undefined;
}

/** Starts a version. Rejects with LocalRunError if a function does not start or a route cannot be served. */
export async function startVersion(resources: LocalResources, parts: VersionParts): Promise<Version> {
  const { endpoints, bundles, callers, spares, quotas, limits, metrics, print, observer } = parts;
  const routes = deriveRoutes(resources);
  const nodes = resources.of('aws:lambda/function:Function');
  const accessKeyIds = nodes.map((node) => callers.register(principalOf(node, resources)));
  const settings = nodes.map((node, at) => ({
    spares,
    ...describeFunction(node, {
      region: resources.region,
      endpoints,
      accessKeyId: accessKeyIds[at] ?? '',
      bundle: bundles.get(node.name) ?? { folder: '' },
      print(line, traceId) {
        recordEmbedded(line, metrics);
        print(line);
        observer?.logged(traceId, node.inputs.name ?? node.name, line);
      },
    }),
  }));
  const started = settings.map(async (one): Promise<[string, FunctionHost]> => [one.arn, await startFunction(one)]);
  // The main thread only waits while the threads of the functions start.
  prepareBodyModels(routes);
  const starting = await Promise.allSettled(started);
  const functions = new Map(starting.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])));
  const stop = async () => {
    await Promise.all([...functions.values()].map((host) => host.stop()));
    for (const accessKeyId of accessKeyIds) callers.forget(accessKeyId);
  };
  const failed = starting.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }

  spares.prepare(settings);
  const traffic = new Traffic();
  // A function can continue after its request has timed out; it also counts as in progress.
  const watched = [...functions].map(([arn, host]): [string, FunctionHost] => [
    arn,
    { ...host, invoke: (event, traceId) => traffic.during(() => host.invoke(event, traceId)) },
  ]);
  const api = createApi(resources, { routes, functions: new Map(watched), quotas, limits, metrics, print, observer });
  return {
    routes,
    apiKeys: api.apiKeys,
    serve: (request) => traffic.during(() => api.serve(request)),
    async invoke(functionArn, event, traceId) {
      const host = api.functions.get(functionArn);
      if (host === undefined) throw new InvocationError(`the run has no function ${functionArn}`);
      return host.invoke(event, traceId);
    },
    drained: () => traffic.ended(),
    stop,
  };
}
