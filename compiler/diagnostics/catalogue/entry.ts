// What the catalogue holds of each diagnostic.

/** How grave a diagnostic is: an error stops the compilation, a warning does not. */
export type Severity = 'error' | 'warning';

/** One mistake of the catalogue. */
export interface CatalogueEntry {
  /** `ENV`, the digit of the phase, and a number within it. Never used again for another meaning. */
  readonly code: `ENV${number}`;
  readonly severity: Severity;
  /** Of an error: that a waiver lifts it. Such a system would work, but somebody has to answer for it. */
  readonly waivable?: true;
  /** What the mistake is, in one sentence, for the generated pages. */
  readonly summary: string;
  /** Why it matters, with the source of a limit, and how to mend it, for the generated pages. */
  readonly explanation: string;
  /** What is said; each entry names what it needs for that. */
  readonly message: (parameters: never) => string;
}

/** A number with a comma before each three digits: `10,240`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=([0-9]{3})+$)/g, ',');
}

/** Values as they are listed in a message. */
export function list(values: readonly (string | number | boolean | null)[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
