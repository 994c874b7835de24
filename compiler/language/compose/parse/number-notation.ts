// Rejects numbers that YAML parsers read differently.

import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { writtenText } from '../../../source/found';
import type { Span } from '../../../source/source';
import type { Scalar } from '../../../source/spec-node';
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
  return [diagnose('number-notation', span, { is: problemOf(written, value), written, value }, { help })];
}

function problemOf(written: string, value: number): 'not finite' | 'too long' | 'octal' | 'text elsewhere' {
  if (!Number.isFinite(value)) return 'not finite';
  if (PLAIN_NUMBER.test(written)) return 'too long';
  return /^[-+]?0[0-9]/.test(written) ? 'octal' : 'text elsewhere';
}
