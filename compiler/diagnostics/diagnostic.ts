// Diagnostics: findings about a spec, with their locations and fixes.

import type { Span } from '../source/source';

/** An error stops the compilation; a warning does not. */
export type Severity = 'error' | 'warning';

/** A finding of the compiler. */
export interface Diagnostic {
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  /** Whether it can be waived. */
  readonly isWaivable: boolean;
  readonly message: string;
  readonly span: Span;
  /** The path of its field, such as `api.authorization`; absent for a diagnostic without a field. */
  readonly path?: string;
  /** The fix, if it is known. */
  readonly help?: string;
  /** The other locations of a conflict. */
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

/** The optional parts of a diagnostic. */
export type DiagnosticMore = Pick<Diagnostic, 'help' | 'related'>;

/** The result of a phase and its diagnostics; without a value there is at least one error. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Sorts diagnostics by file, location and code, and removes duplicates. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ span, code, message }: Diagnostic) => `${span.source.path}:${span.start}:${code}:${message}`;
  const once = [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
  return once.sort(
    (a, b) =>
      compareText(a.span.source.path, b.span.source.path) || a.span.start - b.span.start || compareText(a.code, b.code),
  );
}

/** Compares by code units: the same order on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
