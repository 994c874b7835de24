// Valid specs to deploy over each other: random mutations, and the environments of the repository under one name.

import fc from 'fast-check';
import { compileSpec } from '../../../compiler/compile/compile';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { sizeOf } from '../../exhaustive';
import { mutatedSpec } from '../../fuzz/inputs';
import { graphOf, SURROUNDINGS } from '../../spec';

/** The seed of the random specs. */
const SEED = 20261125;

/** Maximum number of mutations that are tried for each valid spec. */
const TRIES_PER_SPEC = 12;

/** Graphs of random valid specs, by the spec that was mutated. The result for a count is always the same. */
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

/** A graph with its name. */
interface Named {
  readonly name: string;
  readonly graph: ResourceGraph;
}

/** The pairs of graphs, also of each with itself: in `npm test` those of each graph with itself and with the next one. */
export function pairsOf(graphs: ReadonlyMap<string, ResourceGraph>): readonly (readonly [from: Named, to: Named])[] {
  const all = [...graphs].map(([name, graph]) => ({ name, graph }));
  const reach = sizeOf({ sample: 2, exhaustive: all.length });
  return all.flatMap((from, at) =>
    Array.from({ length: reach }, (_, step) => [from, all[(at + step) % all.length] as Named] as const),
  );
}

/** A spec that extends the environment at a path, with the name and suffix that all environments share here. */
export function environmentText(path: string): string {
  return `extends: ${path}\nenvironment: Test\nsuffix: one\n`;
}

/** The environments of the repository as revisions of one environment, with the same name and suffix. */
export function environmentGraphs(): ReadonlyMap<string, ResourceGraph> {
  const names = ['development', 'pr', 'pr1234', 'production'];
  return new Map(
    names.map((name) => {
      return [name, graphOf('one.yaml', { 'one.yaml': environmentText(`spec/${name}.yaml`) })];
    }),
  );
}
