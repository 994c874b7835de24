// Rejects numbers that YAML parsers read differently.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { writtenText } from '../../source/found';
import type { Span } from '../../source/source';
import type { Scalar } from '../../source/spec-node';
import { diagnose } from './diagnostics';

/** Numbers that all versions of YAML and JSON read equally. */
const PLAIN_NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

/** ENV1012: a number that is not written in plain decimals, or that has more digits than a number can store. */
export function checkNumber(value: Scalar, span: Span): Diagnostic[] {
  if (typeof value !== 'number') return [];
  const written = writtenText({ type: 'scalar', span, value });
  const exact = !Number.isInteger(value) || Number.isSafeInteger(value);
  if (PLAIN_NUMBER.test(written) && exact) return [];
  const text = `${JSON.stringify(written)} if it is text`;
  const help = Number.isFinite(value) && exact ? `write ${value}, or ${text}` : `write ${text}`;
  return [diagnose('number-notation', span, { written, problem: problemOf(written, value) }, { help })];
}

function problemOf(written: string, value: number): string {
  if (!Number.isFinite(value)) return 'is not a finite number';
  if (PLAIN_NUMBER.test(written)) return 'has more digits than a number stores exactly (at most 9007199254740991)';
  if (/^[-+]?0[0-9]/.test(written)) return `is ${value} in YAML 1.2, but octal or text in other parsers`;
  return `is ${value} in YAML 1.2, but text in other parsers`;
}
