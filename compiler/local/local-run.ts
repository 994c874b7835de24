// The local run of a graph on 127.0.0.1: its API over HTTP, its functions as threads, its tables and queues in stand-ins.

import type { ResourceGraph } from '../graph/graph';
import { watchAlarms } from './alarms/alarm-watch';
import type { Inbox } from './alarms/inbox';
import type { AlarmsSource } from './alarms/run-alarms';
import { allowsOtherOrigins, guardApi } from './api-guard';
import { type Books, Ledger } from './books';
import { createCapacity } from './capacity/run-capacity';
import { serveTokens } from './cognito/serve-tokens';
import { Recorder } from './console/recorder';
import { serveDocumentation } from './documentation';
import { memorySizes } from './functions/function-settings';
import { createSpareThreads } from './functions/function-thread';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway/gateway-message';
import { startHttpServer } from './gateway/http-server';
import type { Route } from './gateway/routes';
import type { ApiKey } from './gateway/usage-plans';
import { serveLambda } from './lambda-api';
import { serveLimits } from './limits-report';
import type { LocalRunOptions } from './local-run-options';
import { type LocalEndpoints, type LocalResources, resolveLocally } from './local-values';
import { createMetrics, type MetricsSource } from './metrics/run-metrics';
import { createSampler } from './metrics/sampler';
import { storeMetrics } from './metrics/store-metrics';
import { once } from './once';
import type { RefusalCount } from './refusals';
import { createRunBundler } from './run-bundler';
import { createRunConsole } from './run-console';
import { makeRunFolder } from './run-folder';
import { createRunLimits } from './run-limits';
import { generateSecrets } from './secret-values';
import { serveSignature } from './signed-documentation';
import { type Stores, startStores } from './stores/stores';
import { createTableStreams } from './stores/table-streams';
import { createRunTriggers } from './triggers/run-triggers';
import { type ServedVersion, startVersion, type Version } from './version';
import { createReceiver, type ReceiverControl } from './webhooks/receiver';

/** A local run. */
export interface LocalRun {
  /** As `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Endpoints of the stand-ins, for other clients such as the AWS CLI. */
  readonly endpoints: Required<Omit<LocalEndpoints, 'api' | 'webhooks'>>;
  /** The routes that are served. */
  readonly routes: readonly Route[];
  /** The API keys of usage plans, with their local values. */
  readonly apiKeys: readonly ApiKey[];
  /** The requests that were refused, by reason; with the mode `count`, those that would have been. */
  readonly refusals: readonly RefusalCount[];
  /** The metrics that CloudWatch would have. */
  readonly metrics: MetricsSource;
  /** The alarms, evaluated on the run's metrics and clock. */
  readonly alarms: AlarmsSource;
  /** The messages that SNS would have sent because of alarms, and the messages to webhooks. */
  readonly inbox: Inbox;
  /** The control of the receiver of webhooks. */
  readonly receiver: ReceiverControl;
  /** In a run with faults, the acknowledged ids compared with the stored ids. Available after the run has stopped. */
  readonly books: Books | undefined;
  /** The project's files in the latest bundles of the functions, relative to the root. */
  readonly inputs: readonly string[];
  /**
   * Replaces the served graph. The version that received a request also finishes it; later requests go to the new version.
   * Tables and queues keep their items and messages. If it rejects with LocalRunError or BundleError, the previous version
   * stays in service. Calls must not overlap.
   */
  replace(graph: ResourceGraph): Promise<void>;
  /** Stops the requests in progress, the functions and the stores. */
  stop(): Promise<void>;
}

