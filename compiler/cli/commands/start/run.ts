// Serves the API of a spec on this machine, and reloads after edits until it is interrupted.

import { join, posix, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { renderOpenApi } from '../../../backends/openapi/document';
import { BundleError } from '../../../compile/bundle/bundle';
import { checkEntryFiles } from '../../../compile/bundle/entry-files';
import { type Compilation, compileSpec } from '../../../compile/compile';
import { type ResourceGraph, resourcesOf } from '../../../graph/graph';
import { readFrom } from '../../../host/files';
import { processContext } from '../../../host/process-context';
import { PROGRAM_FOLDER } from '../../../host/program';
import { compareSpecs } from '../../../language/values/difference';
import { areClosed, renderBooks } from '../../../local/books';
import { watchFiles } from '../../../local/file-watch';
import { injectFaults, renderFaults } from '../../../local/front/faults';
import { renderRefusals } from '../../../local/limits-report';
import { type LocalRun, startLocalRun } from '../../../local/local-run';
import { LocalRunError } from '../../../local/local-run-error';
import { runClock } from '../../../local/run-clock';
import { generateSecrets } from '../../../local/secret-values';
import type { ReadFile } from '../../../source/read-file';
import type { Context, Outcome, Run } from '../../command/parts';
import { EXIT } from '../../exit-code';
import { resolveFile } from '../../specs/spec-reference';
import type { StartArguments } from './arguments';
import type { StartEvent } from './event';
import { awaitInterruption } from './interruption';
import { printInBatches } from './line-printer';
import { readSecretsFile } from './secrets-file';

/** How long a start or a stop may continue after a signal, in milliseconds. */
const GRACE_MILLISECONDS = 3_000;

/** How long after a start the files are watched, in milliseconds, so that the first answers are not delayed. The watch finds earlier edits. */
const WATCH_AFTER_MILLISECONDS = 150;

/** How long a reload may continue after a signal, in milliseconds. */
const RELOAD_GRACE_MILLISECONDS = 1_000;

type Surroundings = Context<StartEvent>;

/** Runs until SIGINT or SIGTERM. */
export const run: Run<StartArguments, StartEvent> = async (parsed, context) => {
  const { spec, data } = parsed;
  const { root, note, show } = context;
  // The SDK's warning about future Node.js versions does not apply to a local run.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const interruption = awaitInterruption();
  const lines = printInBatches((text) => show({ is: 'message', text }));
  try {
    const builtAt = Date.now();
    const compiled = compileFollowed(root, spec);
    const { graph, resolved, diagnostics, paths, codePaths } = compiled;
    if (graph === undefined || resolved === undefined)
      return { refused: [{ path: resolveFile(root, spec), diagnostics }] };
    note({ name: spec, graph, diagnostics });
    const faults = parsed.faults && injectFaults(parsed.faults, Math.random);
    const latest = { resolved };
    const secrets = readSecretsFile(root);
    const starting = startLocalRun(graph, {
      root,
      port: parsed.port,
      dataDirectory: data === undefined ? undefined : resolve(data),
      dynamodbPort: parsed.dynamodbPort,
      sqsPort: parsed.sqsPort,
      describe: renderOpenApi,
      console: { spec: () => latest.resolved, readScript },
      variables: process.env,
      secretValue: generateSecrets(secrets),
      webhookTo: parsed.webhookTo,
      limits: parsed.limits,
      clock: runClock(parsed.clock),
      ...(faults && { faults }),
      print: lines.print,
    });
    const localRun = await Promise.race([starting, interruption.happened]);
    if (localRun === undefined) return await abandon(starting, context);
    try {
      const { routes, apiKeys, url, endpoints } = localRun;
      show({ is: 'serving', spec, data, graph, routes, apiKeys, url, endpoints, givenSecrets: [...secrets.keys()] });
      const served: Served = { localRun, compiled, latest };
      await Promise.race([delay(WATCH_AFTER_MILLISECONDS), interruption.happened]);
      const watch = await watchFiles({
        root,
        paths: [...paths, ...codePaths, ...localRun.inputs],
        builtAt,
        rebuild: (changed) => rebuild(served, spec, context, changed),
      });
      show({ is: 'message', text: 'Reloads when the spec or a function is saved. Press Ctrl-C to stop.' });
      await interruption.happened;
      show({ is: 'message', text: 'Stopping.' });
      exitAfterGrace();
      // A reload may be waiting for code that never loads.
      await Promise.race([watch.stop(), delay(RELOAD_GRACE_MILLISECONDS)]);
    } finally {
      await localRun.stop();
      lines.flush();
      const refused = renderRefusals(localRun.refusals, parsed.limits);
      if (refused.length > 0) show({ is: 'message', text: refused.join('\n') });
      if (faults !== undefined) show({ is: 'message', text: renderFaults(faults.counts) });
      if (localRun.books !== undefined) show({ is: 'message', text: renderBooks(localRun.books) });
    }
    const isWrong = localRun.books !== undefined && !areClosed(localRun.books);
    return isWrong ? { exitCode: EXIT.invalid, reason: 'acknowledged payments are lost or duplicated' } : {};
  } catch (error) {
    if (!isForTheUser(error)) throw error;
    return { exitCode: EXIT.invalid, reason: error.message };
  } finally {
    lines.flush();
    interruption.release();
  }
};

type Resolved = NonNullable<Compilation['resolved']>;

/** The script of the console. The program that builds it is loaded with the first request for it. */
function readScript(): string {
  const { readConsole } = require(join(PROGRAM_FOLDER, 'tools/build/build.cjs')) as { readConsole(): string };
  return readConsole();
}

/** Stops a run that was interrupted while it started, and exits the process if that takes too long. */
async function abandon(starting: Promise<LocalRun>, { show }: Surroundings): Promise<Outcome<StartEvent>> {
  show({ is: 'message', text: 'Stopping.' });
  exitAfterGrace();
  await starting.then(
    (localRun) => localRun.stop(),
    () => {},
  );
  return {};
}

/** Exits the process if it does not end on its own, for example while the code of a function is loading. */
function exitAfterGrace(): void {
  setTimeout(() => process.exit(EXIT.ok), GRACE_MILLISECONDS).unref();
}

/** A compilation with the files that it read or tried to read: those of the spec, and the entry files of its functions. */
type Followed = Compilation & { readonly paths: readonly string[]; readonly codePaths: readonly string[] };

/** The run, the last compilation of its spec, and the values of the spec that it serves. */
interface Served {
  readonly localRun: LocalRun;
  compiled: Followed;
  readonly latest: { resolved: Resolved };
}

/** Serves an edit and reports the values that it changes, or the reason why it cannot. Returns the paths to watch from then on. */
async function rebuild(
  served: Served,
  spec: string,
  { root, note, show }: Surroundings,
  changed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { localRun } = served;
  const begun = performance.now();
  if (mustCompile(served.compiled, root, (path) => changed.has(resolve(root, path))))
    served.compiled = compileFollowed(root, spec);
  const { graph, resolved, diagnostics, paths, codePaths } = served.compiled;
  note({ name: spec, graph, diagnostics });
  const repairs: string[] = [];
  try {
    if (graph === undefined || resolved === undefined) throw new LocalRunError('The spec or its code is not valid.');
    await localRun.replace(graph);
    const milliseconds = Math.round(performance.now() - begun);
    show({ is: 'reloaded', milliseconds, graph, changes: compareSpecs(served.latest.resolved.spec, resolved.spec) });
    served.latest.resolved = resolved;
  } catch (error) {
    note(isForTheUser(error) ? error.message : inspect(error));
    note('The last valid version keeps serving.');
    if (graph !== undefined) repairs.push(...entriesOf(graph));
    if (error instanceof BundleError) repairs.push(...repairPaths(error));
  }
  return [...paths, ...codePaths, ...localRun.inputs, ...repairs];
}

/** Compiles a spec, and follows which files it reads. */
function compileFollowed(root: string, spec: string): Followed {
  const [paths, codePaths]: [string[], string[]] = [[], []];
  const readFile = readFrom(root);
  const follow =
    (followed: string[]): ReadFile =>
    (path, within) => {
      followed.push(path);
      return readFile(path, within);
    };
  const context = { ...processContext(), readCode: follow(codePaths) };
  return { ...compileSpec(resolveFile(root, spec), follow(paths), context), paths, codePaths };
}

/** Whether changes can affect a compilation. Most edits are of code, of which the compiler reads only the exports. */
function mustCompile(
  { graph, resolved, paths, codePaths }: Followed,
  root: string,
  isChanged: (path: string) => boolean,
): boolean {
  if (paths.some(isChanged)) return true;
  if (!codePaths.some(isChanged)) return false;
  if (graph === undefined || resolved === undefined) return true;
  return checkEntryFiles(resolved.environment.functions, resolved.spec, readFrom(root)).length > 0;
}

function entriesOf(graph: ResourceGraph): string[] {
  return resourcesOf(graph, 'aws:lambda/function:Function').map(({ inputs }) => inputs.code.entry);
}

/** The files that a BundleError names, with their folders: a missing file may be created there. */
function repairPaths({ message }: BundleError): string[] {
  const files = [...message.matchAll(/^(.+?):\d+:\d+ |"([^"]+\.[cm]?[jt]s)"/gm)].map(
    ([, at, named]) => at ?? named ?? '',
  );
  return files.flatMap((file) => [file, posix.dirname(file)]);
}

function isForTheUser(error: unknown): error is LocalRunError | BundleError {
  return error instanceof LocalRunError || error instanceof BundleError;
}
