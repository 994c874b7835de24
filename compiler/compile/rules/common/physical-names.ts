// The physical names of the resources of a graph.

import type { AnyResourceNode, ResourceGraph } from '../../../graph/graph';
import type { NameForm } from '../../../graph/kinds/definition';
import { KINDS } from '../../../graph/kinds/kinds';

/** The physical name of a resource. */
export interface PhysicalName {
  readonly name: string;
  readonly form: NameForm;
  readonly node: AnyResourceNode;
  /** Whether the name is derived from the logical name, and not from `naming.pattern`. */
  readonly isLogical: boolean;
}

/** A placeholder for the random suffix that Pulumi adds to a logical name. */
export const LOGICAL_SUFFIX = '-1234567';

/** The physical names of a graph that AWS restricts. */
export function physicalNames(graph: ResourceGraph): PhysicalName[] {
  const names: PhysicalName[] = [];
  for (const node of graph.resources) {
    const form = KINDS[node.kind].name;
    if (typeof form === 'string') continue;
    const name = (node.inputs as Readonly<Record<string, unknown>>)[form.input];
    if (name === undefined && form.isLogical)
      names.push({ name: `${node.name}${LOGICAL_SUFFIX}`, form, node, isLogical: true });
    else if (typeof name === 'string') names.push({ name, form, node, isLogical: form.isLogical === true });
  }
  return names;
}
