// `start`: serves the API of a spec on this machine, and reloads after edits until it is interrupted.

import { posix, resolve } from 'node:path';
import { DOCUMENT_PATH, PAGE_PATH } from '../backends/emulator/documentation';
import { type Emulator, startEmulator } from '../backends/emulator/emulator';
import { EmulatorError } from '../backends/emulator/emulator-error';
import { watchFiles } from '../backends/emulator/file-watch';
import { renderCounts, renderExamples, renderStores, renderUnchecked } from '../backends/emulator/summary';
import { renderOpenApi } from '../backends/openapi/document';
import { BundleError } from '../bundle/bundle';
import { type Compilation, compileSpec } from '../compile';
import { readFrom } from '../files';
import { type ResourceGraph, resourcesOf } from '../graph/graph';
import { processContext } from '../process-context';
import type { SpecMap } from '../source/spec-node';
import { compareSpecs } from '../values/difference';
import { EXIT } from './exit-code';
import { refuse } from './refuse';
import { resolveFile } from './spec-reference';
import { printFindings } from './terminal';
import { renderValues } from './views/diff';

/** Options of `start`. */
export interface StartOptions {
  readonly spec: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** The directory to store data in; absent means in memory. */
  readonly data?: string;
  /** The ports of the stand-ins; 0 chooses a free port. */
  readonly dynamodbPort?: number;
  readonly sqsPort?: number;
  /** Whether to print one JSON value, and nothing else, on standard output. */
  readonly json?: true;
  readonly root: string;
}

/** How long a start may continue after a signal, in milliseconds. */
const GRACE_MILLISECONDS = 3_000;

type Say = (line: string) => void;

/** Runs until SIGINT or SIGTERM. Returns the exit code. */
export async function runStart({ spec, port, data, dynamodbPort, sqsPort, json, root }: StartOptions): Promise<number> {
  const say: Say = json ? (line) => console.error(line) : (line) => console.log(line);
  // The SDK's warning about future Node.js versions does not concern a local run.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const interruption = awaitInterruption();
  try {
    const builtAt = Date.now();
    const { graph, resolved, diagnostics, paths } = compileFollowed(root, spec);
    if (graph === undefined || resolved === undefined)
      return refuse([{ path: resolveFile(root, spec), diagnostics }], json);
    printFindings(spec, { graph, diagnostics });
    const dataDirectory = data === undefined ? undefined : resolve(data);
    const starting = startEmulator(graph, {
      root,
      port,
      dataDirectory,
      dynamodbPort,
      sqsPort,
      describe: renderOpenApi,
      print: say,
    });
    const emulator = await Promise.race([starting, interruption.happened]);
    if (emulator === undefined) return await abandon(starting, say);
    try {
      if (json) console.log(JSON.stringify(describeRun(emulator, { spec, data })));
      else printRun(graph, emulator, { spec, data });
      const served: Served = { emulator, values: resolved.spec };
      const watch = await watchFiles({
        root,
        paths: [...paths, ...emulator.inputs],
        builtAt,
        rebuild: () => rebuild(served, { root, spec, say }),
      });
      say('Reloads when the spec or a function is saved. Press Ctrl-C to stop.');
      await interruption.happened;
      say('Stopping.');
      await watch.stop();
    } finally {
      await emulator.stop();
    }
    return EXIT.ok;
  } catch (error) {
    if (!isForTheUser(error)) throw error;
    console.error(error.message);
    return EXIT.invalid;
  } finally {
    interruption.release();
  }
}

/** Stops a run that was interrupted while it started, and exits the process if that takes too long. */
async function abandon(starting: Promise<Emulator>, say: Say): Promise<number> {
  say('Stopping.');
  setTimeout(() => process.exit(EXIT.ok), GRACE_MILLISECONDS).unref();
  await starting.then(
    (emulator) => emulator.stop(),
    () => {},
  );
  return EXIT.ok;
}

/** The run, and the values of the spec that it serves. */
interface Served {
  readonly emulator: Emulator;
  values: SpecMap;
}

