// Resources by the section of the spec that they come from.

import type { AnyResourceNode } from './graph';

/** The resources by section, sections by name; within one, in the order in which they come. */
export function sectionsOf(resources: readonly AnyResourceNode[]): ReadonlyMap<string, readonly AnyResourceNode[]> {
  const names = [...new Set(resources.map(sectionOf))].sort();
  return new Map(names.map((name) => [name, resources.filter((node) => sectionOf(node) === name)]));
}

/** The section that a resource comes from: `tables` of `tables.payments`. */
function sectionOf({ origin }: AnyResourceNode): string {
  return origin.path.split('.')[0] ?? origin.path;
}
