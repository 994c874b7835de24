// `init`: writes the spec of a new environment if it is valid.

import { existsSync, lstatSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compileSpec } from '../compile';
import { composeSpec, type ReadFile } from '../compose/compose';
import { readFrom, SPEC_FOLDER } from '../files';
import { processContext } from '../process-context';
import { nodeAt, type SpecMap } from '../source/spec-node';
import { valuesOf } from '../values/values';
import { renderYaml, type YamlEntry } from '../values/yaml-lines';
import { PROGRAM_FOLDER } from '../version';
import { EXIT } from './exit-code';
import { type FormerSettings, readFormerSettings } from './former-settings';
import { ask, canAsk, type Question } from './questions';
import { refuse } from './refuse';
import { printDiagnostics } from './terminal';
import { UsageError } from './usage-error';

/** Options of `init`. */
export interface InitOptions {
  readonly root: string;
  readonly environment?: string;
  readonly suffix?: string;
  readonly region?: string;
  /** The spec that the new one extends, relative to the folder of the specs. */
  readonly extends: string;
  /** Whether to read the variables of the Python program. */
  readonly fromEnvironment?: true;
  readonly force?: true;
  readonly json?: true;
}

/** Writes a spec. Returns the exit code. */
export async function runInit(given: string | undefined, options: InitOptions): Promise<number> {
  const { root, force, json } = options;
  const former = options.fromEnvironment ? readFormerSettings(processContext()) : undefined;
  const name =
    given ?? former?.suffix ?? (await answer('name', 'The name of the environment', { problemOf: problemOfName }));
  const problem = problemOfName(name);
  if (problem !== undefined)
    throw new UsageError(`"${name}" is not a valid name of an environment; expected ${problem}`);
  const path = `${SPEC_FOLDER}/${name}.yaml`;
  // A dangling link exists as well.
  if (lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined && !force)
    throw new UsageError(`${path} already exists; pass --force to replace it`);
  const environment =
    options.environment ??
    former?.environment ??
    (await answer('--environment', 'What is the environment for?', { suggestion: 'Development' }));
  const suffix =
    options.suffix ??
    former?.suffix ??
    (canAsk() && !json
      ? await answer('--suffix', 'Which suffix do its physical names have?', { suggestion: name })
      : name);

  const text = writeSpec(path, { ...options, environment, suffix }, former);
  const { graph, diagnostics } = compileSpec(path, readWith(root, path, text), processContext());
  if (graph === undefined) {
    const code = refuse([{ path, diagnostics }], json);
    console.error('Nothing was written.');
    return code;
  }
  printDiagnostics(diagnostics);
  writeFileSync(join(root, path), text, { flag: force ? 'w' : 'wx' });
  for (const note of former?.notes ?? []) console.error(note);
  const resources = graph.resources.length;
  if (json) console.log(JSON.stringify({ schemaVersion: 1, spec: path, resources, notes: former?.notes ?? [] }));
  else console.log(`wrote ${path}: valid, ${resources} resources; list them with payment-spec plan ${path}`);
  return EXIT.ok;
}

/** Asks for the value of a missing argument. UsageError without a terminal. */
async function answer(argument: string, message: string, question: Omit<Question, 'message'>): Promise<string> {
  if (!canAsk()) throw new UsageError(`${argument} is required when not run in a terminal`);
  return ask({ message, ...question });
}

function problemOfName(name: string): string | undefined {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
    ? undefined
    : 'lowercase letters, digits and single hyphens between them';
}

/** The schema of a spec, relative to the folder of the specs: the project's own copy, else the one of this program. */
function schemaFor(root: string): string {
  const schema = join('schema', 'spec-file.generated.json');
  const folder = existsSync(join(root, schema)) ? root : PROGRAM_FOLDER;
  return relative(join(root, SPEC_FOLDER), join(folder, schema)).split(sep).join('/');
}

type Decided = InitOptions & { readonly environment: string; readonly suffix: string };

function writeSpec(path: string, decided: Decided, former: FormerSettings | undefined): string {
  const { root, environment, suffix, region } = decided;
  const own: YamlEntry[] = [
    { path: ['environment'], value: environment },
    { path: ['suffix'], value: suffix },
    ...(region === undefined ? [] : [{ path: ['region'], value: region }]),
  ];
  const head = [
    `# yaml-language-server: $schema=${schemaFor(root)}`,
    `# The environment ${suffix}: its settings on top of ${decided.extends}.`,
    ...renderYaml([{ path: ['extends'], value: decided.extends }]),
    '',
  ];
  const write = (entries: readonly YamlEntry[]) => [...head, ...renderYaml(entries), ''].join('\n');
  const inherited = composeSpec(path, readWith(root, path, write(own))).value;
  if (inherited === undefined) return write(own);
  return write([...own, ...(former === undefined ? undecided(inherited) : different(inherited, former, own))]);
}

/** Initial values of the settings that the extended spec leaves to environments. */
function undecided(inherited: SpecMap): YamlEntry[] {
  const namesOf = (section: string) => {
    const node = nodeAt(inherited, [section]);
    return node?.type === 'map' ? [...node.entries.keys()] : [];
  };
  const decisions: YamlEntry[] = [
    { path: ['logRetentionDays'], value: 30 },
    ...namesOf('tables').map((name) => ({ path: ['tables', name, 'billingMode'], value: 'PAY_PER_REQUEST' })),
    ...namesOf('functions').map((name) => ({
      path: ['functions', name, 'reservedConcurrency'],
      value: 50,
      comment: "instances at once, taken from the account's quota",
    })),
    ...(namesOf('api').length === 0
      ? []
      : [
          { path: ['api', 'throttle', 'rateLimit'], value: 25, comment: 'requests a second' },
          { path: ['api', 'throttle', 'burstLimit'], value: 50 },
        ]),
  ];
  return decisions.filter(({ path }) => nodeAt(inherited, path) === undefined);
}

/** The former settings that differ from the extended spec and from the defaults. */
function different(inherited: SpecMap, { settings }: FormerSettings, own: readonly YamlEntry[]): YamlEntry[] {
  const key = (path: YamlEntry['path']) => path.join('\0');
  const decided = new Set(own.map(({ path }) => key(path)));
  const known = new Map(valuesOf(inherited).map(({ path, value }) => [key(path), JSON.stringify(value)]));
  return settings.filter(
    ({ path, value }) => !decided.has(key(path)) && known.get(key(path)) !== JSON.stringify(value),
  );
}

function readWith(root: string, path: string, text: string): ReadFile {
  const read = readFrom(root);
  return (asked, within) => (asked === path ? text : read(asked, within));
}
