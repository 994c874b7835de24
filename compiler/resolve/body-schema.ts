// The JSON Schema of a payment's body, which the spec names and API Gateway validates by.

import { posix } from 'node:path';
import type { Environment } from '../../schema/environment.generated';
import { openSource, type ReadFile } from '../compose/open-source';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic';
import type { JsonObject, JsonValue } from '../graph/value';
import type { Source } from '../source/source';
import { type PathStep, type SpecMap, spanAt } from '../source/spec-node';

/** A schema with the file it was read from, or what is wrong with that. */
export interface BodySchemaReading {
  readonly schema?: JsonObject;
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the schema that the spec names, relative to the file that names it. Mistakes are ENV2xxx and ENV3014. */
export function readBodySchema({ api, payment }: Environment, root: SpecMap, read: ReadFile): BodySchemaReading {
  const refuse = (path: readonly PathStep[], problem: string, sources: readonly Source[] = []) => ({
    sources,
    diagnostics: [diagnose('body-schema', spanAt(root, path, 'value'), { problem })],
  });
  if (payment.bodySchema === undefined) {
    const [route] = Object.entries(api?.routes ?? {}).find(([, { validateBody }]) => validateBody) ?? [];
    if (route === undefined) return { sources: [], diagnostics: [] };
    const problem = `the route ${route} validates bodies, but there is no payment.bodySchema`;
    return refuse(['api', 'routes', route, 'validateBody'], problem);
  }
  const field = ['payment', 'bodySchema'];
  const span = spanAt(root, field, 'value');
  const folder = posix.dirname(span.source.path);
  const { value: source, diagnostics } = openSource(posix.join(folder, payment.bodySchema), read, { span, folder });
  const sources = source === undefined ? [] : [source];
  if (source === undefined || hasErrors(diagnostics)) return { sources, diagnostics };
  const schema = parseObject(source.text);
  return schema === undefined
    ? refuse(field, `${source.path} is no JSON object: it must be a JSON Schema`, sources)
    : { schema, sources, diagnostics };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
