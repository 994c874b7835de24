// Errors in the code of functions, from the bundler.

import type { BuildFailure, Message } from 'esbuild';

/** An error in the sources, in the words of the bundler. */
export interface CodeError {
  readonly text: string;
  /** Its location as `file:line:column`, if the bundler knows it. */
  readonly place?: string;
}

/** An error of the sources as text, with its location. */
export function describeCodeError({ text, place }: CodeError): string {
  return place === undefined ? text : `${place} ${text}`;
}

/** Errors in the sources; the message has a line for each. */
export class BundleError extends Error {
  override readonly name: string = 'BundleError';

  constructor(
    readonly mistakes: readonly CodeError[],
    options?: ErrorOptions,
  ) {
    super(mistakes.map(describeCodeError).join('\n'), options);
  }
}

/** An entry file whose export Lambda cannot call. */
export class HandlerError extends BundleError {
  override readonly name = 'HandlerError';

  constructor(
    readonly entry: string,
    readonly handler: string,
    /** The exported names, or the type of the exported handler. */
    readonly found: { readonly exports: readonly string[] } | { readonly value: string },
  ) {
    const text =
      'value' in found
        ? `${entry} exports ${JSON.stringify(handler)} as ${found.value}, which Lambda cannot call`
        : `${entry} does not export ${JSON.stringify(handler)}; it exports ${found.exports.join(', ') || 'nothing'}`;
    super([{ text }]);
  }
}

/**
 * The warnings of esbuild on code that fails when it runs, by their ids (esbuild, internal/logger/msg_ids.go). A file
 * without any export, such as an empty one, counts as CommonJS: each import of it is `import-is-undefined`. A bundle is
 * CommonJS, in which `import.meta.url` is undefined.
 */
export const DEFECTS = [
  'assign-to-constant',
  'assign-to-define',
  'assign-to-import',
  'call-import-namespace',
  'class-name-will-throw',
  'commonjs-variable-in-esm',
  'delete-super-property',
  'empty-import-meta',
  'import-is-undefined',
  'private-name-will-throw',
  'require-resolve-not-external',
  'unsupported-dynamic-import',
] as const;

/** Throws BundleError if a warning means a broken program. Ignores the code of packages, which users cannot correct. */
export function refuseDefects(warnings: readonly Message[]): void {
  const ids: ReadonlySet<string> = new Set(DEFECTS);
  const defects = warnings.filter(
    ({ id, location }) => ids.has(id) && !(location?.file.includes('node_modules/') ?? false),
  );
  if (defects.length > 0) throw new BundleError(defects.map(codeErrorOf));
}

/** Converts a failed build of esbuild to a BundleError; returns other errors unchanged. */
export function asBundleError(error: unknown): unknown {
  return isBuildFailure(error) ? new BundleError(error.errors.map(codeErrorOf), { cause: error }) : error;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function codeErrorOf({ location, text }: Message): CodeError {
  return location === null ? { text } : { text, place: `${location.file}:${location.line}:${location.column + 1}` };
}
