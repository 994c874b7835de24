// Reports references to unknown parts of the spec.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { suggest } from '../../../diagnostics/suggest';
import type { Span } from '../../../source/source';

/** Creates ENV3002. */
export const diagnose = defineDiagnostics({
  'unknown-part': {
    code: 'ENV3002',
    severity: 'error',
    summary: 'A field refers to a table, index, queue, secret, function or route that the spec does not define.',
    explanation: [
      'Fields refer to parts by their logical names, which are the keys of the spec.',
      'AWS would reject the reference in the middle of a deployment, or an alarm would have no data.',
      'Add the part, or use the name of an existing one.',
    ],
    message: (p: { part: string; name: string; known: readonly string[] }) =>
      `unknown ${p.part} "${p.name}"; ${p.known.length > 0 ? `defined: ${p.known.join(', ')}` : 'none defined'}`,
  },
});

/** A name in a field, and the parts that it may name. */
export interface NamedPart {
  /** The kind of part, such as `table`. */
  readonly part: string;
  readonly name: string;
  /** The parts with these names. */
  readonly known: object;
  /** Further parts, whose names are suggested but not listed. */
  readonly alsoKnown?: readonly object[];
}

/** ENV3002: an unknown name, with a suggestion. The location is requested only for an error. */
export function* checkName({ part, name, known, alsoKnown = [] }: NamedPart, place: () => Span): Generator<Diagnostic> {
  if ([known, ...alsoKnown].some((parts) => Object.hasOwn(parts, name))) return;
  const listed = Object.keys(known);
  const help = suggest(name, [...listed, ...alsoKnown.flatMap((parts) => Object.keys(parts))]);
  yield diagnose('unknown-part', place(), { part, name, known: listed }, { help });
}
