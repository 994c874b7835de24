// Pairs of valid specs: those that random mutations leave valid, and the environments of the repository under one name.

import fc from 'fast-check';
import { compileSpec, type ResourceGraph } from '../../../compiler/index';
import { mutatedSpec } from '../../fuzz/inputs';
import { graphOf, SURROUNDINGS } from '../../spec';

/** The seed of the random specs. */
const SEED = 20261125;

/** How many mutations are tried for each valid spec that is wanted. */
const TRIES_PER_SPEC = 12;

/** Graphs of random valid specs, by the spec that they are mutations of; the same for the same count. */
export function randomGraphs(count: number): ReadonlyMap<string, readonly ResourceGraph[]> {
  const graphs = new Map<string, ResourceGraph[]>();
  let found = 0;
  for (const { spec, texts } of fc.sample(mutatedSpec, { seed: SEED, numRuns: count * TRIES_PER_SPEC })) {
    if (found === count) break;
    const { graph } = compileSpec(spec, (path) => texts[path], SURROUNDINGS);
    if (graph === undefined) continue;
    graphs.set(spec, [...(graphs.get(spec) ?? []), graph]);
    found += 1;
  }
  return graphs;
}

/** A spec with the settings of an environment, by the path of that one's spec, under the name that all of them share. */
export function environmentText(path: string): string {
  return `extends: ${path}\nenvironment: Test\nsuffix: one\n`;
}

/** The environments of the repository as if they were revisions of one: of the same environment and suffix. */
export function environmentGraphs(): ReadonlyMap<string, ResourceGraph> {
  const names = ['development', 'pr', 'pr1234', 'production'];
  return new Map(
    names.map((name) => {
      return [name, graphOf('one.yaml', { 'one.yaml': environmentText(`spec/${name}.yaml`) })];
    }),
  );
}
