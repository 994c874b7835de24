// Converts a graph to a drawing: its resources by section, with arrows for references.

import { type AnyResourceNode, dependenciesOf, type ResourceGraph } from '../../graph/graph';
import { describeKind } from '../../graph/kind';
import { sectionsOf } from '../../graph/sections';
import { eachReference, type NodeId, type Value } from '../../graph/value';
import { partOf } from '../../picture/part';

/** A resource or a part to draw. */
export interface Box {
  readonly id: string;
  /** The short form of the kind, such as `dynamodb:Table`. */
  readonly kind: string;
  readonly name: string;
  /** The part of the spec that it belongs to, such as `tables.payments`. */
  readonly part: string;
  /** The location in the spec, such as `spec/system.yaml:42:3`. */
  readonly place: string;
}

/** The resources of one section of the spec, or the parts of one column of the overview. */
export interface Group {
  readonly name: string;
  readonly boxes: readonly Box[];
}

/** An arrow from a resource to one that it depends on, or from a part to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** The properties that contain the reference, or the effects; empty if the target must only be deployed first. */
  readonly label: string;
}

/** A drawing of a graph or of a system. */
export interface Drawing {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly arrows: readonly Arrow[];
}

/** Converts a graph to a drawing; independent of the order of its resources. */
export function drawGraph(graph: ResourceGraph, title: string): Drawing {
  const resources = [...graph.resources].sort((a, b) => compare(a.id, b.id));
  return {
    title,
    groups: [...sectionsOf(resources)].map(([name, nodes]) => ({ name, boxes: nodes.map(boxOf) })),
    arrows: resources.flatMap((node) => arrowsFrom(node.id, referencesOf(node))),
  };
}

function boxOf({ id, kind, name, origin }: AnyResourceNode): Box {
  return { id, kind: describeKind(kind), name, part: partOf(origin.steps), place: origin.place };
}

/** The arrows from a box to others, by the properties that refer to them; sorted. */
function arrowsFrom(from: NodeId, references: ReadonlyMap<NodeId, ReadonlySet<string>>): Arrow[] {
  return [...references]
    .sort(([a], [b]) => compare(a, b))
    .map(([to, properties]) => ({ from, to, label: labelOf([...properties].sort(compare)) }));
}

/** The resources that a resource depends on, each with the properties that refer to it. */
function referencesOf(node: AnyResourceNode): ReadonlyMap<NodeId, ReadonlySet<string>> {
  const references = new Map([...dependenciesOf(node)].map((to) => [to, new Set<string>()]));
  eachReference(node.inputs as Value, (reference, property) => references.get(reference.node)?.add(property));
  return references;
}

/** A label of at most two names, which fits on an arrow. */
export function labelOf(properties: readonly string[]): string {
  return properties.length > 2 ? `${properties.slice(0, 2).join(', ')}, …` : properties.join(', ');
}

/** Compares by code units, independent of the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
