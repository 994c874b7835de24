// Finds the effect of a field: compiles the spec with another value and compares the graphs.

import { applyDefaults } from '../../../../schema/defaults';
import { environmentSchema, memberSchema, type Schema } from '../../../../schema/environment-schema';
import type { CompileContext } from '../../../compile/compile';
import { compileEdited, compilePlain } from '../../../compile/edited-spec';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { compareGraphs, type GraphDifference } from '../../../diff/difference';
import { type PathStep, type Plain, type SpecMap, toPlain } from '../../../source/spec-node';
import { otherValues } from './other-values';

/** The changes that another value of a field causes. */
export interface Effect {
  /** The tried value; absent if the field was removed. */
  readonly tried?: Plain;
  readonly difference: GraphDifference;
  /** The codes of the warnings that only one of the two values causes. */
  readonly warnings: readonly string[];
}

/** A tried value that is invalid, and its errors. */
export interface Refusal {
  readonly tried?: Plain;
  readonly diagnostics: readonly Diagnostic[];
}

/** The effect of a field, and the invalid values that were tried first. The effect is absent if no other value is valid. */
export interface EffectOutcome {
  readonly effect?: Effect;
  readonly refusals: readonly Refusal[];
}

/**
 * Finds the effect of a field. Uses the first valid value that changes a resource or a setting, otherwise the first one that
 * changes a warning; if none does, the effect is an empty difference.
 *
 * @param spec a valid spec, merged with the specs that it extends
 * @param path a field that is not a map, whether the spec sets it or not
 */
export function effectOf(spec: SpecMap, path: readonly PathStep[], context: CompileContext): EffectOutcome {
  const plain = toPlain(spec);
  const { graph: before, diagnostics: warningsBefore } = compilePlain(plain, context);
  if (before === undefined) throw new Error('effectOf requires a valid spec');
  const schema = path.reduce<Schema | undefined>(
    (around, step) => around && memberSchema(around, step),
    environmentSchema,
  );
  const value = valueAt(applyDefaults(environmentSchema, plain), path);
  const refusals: Refusal[] = [];
  let idle: Effect | undefined;
  for (const tried of otherValues(schema ?? {}, value, namesOf(plain))) {
    const trial = tried === undefined ? {} : { tried };
    const { graph, diagnostics } = compileEdited(plain, [{ path, value: tried }], context);
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

/** The codes in exactly one of two lists. */
function codesOfOne(some: readonly Diagnostic[], others: readonly Diagnostic[]): string[] {
  const [codes, otherCodes] = [some, others].map((list) => new Set(list.map(({ code }) => code))) as [
    Set<string>,
    Set<string>,
  ];
  return [...codes, ...otherCodes].filter((code) => codes.has(code) !== otherCodes.has(code)).sort();
}

function valueAt(spec: Plain, path: readonly PathStep[]): Plain | undefined {
  return path.reduce<Plain | undefined>(
    (around, step) => (around as Record<PathStep, Plain> | undefined)?.[step],
    spec,
  );
}

/** The references to parts in fields: by name, or by section and name. */
function namesOf(spec: Plain): string[] {
  return Object.entries(spec as { [section: string]: Plain }).flatMap(([section, parts]) => {
    const isMap = typeof parts === 'object' && parts !== null && !Array.isArray(parts);
    return isMap ? Object.keys(parts).flatMap((name) => [name, `${section}.${name}`]) : [];
  });
}
