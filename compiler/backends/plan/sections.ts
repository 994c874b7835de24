// The resources of a graph by the section of the spec that they come from.

import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';

/** The resources by section, sections by name; within one, each resource after what it depends on. */
export function sectionsOf(graph: ResourceGraph): ReadonlyMap<string, readonly AnyResourceNode[]> {
  const names = [...new Set(graph.resources.map(sectionOf))].sort();
  return new Map(names.map((name) => [name, graph.resources.filter((node) => sectionOf(node) === name)]));
}

/** The section that a resource comes from: `tables` of `tables.payments`. */
export function sectionOf({ origin }: AnyResourceNode): string {
  return origin.path.split('.')[0] ?? origin.path;
}
