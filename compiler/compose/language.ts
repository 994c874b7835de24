// The version of the language that this program reads.

import type { Diagnostic } from '../diagnostics/diagnostic';
import { type SpecMap, toPlain } from '../source/spec-node';
import { diagnose } from './diagnostics';

/** The only version of the language so far. */
const VERSION = 1;

/** ENV6001 for a file in another version of the language. A file without a version has version 1. */
export function checkLanguage(file: SpecMap): Diagnostic[] {
  const entry = file.entries.get('language');
  const found = entry === undefined ? 1 : toPlain(entry.value);
  if (found === VERSION) return [];
  const isLater = typeof found === 'number' && Number.isInteger(found) && found > VERSION;
  const help = isLater
    ? 'install a later version of payment-spec'
    : `set language to a whole number of at most ${VERSION}`;
  const span = entry?.value.span ?? { ...file.span, end: Math.min(file.span.end, file.span.start + 1) };
  return [diagnose('unknown-language', span, { found: JSON.stringify(found), known: VERSION }, { help })];
}
