// `graph`: draws the resources of a spec.

import { renderDot } from '../backends/draw/dot';
import { type Drawing, drawGraph } from '../backends/draw/drawing';
import { renderMermaid } from '../backends/draw/mermaid';
import { EXIT } from './exit-code';
import { refuse } from './refuse';
import { compileFile, openSpec } from './spec-file';

/** A format of a drawing. */
export type DrawingFormat = 'mermaid' | 'dot' | 'svg';

/** Options of `graph`. */
export interface GraphOptions {
  readonly root: string;
  readonly format: DrawingFormat;
  readonly json?: true;
}

/** Prints a drawing. Returns the exit code. */
export async function runGraph(name: string, { root, format, json }: GraphOptions): Promise<number> {
  const spec = openSpec(root, name);
  const { graph, diagnostics } = compileFile(spec);
  if (graph === undefined) return refuse([{ path: spec.path, diagnostics }], json);
  const drawing = drawGraph(graph, spec.path);
  console.log(json ? JSON.stringify({ schemaVersion: 1, ...drawing }, undefined, 2) : await RENDERERS[format](drawing));
  return EXIT.ok;
}

const RENDERERS: Readonly<Record<DrawingFormat, (drawing: Drawing) => string | Promise<string>>> = {
  mermaid: renderMermaid,
  dot: renderDot,
  // The layout library takes longer to load than everything else.
  svg: async (drawing) => (await import('../backends/draw/svg')).renderSvg(drawing),
};
