// Draws the system or the resources of a spec.

import { type Drawing, drawGraph } from '../../../backends/draw/drawing';
import { describeSystem } from '../../../picture/describe/describe';
import type { System } from '../../../picture/system';
import type { Run } from '../../command/parts';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { GraphArguments } from './arguments';

/** The drawing of a system: its overview, or all its resources. */
export type Subject = { readonly system: System } | { readonly resources: Drawing };

/** Describes what to draw. */
export const run: Run<GraphArguments, Subject> = ({ spec: name, detail }, { root }) => {
  const spec = openSpec(root, name);
  const { graph, resolved, diagnostics } = compileFile(spec);
  if (graph === undefined || resolved === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  return {
    result: detail ? { resources: drawGraph(graph, spec.path) } : { system: describeSystem(resolved, spec.path) },
  };
};
