// The values of secrets in a local run: from the project's file .secrets.yaml, or generated for the run.

import { randomBytes } from 'node:crypto';

/** The value of a secret in the run, by its key in the spec. */
export type SecretValues = (key: string) => string;

/** The file with values for local runs, relative to the project. Git must ignore it. */
export const SECRETS_FILE = '.secrets.yaml';

/** The length of a generated key in bytes, as Standard Webhooks recommends: 24 to 64. */
const KEY_BYTES = 32;

/**
 * Values that a file gives, and generated ones for the other secrets. A generated value has the form of a key of Standard
 * Webhooks, which suits other uses of a secret, too. It stays the same during the run.
 */
export function generateSecrets(
  given: ReadonlyMap<string, string> = new Map(),
  random: (bytes: number) => Buffer = randomBytes,
): SecretValues {
  const generated = new Map<string, string>();
  return (key) => {
    const known = given.get(key) ?? generated.get(key);
    if (known !== undefined) return known;
    const made = `whsec_${random(KEY_BYTES).toString('base64')}`;
    generated.set(key, made);
    return made;
  };
}