/** Starts the local run of a graph. Rejects with LocalRunError or BundleError for errors that the user can fix. */
export async function startLocalRun(graph: ResourceGraph, options: LocalRunOptions): Promise<LocalRun> {
  const { root, port, dataDirectory, dynamodbPort, sqsPort, describe, variables, faults, print } = options;
  const limits = createRunLimits(options.limits, options.clock);
  const metrics = createMetrics(limits.clock);
  const capacity = createCapacity(limits, metrics);
  const recordCall = storeMetrics(metrics);
  const recorder = new Recorder();
  const streams = createTableStreams(limits.clock);
  const secretValue = options.secretValue ?? generateSecrets();
  const { use, sample } = createSampler(capacity, metrics);
  const watch = watchAlarms({ clock: limits.clock, metrics, sample, print });
  const { clock } = limits;
  const receiver = createReceiver({ clock, inbox: watch.inbox, secretValue, now: Date.now, print });
  let current: ServedVersion | undefined;
  /** The OpenAPI document, made for the first request of it. */
  let document: (() => object) | undefined;
  let hasCors = false;
  let startEnded = () => {};
  /** Set while the first version starts or tables are rebuilt; requests wait until it resolves. */
  let pause: Promise<void> | undefined = new Promise((resolve) => {
    startEnded = resolve;
  });
  /** Number of times that the data directory could not be read or written. */
  let failures = 0;
  const versions = new Set<Version>();
  const ledger = faults && new Ledger();
  let books: Books | undefined;

  const invoke: Version['invoke'] = async (...invocation) => {
    while (pause !== undefined) await pause;
    if (current === undefined) throw new Error('the run serves no version');
    return current.invoke(...invocation);
  };
  const endpointsOf = ({ dynamodb, sqs, secretsmanager, ssm }: Stores) => ({ dynamodb, sqs, secretsmanager, ssm });
  const lambda = {
    ...{ region: graph.provider.region, invoke },
    async endpoints() {
      while (pause !== undefined) await pause;
      return endpointsOf(await opening);
    },
  };
  const console = createRunConsole(options.console, async () => {
    while (pause !== undefined) await pause;
    const system = () => {
      if (current === undefined) throw new Error('the run serves no version');
      return current;
    };
    const { alarms, inbox } = watch;
    const parts = { url: server.url, recorder, limits, stores: await opening, alarms, inbox, receiver };
    return { ...parts, capacities: capacity.states, triggers: triggers.states, system, serve };
  });
  const server = await startHttpServer(port, async (request) => {
    const delivered = receiver.serve(request);
    if (delivered !== undefined) return delivered;
    const served = console.serve(request) ?? serveLambda(request, lambda);
    if (served !== undefined) return served;
    const refusal = guardApi(request, hasCors);
    if (refusal !== undefined) return refusal;
    const report = serveLimits(request, limits);
    if (report !== undefined) return report;
    while (pause !== undefined) await pause;
    const documentation = document && (await serveDocumentation(request, document));
    const signature = document && current && serveSignature(request, current);
    const token = current && serveTokens(request, current, limits.tokens);
    return documentation ?? signature ?? token ?? serve(request);
  });
  const folder = await makeRunFolder();
  const bundler = createRunBundler(root, folder.path);
  const spares = createSpareThreads();
  // The threads start while the stores open and the functions are bundled.
  spares.start(memorySizes(graph));

  async function serve(request: GatewayRequest): Promise<GatewayResponse> {
    if (current === undefined) return refuse(503, 'ServiceUnavailableException', 'the local run is stopping');
    const before = failures;
    const answer = await current.serve(request);
    ledger?.record(request, answer);
    if (answer.statusCode < 500 || failures === before) return answer;
    return refuse(503, 'ServiceUnavailableException', 'the data of the local run cannot be read or written');
  }

  function onFailure(reason: string): void {
    failures += 1;
    print(`The data in ${dataDirectory ?? 'memory'} cannot be read or written: ${reason}`);
  }

  // The stores start while the functions are bundled.
  const opening = startStores({
    dataDirectory,
    dynamodbPort,
    sqsPort,
    region: graph.provider.region,
    onFailure,
    stages: faults && [faults.stage],
    clock: limits.clock,
    capacity,
    secretValue,
    streams,
    onCall(call) {
      recordCall(call);
      recorder.called(call);
      options.onCall?.(call);
    },
  });
  opening.catch(() => {});
  const triggers = createRunTriggers({
    ...{ clock: limits.clock, streams, print, metrics, recordCall, stores: () => opening, log: recorder.deliveries },
    invoke,
  });

  async function replace(next: ResourceGraph): Promise<void> {
    const bundles = await bundler.bundle(next);
    const stores = await opening;
    use(stores);
    stores.onQueueChange(triggers.wakeQueues);
    const webhooks = options.webhookTo ?? server.url + receiver.path;
    const endpoints = { api: server.url, ...endpointsOf(stores), webhooks };
    const resources = resolveLocally(next, endpoints, variables);
    const edit = await stores.prepare(resources);
    const common = { limits, metrics, print, observer: recorder };
    const parts = { endpoints, bundles, callers: stores.callers, spares, quotas: next.quotas, ...common };
    const version = { ...(await startVersion(resources, parts)), graph: next, resources };
    versions.add(version);
    const previous = current;
    try {
      if (edit.isExclusive) await alone(edit.commit, () => takeOver(version, next, resources));
      else {
        await edit.commit();
        takeOver(version, next, resources);
      }
    } catch (error) {
      await discard(version);
      throw error;
    }
    if (previous !== undefined) void previous.drained().then(() => discard(previous));
  }

  function takeOver(version: ServedVersion, graph: ResourceGraph, resources: LocalResources): void {
    current = version;
    watch.configure(resources);
    if (options.webhookTo === undefined) receiver.configure(resources);
    triggers.configure(resources);
    hasCors = allowsOtherOrigins(graph);
    document = describe && once(() => describe(graph));
  }

  /** Runs a task while no request is in progress. Requests that arrive meanwhile wait until `then` has run. */
  async function alone(task: () => Promise<void>, then: () => void): Promise<void> {
    const done = (async () => {
      await current?.drained();
      await task();
      then();
    })();
    pause = done.catch(() => {});
    try {
      await done;
    } finally {
      pause = undefined;
    }
  }

  async function discard(version: Version): Promise<void> {
    await version.stop();
    versions.delete(version);
  }

  async function stopAll(): Promise<void> {
    watch.stop();
    triggers.stop();
    receiver.stop();
    await console.stop();
    await server.stop();
    await Promise.all([...versions].map(discard));
    await triggers.ended();
    await spares.stop();
    const stores = await opening.catch((): Stores | undefined => undefined);
    if (ledger !== undefined && stores !== undefined) books = ledger.close(await stores.ids());
    await stores?.stop();
    await bundler.dispose();
    await folder.remove();
  }

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };

  try {
    await replace(graph);
    pause = undefined;
    startEnded();
    return {
      url: server.url,
      endpoints: endpointsOf(await opening),
      get routes() {
        return current?.routes ?? [];
      },
      get apiKeys() {
        return current?.apiKeys ?? [];
      },
      get refusals() {
        return limits.refusals.counts();
      },
      metrics,
      alarms: watch.alarms,
      inbox: watch.inbox,
      receiver,
      get books() {
        return books;
      },
      get inputs() {
        return bundler.inputs;
      },
      replace,
      stop,
    };
  } catch (error) {
    pause = undefined;
    startEnded();
    await stop();
    throw error;
  }
}
