// Checks the properties of every compilation, for any input.

import { compileSpec } from '../../compiler/compile/compile';
import { type Diagnostic, hasErrors } from '../../compiler/diagnostics/diagnostic';
import { renderDiagnostics } from '../../compiler/diagnostics/render';
import { positionAt, type Span } from '../../compiler/source/source';
import { SURROUNDINGS } from '../spec';
import { SECRET_MARKERS } from './inputs';
import type { SpecFiles } from './seeds';

/** Maximum processor time of one compilation, in milliseconds. */
const TIME_LIMIT_MILLISECONDS = 5000;

/** Output that is only printed because of a defect of the compiler. */
const DEFECTS = /\[object |Maximum call stack|Invalid string length|Invalid array length|Cannot read prop/;

/** Compiles a spec, and throws if the result violates a property. Returns whether it is valid, and the codes of its diagnostics. */
export function judge({ spec, texts }: SpecFiles): { readonly valid: boolean; readonly codes: readonly string[] } {
  const begun = process.cpuUsage();
  const { graph, diagnostics, sources } = compileSpec(spec, (path) => texts[path], SURROUNDINGS);
  const rendered = renderDiagnostics(diagnostics);
  const { user, system } = process.cpuUsage(begun);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > TIME_LIMIT_MILLISECONDS)
    throw new Error(
      `compilation took ${milliseconds.toFixed(0)} ms of processor time; limit ${TIME_LIMIT_MILLISECONDS} ms`,
    );
  if ((graph === undefined) !== hasErrors(diagnostics)) throw new Error('expected either a graph or an error');
  for (const diagnostic of diagnostics) judgeDiagnostic(diagnostic);
  const printed = rendered + JSON.stringify({ ...diagnostics.map(({ message, help }) => ({ message, help })) });
  const printedSecret = SECRET_MARKERS.find((secret) => printed.includes(secret));
  if (printedSecret !== undefined) throw new Error(`the secret ${printedSecret} is printed`);
  const written = sources.some(({ text }) => DEFECTS.test(text));
  if (!written && DEFECTS.test(printed)) throw new Error(`the output shows a defect of the compiler: ${printed}`);
  return { valid: graph !== undefined, codes: diagnostics.map(({ code }) => code) };
}

function judgeDiagnostic({ code, message, span, related = [] }: Diagnostic): void {
  if (message === '') throw new Error(`the message of ${code} is empty`);
  for (const part of [span, ...related.map((other) => other.span)]) judgeSpan(code, part);
}

function judgeSpan(code: string, { source, start, end }: Span): void {
  const place = `${code} at ${start} to ${end} of ${source.path}, which has ${source.text.length} characters`;
  if (!(start >= 0 && start <= end && end <= source.text.length))
    throw new Error(`the location is outside the file: ${place}`);
  const { line, column } = positionAt(source, start);
  const lines = source.text.split('\n');
  if (!(line <= lines.length && column <= (lines[line - 1] ?? '').length + 1))
    throw new Error(`line ${line}, column ${column} does not exist: ${place}`);
}
