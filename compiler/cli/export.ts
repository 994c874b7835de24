// `export`: what a spec compiles to, in a form of other tools.

import { renderTemplate } from '../backends/cloudformation/template';
import { renderDiagnostics } from '../diagnostics/render';
import type { ResourceGraph } from '../graph/graph';
import type { ExportFormat } from './arguments/export';
import { EXIT } from './exit-code';
import { compileFile, openSpec } from './spec-file';

/** What `export` is asked for. */
export interface ExportOptions {
  readonly root: string;
  readonly format: ExportFormat;
}

const RENDERERS: Readonly<Record<ExportFormat, (graph: ResourceGraph) => object>> = { cloudformation: renderTemplate };

/** Prints an export; gives the exit code. */
export function runExport(name: string, { root, format }: ExportOptions): number {
  const { graph, diagnostics } = compileFile(openSpec(root, name));
  if (diagnostics.length > 0) console.error(renderDiagnostics(diagnostics));
  if (graph === undefined) return EXIT.invalid;
  console.log(JSON.stringify(RENDERERS[format](graph), undefined, 2));
  return EXIT.ok;
}
