// Finds values in place of the names of secrets.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { nearestName } from '../../diagnostics/suggest';
import { nodeAt, type PathStep, type SpecMap, spanAt } from '../../source/spec-node';
import { diagnose } from './diagnostics';
import { fieldsAt } from './unknown-field';

/**
 * The error of a value in `secrets`: a text in place of a secret, or in an unknown field of a secret that is not a misspelled one.
 * Other errors would print the value.
 */
export function diagnoseSecretValue(root: SpecMap, path: readonly PathStep[]): Diagnostic | undefined {
  const [section, name, field, ...deeper] = path;
  const value = nodeAt(root, path);
  if (section !== 'secrets' || typeof name !== 'string' || deeper.length > 0 || value?.type !== 'scalar')
    return undefined;
  if (value.value === null) return undefined;
  const fields = Object.keys(fieldsAt(path.slice(0, 2)));
  if (field !== undefined && (fields.includes(String(field)) || nearestName(String(field), fields) !== undefined))
    return undefined;
  const help = `store the value in AWS, and write ${name}: { secretsManager: NAME } or ${name}: { parameter: NAME }`;
  return diagnose('secret-value', spanAt(root, path, 'value'), { name }, { help });
}
