// The version of the language that this program reads.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { describeFound } from '../../source/found';
import { type SpecMap, toPlain } from '../../source/spec-node';
import { diagnose } from './diagnostics';

/** The only version of the language so far. */
const VERSION = 1;

/** ENV6001 for a file in another version of the language. A file without a version has version 1. */
export function checkLanguage(file: SpecMap): Diagnostic[] {
  const entry = file.entries.get('language');
  if (entry === undefined) return [];
  const found = toPlain(entry.value);
  if (found === VERSION) return [];
  const isLater = typeof found === 'number' && Number.isInteger(found) && found > VERSION;
  const help = isLater ? 'install a later version of payment-spec' : `write ${VERSION}, or remove the line`;
  return [
    diagnose('unknown-language', entry.value.span, { found: describeFound(entry.value), known: VERSION }, { help }),
  ];
}
