// Converts a graph to a drawing: its resources by section, with arrows for references.

import { type AnyResourceNode, dependenciesOf, type ResourceGraph } from '../../graph/graph';
import { describeKind } from '../../graph/kinds';
import { sectionsOf } from '../../graph/sections';
import { isExpression, type NodeId, type Value } from '../../graph/value';

/** A resource to draw. */
export interface Box {
  readonly id: NodeId;
  /** The short form of the kind, such as `dynamodb:Table`. */
  readonly kind: string;
  readonly name: string;
}

/** The resources of one section of the spec. */
export interface Group {
  readonly name: string;
  readonly boxes: readonly Box[];
}

/** An arrow from a resource to one that it depends on. */
export interface Arrow {
  readonly from: NodeId;
  readonly to: NodeId;
  /** The properties that refer to it; empty if it only has to be deployed first. */
  readonly label: string;
}

/** A drawing of a graph; independent of the order of its resources. */
export interface Drawing {
  readonly title: string;
  /** Sorted by name, their boxes by id. */
  readonly groups: readonly Group[];
  /** Sorted by their ends. */
  readonly arrows: readonly Arrow[];
}

/** Converts a graph to a drawing. */
export function drawGraph(graph: ResourceGraph, title: string): Drawing {
  const resources = [...graph.resources].sort((a, b) => compare(a.id, b.id));
  return {
    title,
    groups: [...sectionsOf(resources)].map(([name, nodes]) => ({ name, boxes: nodes.map(boxOf) })),
    arrows: resources.flatMap(arrowsOf),
  };
}

function boxOf({ id, kind, name }: AnyResourceNode): Box {
  return { id, kind: describeKind(kind), name };
}

function arrowsOf(node: AnyResourceNode): Arrow[] {
  const properties = new Map<NodeId, Set<string>>();
  collect(node.inputs as Value, '', (to, property) => {
    properties.set(to, (properties.get(to) ?? new Set()).add(property));
  });
  return [...dependenciesOf(node)].sort(compare).map((to) => ({
    from: node.id,
    to,
    label: labelOf([...(properties.get(to) ?? [])].sort(compare)),
  }));
}

/** Calls a function for each reference within a value, with the name of the innermost property that contains it. */
function collect(value: Value | undefined, property: string, visit: (to: NodeId, property: string) => void): void {
  if (typeof value !== 'object') return;
  if (Array.isArray(value)) for (const item of value) collect(item, property, visit);
  else if (!isExpression(value)) for (const [key, item] of Object.entries(value)) collect(item, key, visit);
  else if (value.$ === 'reference') visit(value.node, property);
  else if (value.$ === 'json') collect(value.value, property, visit);
  else if (value.$ === 'interpolation') for (const part of value.parts) collect(part, property, visit);
}

/** At most two names, which is what fits on an arrow. */
function labelOf(properties: readonly string[]): string {
  return properties.length > 2 ? `${properties.slice(0, 2).join(', ')}, …` : properties.join(', ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
