// Describes the API of a spec as an OpenAPI 3.1 document.

import { renderOpenApi } from '../../../backends/openapi/document';
import type { Run } from '../../command/parts';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { OpenApiArguments } from './arguments';

/** The document, as a value of JSON. */
export type OpenApiDocument = ReturnType<typeof renderOpenApi>;

/** Describes the API. */
export const run: Run<OpenApiArguments, OpenApiDocument> = ({ spec: name }, { root, note }) => {
  const { graph, diagnostics } = compileFile(openSpec(root, name));
  note({ name, graph, diagnostics });
  return graph === undefined ? { exitCode: EXIT.invalid } : { result: renderOpenApi(graph) };
};