/** Serves an edit and prints the values that it changes, or prints the reason why it cannot. Returns the paths to watch from then on. */
async function rebuild(
  served: Served,
  { root, spec, say }: Pick<StartOptions, 'root' | 'spec'> & { readonly say: Say },
): Promise<readonly string[]> {
  const { emulator } = served;
  const begun = performance.now();
  const { graph, resolved, diagnostics, paths } = compileFollowed(root, spec);
  printFindings(spec, { graph, diagnostics });
  const repairs: string[] = [];
  try {
    if (graph === undefined || resolved === undefined) throw new EmulatorError('The spec is not valid.');
    await emulator.replace(graph);
    say(`Reloaded in ${Math.round(performance.now() - begun)} ms: ${renderCounts(graph)}`);
    for (const line of renderEdit(served.values, resolved.spec)) say(line);
    served.values = resolved.spec;
  } catch (error) {
    console.error(isForTheUser(error) ? error.message : error);
    console.error('The last valid version keeps serving.');
    if (graph !== undefined) repairs.push(...entriesOf(graph));
    if (error instanceof BundleError) repairs.push(...repairPaths(error));
  }
  return [...paths, ...emulator.inputs, ...repairs];
}

/** Maximum number of changed values that are printed after an edit. */
const MOST_VALUES = 10;

function renderEdit(before: SpecMap, after: SpecMap): string[] {
  const lines = renderValues(compareSpecs(before, after)).map((line) => `  ${line}`);
  const more = lines.length - MOST_VALUES;
  return more > 0 ? [...lines.slice(0, MOST_VALUES), `  and ${more} more`] : lines;
}

/** Compiles a spec. `paths` are the files that it read or tried to read. */
function compileFollowed(root: string, spec: string): Compilation & { readonly paths: readonly string[] } {
  const paths: string[] = [];
  const read = readFrom(root);
  const compilation = compileSpec(
    resolveFile(root, spec),
    (path, within) => {
      paths.push(path);
      return read(path, within);
    },
    processContext(),
  );
  return { ...compilation, paths };
}

function printRun(
  graph: ResourceGraph,
  { routes, url, endpoints }: Emulator,
  { spec, data }: Pick<StartOptions, 'spec' | 'data'>,
) {
  console.log(`${spec}: ${renderCounts(graph)}`);
  console.log(`Serving ${url}, with data ${data === undefined ? 'in memory' : `in ${data}`}`);
  console.log(`API documentation, where you can send requests: ${url}${PAGE_PATH}`);
  for (const line of renderExamples(graph, routes, url)) console.log(`  ${line}`);
  for (const line of renderStores(graph, endpoints)) console.log(line);
  for (const line of renderUnchecked(graph, routes)) console.log(line);
}

/** A run as `start --json` prints it. */
function describeRun({ routes, url, endpoints }: Emulator, { spec, data }: Pick<StartOptions, 'spec' | 'data'>) {
  return {
    schemaVersion: 1,
    spec,
    url,
    data: data ?? null,
    documentation: { openapi: url + DOCUMENT_PATH, page: url + PAGE_PATH },
    endpoints,
    routes: routes.map(({ method, stage, resourcePath }) => ({ method, url: `${url}/${stage}${resourcePath}` })),
  };
}

function entriesOf(graph: ResourceGraph): string[] {
  return resourcesOf(graph, 'aws:lambda/function:Function').map(({ inputs }) => inputs.code.entry);
}

/** The files that a BundleError names, with their folders: a missing file may be created there. */
function repairPaths({ message }: BundleError): string[] {
  const files = [...message.matchAll(/^(.+?):\d+:\d+ /gm)].map(([, file = '']) => file);
  return files.flatMap((file) => [file, posix.dirname(file)]);
}

function isForTheUser(error: unknown): error is EmulatorError | BundleError {
  return error instanceof EmulatorError || error instanceof BundleError;
}

/** Listens for the signals that end a run. Repeated signals are ignored: npm forwards those that the terminal also sends. */
function awaitInterruption(): { happened: Promise<undefined>; release(): void } {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let interrupt = () => {};
  const happened = new Promise<undefined>((resolve) => {
    interrupt = () => resolve(undefined);
  });
  for (const signal of signals) process.on(signal, interrupt);
  return {
    happened,
    release() {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}
