// `openapi`: prints the API of a spec as an OpenAPI 3.1 document.

import { renderOpenApi } from '../backends/openapi/document';
import { writeYaml } from '../parse/write';
import { EXIT } from './exit-code';
import { compileFile, openSpec } from './spec-file';
import { printFindings } from './terminal';

/** A format of the document. */
export type OpenApiFormat = 'json' | 'yaml';

/** Options of `openapi`. */
export interface OpenApiOptions {
  readonly root: string;
  readonly format: OpenApiFormat;
}

/** Prints the document. Returns the exit code. */
export function runOpenApi(name: string, { root, format }: OpenApiOptions): number {
  const { graph, diagnostics } = compileFile(openSpec(root, name));
  printFindings(name, { graph, diagnostics });
  if (graph === undefined) return EXIT.invalid;
  const document = renderOpenApi(graph);
  process.stdout.write(format === 'yaml' ? writeYaml(document) : `${JSON.stringify(document, undefined, 2)}\n`);
  return EXIT.ok;
}
