// Types for edits, the specs to edit, and their graphs.

import { compilePlain } from '../../../compiler/compile/edited-spec';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { type Plain, toPlain } from '../../../compiler/source/spec-node';
import { SPECS } from '../../everything';
import { compileProject, SURROUNDINGS } from '../../spec';

/** An edit that leaves the spec valid. */
export interface Edit {
  /** A description, such as `rename tables.ledger`. */
  readonly name: string;
  /** Applies the edit to a spec, which may contain other edits already. */
  readonly apply: (spec: Plain) => Plain;
}

/** A spec to edit. */
export interface EditedSpec {
  readonly name: string;
  /** The spec merged with the specs that it extends. */
  readonly spec: Plain;
  readonly graph: ResourceGraph;
}

/** A map of a spec. */
export type PlainMap = { readonly [key: string]: Plain };

/** The specs that together use every field; the first uses nearly all of them. */
export function specsToEdit(): readonly EditedSpec[] {
  return Object.keys(SPECS).map((path) => {
    const { resolved, diagnostics } = compileProject(path, SPECS);
    if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const spec = toPlain(resolved.spec);
    const name = path.replace(/^.*\/|\.yaml$/g, '');
    return { name, spec, graph: validGraph(name, spec) };
  });
}

/** The graph of a spec given as data; undefined if the spec is not valid. */
export function graphOfPlain(spec: Plain): ResourceGraph | undefined {
  return compilePlain(spec, SURROUNDINGS).graph;
}

/** Whether a value is a map. */
export function isMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two graphs differ in more than the locations of their parts in the spec. */
export function hasEffect(before: ResourceGraph, after: ResourceGraph): boolean {
  return textOf(before) !== textOf(after);
}

const texts = new WeakMap<ResourceGraph, string>();

function textOf(graph: ResourceGraph): string {
  const text =
    texts.get(graph) ??
    JSON.stringify([graph.provider, graph.resources.map((node) => ({ ...node, origin: undefined }))]);
  texts.set(graph, text);
  return text;
}

function validGraph(name: string, spec: Plain): ResourceGraph {
  const graph = graphOfPlain(spec);
  if (graph === undefined) throw new Error(`${name} is not valid as data`);
  return graph;
}
