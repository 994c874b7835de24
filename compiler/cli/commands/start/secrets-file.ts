// Reads the values of secrets for a local run from the project's file .secrets.yaml. Its errors name lines and never values.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSource } from '../../../language/compose/parse/decode';
import { parseSpec } from '../../../language/compose/parse/parse';
import { LocalRunError } from '../../../local/local-run-error';
import { SECRETS_FILE } from '../../../local/secret-values';
import { formatPlace } from '../../../source/source';

/** The values by the keys of secrets in the spec; empty without the file. Throws LocalRunError. */
export function readSecretsFile(root: string): ReadonlyMap<string, string> {
  const file = join(root, SECRETS_FILE);
  if (!existsSync(file)) return new Map();
  const { source, mistake } = decodeSource(SECRETS_FILE, readFileSync(file));
  const { value, diagnostics } =
    mistake === undefined ? parseSpec(source) : { value: undefined, diagnostics: [mistake] };
  if (value === undefined) {
    const [first] = diagnostics;
    throw wrong(first === undefined ? SECRETS_FILE : formatPlace(first.span));
  }
  return new Map(
    [...value.entries].map(([key, { value: node }]) => {
      if (node.type !== 'scalar' || typeof node.value !== 'string') throw wrong(formatPlace(node.span));
      return [key, node.value];
    }),
  );
}

function wrong(place: string): LocalRunError {
  return new LocalRunError(`${place}: expected lines of the form NAME: "value", with the names of secrets in the spec`);
}
