// Reads the files that a resolved environment refers to. Later phases do not read files.

import type { Environment } from '../../schema/environment.generated';
import type { Outcome } from '../diagnostics/diagnostic';
import type { JsonObject } from '../graph/value';
import type { ReadFile } from '../source/read-file';
import type { Source } from '../source/source';
import type { SpecMap } from '../source/spec-node';
import { readBodySchema } from './body-schema';
import { checkEntryFiles, type ReadCode } from './bundle/entry-files';

/** The functions that read files. */
export interface Readers {
  readonly read: ReadFile;
  /** Reads the code of functions. If absent, the code is not checked. */
  readonly readCode?: ReadCode | undefined;
}

/** The contents of the files. */
export interface ReferencedFiles {
  /** The JSON Schema of bodies; absent if the spec does not set it. */
  readonly bodySchema?: JsonObject;
}

/** Reads the schema of bodies and checks the code of functions. Errors: ENV2xxx, ENV3014 and ENV325x. */
export function readFiles(
  environment: Environment,
  root: SpecMap,
  { read, readCode }: Readers,
): Outcome<ReferencedFiles> & { readonly sources: readonly Source[] } {
  const { schema, sources, diagnostics } = readBodySchema(environment, root, read);
  const code = readCode === undefined ? [] : checkEntryFiles(environment.functions, root, readCode);
  return { value: { ...(schema && { bodySchema: schema }) }, sources, diagnostics: [...diagnostics, ...code] };
}
