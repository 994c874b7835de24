// Groups resources by the section of the spec that defines them.

import type { AnyResourceNode } from './graph';

/** The resources of each section in their original order; sections sorted by name. */
export function sectionsOf(resources: readonly AnyResourceNode[]): ReadonlyMap<string, readonly AnyResourceNode[]> {
  const names = [...new Set(resources.map(sectionOf))].sort();
  return new Map(names.map((name) => [name, resources.filter((node) => sectionOf(node) === name)]));
}

/** The section that defines a resource, such as `tables` for `tables.payments`. */
function sectionOf({ origin }: AnyResourceNode): string {
  return String(origin.steps[0]);
}
