// Reads the JSON Schema of request bodies that the spec refers to.

import { posix } from 'node:path';
import type { Environment } from '../../schema/environment.generated';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic';
import type { JsonObject, JsonValue } from '../graph/value';
import { openSource } from '../language/compose/open-source';
import type { ReadFile } from '../source/read-file';
import type { Source } from '../source/source';
import { type SpecMap, spanAt } from '../source/spec-node';
import { diagnose } from './diagnostics';

/** A schema with the file that it was read from, or the errors of that file. */
export interface BodySchemaReading {
  readonly schema?: JsonObject;
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the schema, relative to the file that refers to it. Errors: ENV2xxx and ENV3014. */
export function readBodySchema({ api, payment }: Environment, root: SpecMap, read: ReadFile): BodySchemaReading {
  if (payment.bodySchema === undefined) {
    const [route] = Object.entries(api?.routes ?? {}).find(([, { validateBody }]) => validateBody) ?? [];
    if (route === undefined) return { sources: [], diagnostics: [] };
    const validates = spanAt(root, ['api', 'routes', route, 'validateBody'], 'value');
    return { sources: [], diagnostics: [diagnose('body-schema', validates, { is: 'missing', route })] };
  }
  const span = spanAt(root, ['payment', 'bodySchema'], 'value');
  const folder = posix.dirname(span.source.path);
  const { value: source, diagnostics } = openSource(posix.join(folder, payment.bodySchema), read, { span, folder });
  const sources = source === undefined ? [] : [source];
  if (source === undefined || hasErrors(diagnostics)) return { sources, diagnostics };
  const schema = parseObject(source.text);
  return schema === undefined
    ? { sources, diagnostics: [diagnose('body-schema', span, { is: 'not an object', path: source.path })] }
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
