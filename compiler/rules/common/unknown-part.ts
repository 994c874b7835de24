// Reports a name that no part of the spec has.

import { defineDiagnostics } from '../../diagnostics/definition';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Span } from '../../source/source';
import { suggest } from '../../text/suggest';

/** Creates ENV3002. */
export const diagnose = defineDiagnostics({
  'unknown-part': {
    code: 'ENV3002',
    severity: 'error',
    summary: 'A field names a table, index, queue or function that the spec does not have.',
    explanation: [
      'Fields refer to parts by their logical names, which are the keys of the spec.',
      'AWS would reject the reference in the middle of a deployment, or an alarm would have no data.',
      'Add the part, or use the name of an existing one.',
    ],
    message: (p: { part: string; name: string; known: readonly string[] }) =>
      `unknown ${p.part} "${p.name}"; ${p.known.length > 0 ? `defined: ${p.known.join(', ')}` : 'none is defined'}`,
  },
});

/** A name in a field, and the names that it may be. */
export interface NamedPart {
  /** The kind of part, such as `table`. */
  readonly part: string;
  readonly name: string;
  readonly known: readonly string[];
  /** Further names to suggest, which are not listed. */
  readonly alsoKnown?: readonly string[];
}

/** ENV3002: a name that is not known, with the most similar one. */
export function* checkName({ part, name, known, alsoKnown = [] }: NamedPart, place: Span): Generator<Diagnostic> {
  if (known.includes(name) || alsoKnown.includes(name)) return;
  yield diagnose('unknown-part', place, { part, name, known }, { help: suggest(name, [...known, ...alsoKnown]) });
}
