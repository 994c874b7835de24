// The local run of a graph: its API over HTTP, its functions as threads, its tables and queues in stand-ins, on 127.0.0.1 alone.

import { bundleFunction, writeBundle } from '../../bundle/bundle';
import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import { allowsOtherOrigins, guardApi } from './api-guard';
import { serveDocumentation } from './documentation';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway/gateway-message';
import { startHttpServer } from './gateway/http-server';
import type { Route } from './gateway/routes';
import { resolveLocally } from './local-values';
import { makeRunFolder } from './run-folder';
import { type Stores, startStores } from './stores/stores';
import { startVersion, type Version } from './version';

/** How the local run is started. */
export interface EmulatorOptions {
  /** The folder of the project: entries of functions are relative to it. */
  readonly root: string;
  /** 0: any free one. */
  readonly port: number;
  /** The ports of the stand-ins; 0 or absent: any free one. */
  readonly dynamodbPort?: number | undefined;
  readonly sqsPort?: number | undefined;
  /** Where tables and messages are kept; absent: in memory. */
  readonly dataDirectory?: string;
  /** Describes a graph's API as an OpenAPI document, which is served beside it with a page; absent: neither is. */
  readonly describe?: (graph: ResourceGraph) => object;
  /** Takes each line that functions write, and what goes wrong with them. */
  readonly print: (line: string) => void;
}

/** A local run. */
export interface Emulator {
  /** As `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Where the stand-ins answer, for whoever wants to look into them. */
  readonly endpoints: { readonly dynamodb: string; readonly sqs: string };
  /** The routes that are served. */
  readonly routes: readonly Route[];
  /** The project's files that the functions were last bundled from, relative to the root. */
  readonly inputs: readonly string[];
  /**
   * Takes over another graph. Requests under way end on the version that they began on, later ones go to the new one;
   * tables and queues keep what they hold. Rejects with EmulatorError or BundleError, and then goes on as before.
   * One call at a time.
   */
  replace(graph: ResourceGraph): Promise<void>;
  /** Ends requests under way, functions and stores. */
  stop(): Promise<void>;
}

/** Starts the local run of a graph; rejects with EmulatorError or BundleError when that is for the user to mend. */
export async function startEmulator(graph: ResourceGraph, options: EmulatorOptions): Promise<Emulator> {
  const { root, port, dataDirectory, dynamodbPort, sqsPort, describe, print } = options;
  let current: Version | undefined;
  let document: object | undefined;
  let hasCors = false;
  let startEnded = () => {};
  /** While the first version starts or tables are rebuilt: requests wait for its end. */
  let pause: Promise<void> | undefined = new Promise((resolve) => {
    startEnded = resolve;
  });
  /** How often the data directory could not be read or written. */
  let failures = 0;
  let inputs: readonly string[] = [];
  const versions = new Set<Version>();

  const server = await startHttpServer(port, async (request) => {
    const refusal = guardApi(request, hasCors);
    if (refusal !== undefined) return refusal;
    while (pause !== undefined) await pause;
    const documentation = document && (await serveDocumentation(request, document));
    return documentation ?? serve(request);
  });
  const folder = await makeRunFolder();

  async function serve(request: GatewayRequest): Promise<GatewayResponse> {
    if (current === undefined) return refuse(503, 'ServiceUnavailableException', 'the local run is stopping');
    const before = failures;
    const answer = await current.serve(request);
    if (answer.statusCode < 500 || failures === before) return answer;
    return refuse(503, 'ServiceUnavailableException', 'the data of the local run cannot be read or written');
  }

  function onFailure(reason: string): void {
    failures += 1;
    print(`The data in ${dataDirectory ?? 'memory'} cannot be read or written: ${reason}`);
  }

  // Stores and bundles start at once; whoever needs the stores waits for them.
  const opening = startStores({
    dataDirectory,
    dynamodbPort,
    sqsPort,
    region: graph.provider.region,
    onFailure,
  });
  opening.catch(() => {});

  async function replace(next: ResourceGraph): Promise<void> {
    const bundles = await bundleFunctions(next);
    const stores = await opening;
    const endpoints = { api: server.url, dynamodb: stores.dynamodb, sqs: stores.sqs };
    const resources = resolveLocally(next, endpoints);
    const edit = await stores.prepare(resources);
    const version = await startVersion(resources, { endpoints, bundles, print });
    versions.add(version);
    const previous = current;
    try {
      if (edit.isExclusive) await alone(edit.commit, () => takeOver(version, next));
      else {
        await edit.commit();
        takeOver(version, next);
      }
    } catch (error) {
      await discard(version);
      throw error;
    }
    if (previous !== undefined) void previous.drained().then(() => discard(previous));
  }

  function takeOver(version: Version, graph: ResourceGraph): void {
    current = version;
    hasCors = allowsOtherOrigins(graph);
    document = describe?.(graph);
  }

  /** Does a task while no request is under way: those that come in meanwhile wait, and find what `then` has done. */
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

  /** The folder of each function's bundle, by the name of its node. */
  async function bundleFunctions(of: ResourceGraph): Promise<ReadonlyMap<string, string>> {
    const nodes = resourcesOf(of, 'aws:lambda/function:Function');
    const bundled = await Promise.all(
      nodes.map(async ({ name, inputs: { code } }) => ({ name, bundle: await bundleFunction(code, root) })),
    );
    inputs = [...new Set(bundled.flatMap(({ bundle }) => bundle.inputs))].sort();
    return new Map(
      await Promise.all(
        bundled.map(
          async ({ name, bundle }): Promise<[string, string]> => [name, await writeBundle(bundle, folder.path)],
        ),
      ),
    );
  }

  async function stopAll(): Promise<void> {
    await server.stop();
    await Promise.all([...versions].map(discard));
    const stores = await opening.catch((): Stores | undefined => undefined);
    await stores?.stop();
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
    const { dynamodb, sqs } = await opening;
    return {
      url: server.url,
      endpoints: { dynamodb, sqs },
      get routes() {
        return current?.routes ?? [];
      },
      get inputs() {
        return inputs;
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
