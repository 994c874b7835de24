// Combines edits into few specs, so that one deployment tests many edits.

import type { ResourceGraph } from '../../../compiler/graph/graph';
import type { Plain } from '../../../compiler/source/spec-node';
import { type Edit, type EditedSpec, graphOfPlain, hasEffect } from './edit';

/** Several edits in one spec. */
export interface Group {
  readonly edits: readonly Edit[];
  readonly spec: Plain;
  readonly graph: ResourceGraph;
}

/**
 * Combines edits as long as the spec stays valid, each edit still changes a resource, and the deployment is not refused.
 * Excludes edits that are refused on their own.
 * @param isRefused whether a deployment of the graph would be refused
 */
export function groupEdits(
  start: EditedSpec,
  edits: readonly Edit[],
  isRefused: (graph: ResourceGraph) => boolean,
): Group[] {
  const groups: Group[] = [];
  for (let left = edits; left.length > 0; ) {
    const group = grow(start, left, isRefused);
    if (group.edits.length === 0) break;
    groups.push(group);
    left = left.filter((edit) => !group.edits.includes(edit));
  }
  return groups;
}

function grow(
  { spec, graph }: EditedSpec,
  edits: readonly Edit[],
  isRefused: (graph: ResourceGraph) => boolean,
): Group {
  return edits.reduce<Group>(
    (group, edit) => {
      const edited = edit.apply(group.spec);
      const compiled = graphOfPlain(edited);
      if (compiled === undefined || !hasEffect(group.graph, compiled) || isRefused(compiled)) return group;
      return { edits: [...group.edits, edit], spec: edited, graph: compiled };
    },
    { edits: [], spec, graph },
  );
}
