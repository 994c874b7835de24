// Rejects names of parts that a spec does not have.

import { suggest } from '../../diagnostics/suggest';
import { UsageError } from './usage-error';

/**
 * Checks that a spec has a part. Throws UsageError with a similar name, or with all names.
 * @param kind the kind of the part, such as `route`; its plural ends with `s`
 */
export function checkName(kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const all = known.length === 0 ? `the spec has no ${kind}s` : `the ${kind}s are ${known.join(', ')}`;
  throw new UsageError(`unknown ${kind} "${name}"; ${suggest(name, known) ?? all}`);
}
