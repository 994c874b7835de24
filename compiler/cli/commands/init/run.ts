// Writes the spec of a new environment if it is valid.

import { lstatSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  differentSettings,
  type FormerSettings,
  InvalidVariable,
  readFormerSettings,
} from '../../../../take-over/former-settings';
import { compileSpec } from '../../../compile/compile';
import { readFrom, SPEC_FOLDER } from '../../../host/files';
import { processContext } from '../../../host/process-context';
import { composeSpec } from '../../../language/compose/compose';
import { renderYaml, type YamlEntry } from '../../../language/values/yaml-lines';
import type { ReadFile } from '../../../source/read-file';
import { nodeAt, type SpecMap } from '../../../source/spec-node';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { ask, canAsk, type Question } from '../../terminal/questions';
import type { InitArguments } from './arguments';
import { findEditorSchema, writeEditorSchema } from './editor-schema';

/** A spec that was written. */
export interface InitResult {
  readonly path: string;
  /** The number of resources. */
  readonly resources: number;
  /** Notes for the user, which are also printed on standard error. */
  readonly notes: readonly string[];
}

/** Writes a spec. */
export const run: Run<InitArguments, InitResult> = async (parsed, { root, note }) => {
  const { force, format } = parsed;
  const former = parsed.fromEnvironment ? readFormer() : undefined;
  const name =
    parsed.name ??
    former?.suffix ??
    (await answer('name', 'The name of the environment', { problemOf: problemOfName }));
  const problem = problemOfName(name);
  if (problem !== undefined)
    throw new UsageError(`"${name}" is not a valid name of an environment; expected ${problem}`);
  const path = `${SPEC_FOLDER}/${name}.yaml`;
  // A dangling link counts as an existing file.
  if (lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined && !force)
    throw new UsageError(`${path} already exists; pass --force to replace it`);
  const environment =
    parsed.environment ??
    former?.environment ??
    (await answer('--environment', 'What is the environment for?', { suggestion: 'Development' }));
  const suffix =
    parsed.suffix ??
    former?.suffix ??
    (canAsk() && format !== 'json'
      ? await answer('--suffix', 'What is the suffix of its physical names?', { suggestion: name })
      : name);

  const schema = findEditorSchema(root, force === true);
  const text = writeSpec(path, { ...parsed, root, environment, suffix, schema: schema.reference }, former);
  const { graph, diagnostics } = compileSpec(path, readWith(root, path, text), processContext());
  if (graph === undefined) return { refused: [{ path, diagnostics }], reason: 'Nothing was written.' };
  // Prints all diagnostics, because the user has not seen the new spec.
  note({ name: path, diagnostics });
  writeFileSync(join(root, path), text, { flag: force ? 'w' : 'wx' });
  const notes = [...writeEditorSchema(root, schema), ...(former?.notes ?? [])];
  for (const line of notes) note(line);
  return { result: { path, resources: graph.resources.length, notes } };
};

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

interface Decided extends InitArguments {
  readonly root: string;
  readonly environment: string;
  readonly suffix: string;
  /** The schema for editors, relative to the folder of the specs. */
  readonly schema: string;
}

function writeSpec(path: string, decided: Decided, former: FormerSettings | undefined): string {
  const { root, environment, suffix, region, schema } = decided;
  const own: YamlEntry[] = [
    { path: ['environment'], value: environment },
    { path: ['suffix'], value: suffix },
    ...(region === undefined ? [] : [{ path: ['region'], value: region }]),
  ];
  const head = [
    `# yaml-language-server: $schema=${schema}`,
    `# The environment ${suffix}: its settings on top of ${decided.extends}.`,
    ...renderYaml([{ path: ['extends'], value: decided.extends }]),
    '',
  ];
  const write = (entries: readonly YamlEntry[]) => [...head, ...renderYaml(entries), ''].join('\n');
  const inherited = composeSpec(path, readWith(root, path, write(own))).value;
  if (inherited === undefined) return write(own);
  return write([...own, ...(former === undefined ? undecided(inherited) : differentSettings(inherited, former, own))]);
}

/** Initial values of the settings that each environment must set. */
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

/** Reads the variables of the Python program. UsageError for an invalid value. */
function readFormer(): FormerSettings {
  try {
    return readFormerSettings(processContext());
  } catch (problem) {
    throw problem instanceof InvalidVariable ? new UsageError(problem.message) : problem;
  }
}

function readWith(root: string, path: string, text: string): ReadFile {
  const read = readFrom(root);
  return (asked, within) => (asked === path ? text : read(asked, within));
}
