// Converts a graph to a drawing of the spec's parts, for systems with too many resources for one drawing.

import { dereference, environmentSchema, memberSchema, type Schema } from '../../../schema/environment-schema';
import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import { sectionsOf } from '../../graph/sections';
import type { NodeId } from '../../graph/value';
import { formatPath, type PathStep } from '../../source/spec-node';
import { arrowsFrom, type Box, compare, type Drawing, referencesOf } from './drawing';

/** Converts a graph to a drawing of its parts, such as `tables.payments`; an arrow represents all references between two parts. */
export function drawParts(graph: ResourceGraph, title: string): Drawing {
  const resources = [...graph.resources].sort((a, b) => compare(a.id, b.id));
  const partOf = new Map(resources.map(({ id, origin }) => [id, partId(origin.steps)]));
  const references = new Map<NodeId, Map<NodeId, Set<string>>>();
  for (const node of resources) {
    const from = partId(node.origin.steps);
    const merged = references.get(from) ?? new Map<NodeId, Set<string>>();
    references.set(from, merged);
    for (const [id, properties] of referencesOf(node)) {
      const to = partOf.get(id);
      if (to !== undefined && to !== from) merged.set(to, new Set([...(merged.get(to) ?? []), ...properties]));
    }
  }
  return {
    title,
    groups: [...sectionsOf(resources)].map(([name, nodes]) => ({ name, boxes: partBoxes(nodes) })),
    arrows: [...references].sort(([a], [b]) => compare(a, b)).flatMap(([from, merged]) => arrowsFrom(from, merged)),
  };
}

function partBoxes(nodes: readonly AnyResourceNode[]): Box[] {
  const counts = new Map<string, number>();
  for (const { origin } of nodes) {
    const path = partPath(origin.steps);
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => compare(a, b))
    .map(([path, count]) => ({
      id: `part::${path}` as const,
      kind: count === 1 ? '1 resource' : `${count} resources`,
      name: path.slice(path.indexOf('.') + 1),
    }));
}

function partId(steps: readonly PathStep[]): NodeId {
  return `part::${partPath(steps)}`;
}

/** The part that contains a path: the section and the name in it, or only the section. */
function partPath(steps: readonly PathStep[]): string {
  let schema: Schema | undefined = environmentSchema;
  for (const [at, step] of steps.entries()) {
    if (schema === undefined) break;
    const { properties } = dereference(schema);
    if (properties === undefined) return formatPath(steps.slice(0, at + 1));
    schema = memberSchema(schema, step);
  }
  return formatPath(steps.slice(0, 1));
}
