// Collects the diagnostics of the phases.

import { type Diagnostic, hasErrors, type Outcome, sortDiagnostics } from './diagnostic';

/** The diagnostics of the phases so far. */
export class DiagnosticCollector {
  readonly #found: Diagnostic[] = [];

  /** Collects the diagnostics of an outcome. Returns its value; undefined if one of them is an error. */
  take<T>({ value, diagnostics }: Outcome<T>): T | undefined {
    return this.add(diagnostics) ? value : undefined;
  }

  /** Collects diagnostics. Returns false if one of them is an error. */
  add(diagnostics: readonly Diagnostic[]): boolean {
    for (const diagnostic of diagnostics) this.#found.push(diagnostic);
    return !hasErrors(diagnostics);
  }

  /** All diagnostics, by file and location. */
  get sorted(): Diagnostic[] {
    return sortDiagnostics(this.#found);
  }
}
