// Draws the resources or the parts of a spec.

import { type Drawing, drawGraph } from '../../../backends/draw/drawing';
import { drawParts } from '../../../backends/draw/parts';
import type { ResourceGraph } from '../../../graph/graph';
import type { Run } from '../../command/parts';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { GraphArguments, Level } from './arguments';

/** Draws a spec. */
export const run: Run<GraphArguments, Drawing> = ({ spec: name, format, by }, { root, note }) => {
  const spec = openSpec(root, name);
  const { graph, diagnostics } = compileFile(spec);
  if (graph === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  const count = graph.resources.length;
  const level = by ?? (count > MOST_RESOURCES && format !== 'json' ? 'part' : 'resource');
  if (by === undefined && level === 'part')
    note(`${count} resources, drawn by part of the spec; --by resource draws each of them`);
  return { result: DRAWERS[level](graph, spec.path) };
};

/** Maximum number of resources that are drawn as one box each by default. More boxes are not readable on a page. */
const MOST_RESOURCES = 200;

const DRAWERS: Readonly<Record<Level, (graph: ResourceGraph, title: string) => Drawing>> = {
  resource: drawGraph,
  part: drawParts,
};
