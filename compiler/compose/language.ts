// Versions of the language: which one a file is written in, and the steps from each to the next.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { parseSpec } from '../parse/parse';
import { createSource, type Source, type Span } from '../source/source';
import { type SpecMap, toPlain } from '../source/spec-node';

/** A text in place of a stretch of a file; of an empty stretch, an insertion. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A step from one version of the language to the next. */
export interface Migration {
  /** What it changes, in one sentence, for whoever runs it. */
  readonly summary: string;
  /** What it changes in a file: all else stays as it is written, comments included. */
  readonly edits: (file: SpecMap) => readonly Edit[];
}

/** The steps in order: the first leads from version 1 to 2. There is one version so far. */
export const MIGRATIONS: readonly Migration[] = [];

/** A file carried over: its text, the version that it was in, and what was done. */
export interface Migrated {
  readonly from: number;
  readonly text: string;
  readonly steps: readonly string[];
}

/** The mistake of a file in another version of the language than the latest of `migrations`; none where it is that: ENV6001. */
export function checkLanguage(file: SpecMap, migrations = MIGRATIONS): Diagnostic[] {
  const known = migrations.length + 1;
  const entry = file.entries.get('language');
  const found = entry === undefined ? 1 : toPlain(entry.value);
  if (found === known) return [];
  const isNumber = typeof found === 'number' && Number.isInteger(found) && found >= 1;
  const later = isNumber ? 'a later payment-spec is needed for it' : `language is a whole number, ${known} at most`;
  const help = isNumber && found < known ? 'payment-spec migrate carries it over' : later;
  const span = entry?.value.span ?? { ...file.span, end: Math.min(file.span.end, file.span.start + 1) };
  return [diagnose('unknown-language', span, { found: JSON.stringify(found), known }, { help })];
}

/** Carries a file over to the latest version, step by step; the mistakes of one that cannot be read, or is from a later version. */
export function migrateSource(source: Source, migrations = MIGRATIONS): Migrated | readonly Diagnostic[] {
  let { value: file, diagnostics } = parseSpec(source);
  if (file === undefined) return diagnostics;
  const entry = file.entries.get('language');
  const from = entry === undefined ? 1 : toPlain(entry.value);
  const latest = migrations.length + 1;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1 || from > latest)
    return checkLanguage(file, migrations);
  let text = source.text;
  for (const [at, { edits }] of migrations.entries()) {
    if (at + 1 < from) continue;
    text = apply(text, [...edits(file), versionEdit(file, at + 2)]);
    ({ value: file, diagnostics } = parseSpec(createSource(source.path, text)));
    if (file === undefined)
      throw new Error(`step ${at + 1} left no spec of ${source.path}: ${diagnostics[0]?.message}`);
  }
  return { from, text, steps: migrations.slice(from - 1).map(({ summary }) => summary) };
}

function versionEdit(file: SpecMap, version: number): Edit {
  const entry = file.entries.get('language');
  if (entry !== undefined) return { span: entry.value.span, text: String(version) };
  const { source, start } = file.span;
  const isFlow = source.text[start] === '{';
  const at = isFlow ? start + 1 : start;
  return { span: { source, start: at, end: at }, text: isFlow ? `language: ${version}, ` : `language: ${version}\n` };
}

/** From the end backwards, so that no edit moves another. */
function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, { span, text: own }) => done.slice(0, span.start) + own + done.slice(span.end), text);
}
