// Checks the properties of every compilation, for any input.

import { compileSpec } from '../../compiler/compile';
import { type Diagnostic, hasErrors } from '../../compiler/diagnostics/diagnostic';
import { renderDiagnostics } from '../../compiler/diagnostics/render';
import { positionAt, type Span } from '../../compiler/source/source';
import { SURROUNDINGS } from '../spec';
import { BETRAYALS } from './inputs';
import type { SpecFiles } from './seeds';

/** Maximum processor time of one compilation, in milliseconds. */
const PATIENCE_MILLISECONDS = 5000;

/** Output that only defects of the compiler cause. */
const DEFECTS = /\[object |Maximum call stack|Invalid string length|Invalid array length|Cannot read prop/;

/** Compiles a spec, and throws if the result violates a property. Returns whether it is valid, and the codes of its diagnostics. */
export function judge({ spec, texts }: SpecFiles): { readonly valid: boolean; readonly codes: readonly string[] } {
  const begun = process.cpuUsage();
  const { graph, diagnostics, sources } = compileSpec(spec, (path) => texts[path], SURROUNDINGS);
  const rendered = renderDiagnostics(diagnostics);
  const { user, system } = process.cpuUsage(begun);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > PATIENCE_MILLISECONDS) throw new Error(`it took ${milliseconds.toFixed(0)} ms of processor time`);
  if ((graph === undefined) !== hasErrors(diagnostics))
    throw new Error('there is either a graph or an error, and never both');
  for (const diagnostic of diagnostics) judgeDiagnostic(diagnostic);
  const printed = rendered + JSON.stringify({ ...diagnostics.map(({ message, help }) => ({ message, help })) });
  const betrayed = BETRAYALS.find((secret) => printed.includes(secret));
  if (betrayed !== undefined) throw new Error(`the secret ${betrayed} is printed`);
  const written = sources.some(({ text }) => DEFECTS.test(text));
  if (!written && DEFECTS.test(printed)) throw new Error(`a defect shows: ${printed}`);
  return { valid: graph !== undefined, codes: diagnostics.map(({ code }) => code) };
}

function judgeDiagnostic({ code, message, span, related = [] }: Diagnostic): void {
  if (message === '') throw new Error(`${code} says nothing`);
  for (const part of [span, ...related.map((other) => other.span)]) judgeSpan(code, part);
}

function judgeSpan(code: string, { source, start, end }: Span): void {
  const place = `${code} at ${start} to ${end} of ${source.path}, which has ${source.text.length} characters`;
  if (!(start >= 0 && start <= end && end <= source.text.length)) throw new Error(`a place outside its file: ${place}`);
  const { line, column } = positionAt(source, start);
  const lines = source.text.split('\n');
  if (!(line <= lines.length && column <= (lines[line - 1] ?? '').length + 1))
    throw new Error(`there is no line ${line} with a column ${column}: ${place}`);
}
