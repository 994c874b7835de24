// What a field drives: the spec is compiled again with another value in its place, and the graphs are compared.

import { environmentSchema, memberSchema, type Schema } from '../../schema/environment-schema';
import { compareGraphs, type GraphDifference } from '../backends/plan/difference';
import { compileSpec, type Surroundings } from '../compile';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { applyDefaults } from '../resolve/defaults';
import { type PathStep, type Plain, type SpecMap, toPlain } from '../source/spec-node';
import { otherValues, withValue } from './other-values';

/** What changes with a field. */
export interface Effect {
  /** The value that was tried in its place; absent: none, the field was left out. */
  readonly tried?: Plain;
  readonly difference: GraphDifference;
  /** The codes of the warnings that there are only with one of the two values. */
  readonly warnings: readonly string[];
}

/** A value that was tried, and the mistakes that it would be. */
export interface Refusal {
  readonly tried?: Plain;
  readonly diagnostics: readonly Diagnostic[];
}

/** The effect of a field, and what speaks against the values that were tried before; without one, no other is valid. */
export interface EffectOutcome {
  readonly effect?: Effect;
  readonly refusals: readonly Refusal[];
}

/**
 * Finds what a field drives. Of the values that are valid in its place, the first that changes a resource or a setting is
 * taken, else the first that changes a warning; where none does, the effect is an empty difference.
 *
 * @param spec a valid spec, merged with those that it extends
 * @param path a field that is no map, whether the spec has it or not
 */
export function effectOf(spec: SpecMap, path: readonly PathStep[], surroundings: Surroundings): EffectOutcome {
  const plain = toPlain(spec);
  const { graph: before, diagnostics: warningsBefore } = compile(plain, surroundings);
  if (before === undefined) throw new Error('the effect of a field is asked of a spec that is not valid');
  const schema = path.reduce<Schema | undefined>(
    (around, step) => around && memberSchema(around, step),
    environmentSchema,
  );
  const value = valueAt(applyDefaults(environmentSchema, plain), path);
  const refusals: Refusal[] = [];
  let idle: Effect | undefined;
  for (const tried of otherValues(schema ?? {}, value, namesOf(plain))) {
    const trial = tried === undefined ? {} : { tried };
    const { graph, diagnostics } = compile(withValue(plain, path, tried), surroundings);
    if (graph === undefined) {
      refusals.push({ ...trial, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') });
      continue;
    }
    const difference = compareGraphs(before, graph);
    const effect: Effect = { ...trial, difference, warnings: codesOfOne(warningsBefore, diagnostics) };
    if (difference.resources.length + difference.settings.length > 0) return { effect, refusals };
    if (idle === undefined || (idle.warnings.length === 0 && effect.warnings.length > 0)) idle = effect;
  }
  return idle === undefined ? { refusals } : { effect: idle, refusals };
}

/** The codes that only one of two lists has. */
function codesOfOne(some: readonly Diagnostic[], others: readonly Diagnostic[]): string[] {
  const [codes, otherCodes] = [some, others].map((list) => new Set(list.map(({ code }) => code))) as [
    Set<string>,
    Set<string>,
  ];
  return [...codes, ...otherCodes].filter((code) => codes.has(code) !== otherCodes.has(code)).sort();
}

function compile(spec: Plain, surroundings: Surroundings) {
  // Of another file, such as a schema, only which one it is can matter.
  const read = (path: string) => JSON.stringify(path === 'spec.json' ? spec : { title: path });
  return compileSpec('spec.json', read, surroundings);
}

function valueAt(spec: Plain, path: readonly PathStep[]): Plain | undefined {
  return path.reduce<Plain | undefined>(
    (around, step) => (around as Record<PathStep, Plain> | undefined)?.[step],
    spec,
  );
}

/** The parts as fields refer to them: by name, or by section and name. */
function namesOf(spec: Plain): string[] {
  return Object.entries(spec as { [section: string]: Plain }).flatMap(([section, parts]) => {
    const isMap = typeof parts === 'object' && parts !== null && !Array.isArray(parts);
    return isMap ? Object.keys(parts).flatMap((name) => [name, `${section}.${name}`]) : [];
  });
}
