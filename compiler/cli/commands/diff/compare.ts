// Compares a pair of specs: values, resources, and the classes that the change has.

import type { Compilation } from '../../../compile/compile';
import type { ComparedSpec } from '../../../diff/classes/change';
import { classifyChange } from '../../../diff/classes/classify';
import { adoptNames, haveDifferentNames, isOtherThanNames, withoutNames } from '../../../diff/classes/names';
import { compareGraphs } from '../../../diff/difference';
import type { ResourceGraph } from '../../../graph/graph';
import { processContext } from '../../../host/process-context';
import { compareSpecs } from '../../../language/values/difference';
import { emptyMap } from '../../../source/spec-node';
import type { CompiledSpec } from '../../command/parts';
import { compileFile, type SpecFile } from '../../specs/spec-file';
import type { DiffArguments } from './arguments';
import type { Comparison } from './comparison';
import { estimatedEffect } from './estimates';
import { incidentEffect } from './incidents';
import type { SpecPair } from './spec-pair';

/** The comparison of a pair, or the specs that cannot be compared. */
export type CompareOutcome = { readonly comparison: Comparison } | { readonly refused: readonly CompiledSpec[] };

/** The options that extend a comparison beyond values and resources. */
type CompareOptions = Pick<DiffArguments, 'names' | 'incidents'>;

/** Compares a pair. With `names`, the names and waivers of two different environments are compared as well. */
export function comparePair(pair: SpecPair, options: CompareOptions): CompareOutcome {
  const asked = sidesOf(pair).map((file) => ({ path: file.path, ...compileFile(file) }));
  const compiled = asked.flatMap(comparable);
  // `validate` prints warnings, which are not differences.
  if (compiled.length < asked.length)
    return { refused: asked.map((side) => (side.graph === undefined ? side : { ...side, diagnostics: [] })) };
  const [first, second = first] = compiled;
  if (first === undefined || second === undefined) throw new Error('a pair of specs has neither side');
  if (pair.environment !== 'changed') return { comparison: compareWithNothing(pair, first) };
  return { comparison: compareBoth(pair, { before: first, after: second }, options) };
}

function sidesOf({ before, after, environment }: SpecPair): SpecFile[] {
  if (environment === 'changed') return [before, after];
  return [environment === 'new' ? after : before];
}

function comparable({ path, graph, resolved }: Compilation & { readonly path: string }): ComparedSpec[] {
  return graph === undefined || resolved === undefined ? [] : [{ path, graph, ...resolved }];
}

function compareBoth(
  pair: SpecPair,
  { before, after }: { readonly before: ComparedSpec; readonly after: ComparedSpec },
  { names, incidents }: CompareOptions,
): Comparison {
  const leavesNamesOut = !pair.isOne && !names && haveDifferentNames(before.environment, after.environment);
  const former = leavesNamesOut ? { ...before, graph: adoptNames(before, after) } : before;
  const allValues = compareSpecs(before.spec, after.spec);
  const values = leavesNamesOut ? withoutNames(allValues) : allValues;
  const { resources, settings } = compareGraphs(former.graph, after.graph);
  const difference = { resources, settings: leavesNamesOut ? settings.filter(isOtherThanNames) : settings };
  return {
    before: before.path,
    after: after.path,
    environment: pair.environment,
    formerNames: pair.formerNames,
    leavesNamesOut,
    values,
    ...difference,
    estimates: estimatedEffect({ before, after, values }, processContext()),
    // The simulations take seconds, and equal values have equal alarms.
    ...(incidents && { incidents: values.length === 0 ? [] : incidentEffect(before, after) }),
    findings: classifyChange({ before: former, after, values, difference }),
    allowReplacement: after.graph.safety.allowReplacement,
  };
}

/** Compares an environment that exists on one side only: all its resources are created or deleted. */
function compareWithNothing({ before, after, environment, formerNames }: SpecPair, side: ComparedSpec): Comparison {
  const nothing: ResourceGraph = { ...side.graph, resources: [], outputs: {}, examples: [], waivers: [] };
  const empty = emptyMap(side.spec.span.source);
  const isNew = environment === 'new';
  return {
    before: before.path,
    after: after.path,
    environment,
    formerNames,
    leavesNamesOut: false,
    values: isNew ? compareSpecs(empty, side.spec) : compareSpecs(side.spec, empty),
    resources: (isNew ? compareGraphs(nothing, side.graph) : compareGraphs(side.graph, nothing)).resources,
    settings: [],
    findings: [],
    allowReplacement: isNew ? side.graph.safety.allowReplacement : [],
  };
}
