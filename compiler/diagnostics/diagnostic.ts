// A mistake in a spec, as data: which one, where, and what to do.

import { positionAt, type Span } from '../source/source';
import { CATALOGUE, type DiagnosticParameters, type DiagnosticSlug, type Severity } from './catalogue';
import { maskSecrets } from './secrets';

/** A mistake that the compiler found. */
export interface Diagnostic {
  readonly code: string;
  readonly slug: DiagnosticSlug;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The field that it is about, such as `api.authorization`, where it is about one. */
  readonly path?: string;
  /** What to do about it, where that is known. */
  readonly help?: string;
  /** The other side of a conflict. */
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

/** A value, and the mistakes that were found on the way to it; without a value there is at least one error. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a diagnostic of the catalogue. What looks like a secret is masked in all that it says. */
export function diagnose<S extends DiagnosticSlug>(
  slug: S,
  span: Span,
  parameters: DiagnosticParameters<S>,
  more: Pick<Diagnostic, 'help' | 'related'> = {},
): Diagnostic {
  const { code, severity, message } = CATALOGUE[slug];
  const text = maskSecrets((message as (p: typeof parameters) => string)(parameters));
  const path = span.path === undefined ? {} : { path: span.path };
  return { code, slug, severity, message: text, span, ...path, ...maskMore(more) };
}

/** What is said beside the message, which may repeat what the spec says. */
function maskMore({ help, related }: Pick<Diagnostic, 'help' | 'related'>): Pick<Diagnostic, 'help' | 'related'> {
  return {
    ...(help === undefined ? {} : { help: maskSecrets(help) }),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...other, message: maskSecrets(other.message) })) }),
  };
}

/** Whether there is an error among diagnostics. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Diagnostics by file, then by place, then by code; the same one at the same place stands once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ span, code, message }: Diagnostic) => `${span.source.path}:${span.start}:${code}:${message}`;
  const once = [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
  return once.sort(
    (a, b) =>
      compareText(a.span.source.path, b.span.source.path) || a.span.start - b.span.start || compareText(a.code, b.code),
  );
}

/** Where a span begins, as `file:line:column`. */
export function formatPlace(span: Span): string {
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}

/** Compares by code units: the same order on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
