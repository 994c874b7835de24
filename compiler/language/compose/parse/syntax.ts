// Checks that a text is YAML, before its values are read.

import type { CST, Document, YAMLError } from 'yaml';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { positionAt, type Source, type Span } from '../../../source/source';
import { diagnose } from './diagnostics';

/** The maximum nesting depth. The language needs eight levels, and later phases are recursive. */
export const DEPTH_LIMIT = 64;

/** Fixes for errors that the messages of the YAML parser do not explain well. */
const HELP: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'start all keys of a map in the same column, and indent their values further',
  BAD_SCALAR_START: 'put text that begins with this character in quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'put text that contains a colon and a space in quotation marks, or begin a new line',
  MISSING_CHAR:
    'close the quotation mark, bracket or brace that is open before this point, or write the colon after a key',
  MULTILINE_IMPLICIT_KEY: 'write a colon after the key, on the same line',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'remove the tag: a spec contains only plain values',
};

/** ENV1008: the location at which a text is nested beyond the limit. Reads tokens, without recursion. */
export function checkDepth(source: Source, tokens: readonly CST.Token[]): Diagnostic[] {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEPTH_LIMIT) return [diagnoseDepth(spanOf(source, token.offset))];
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items as CST.CollectionItem[]) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return [];
}

/** ENV1008 at a location. */
export function diagnoseDepth(span: Span): Diagnostic {
  return diagnose('too-deep', span, { limit: DEPTH_LIMIT });
}

/** ENV1009: the start of the second of several documents. */
export function checkDocuments(source: Source, tokens: readonly CST.Token[]): Diagnostic[] {
  const [, second] = tokens.filter(({ type }) => type === 'document') as CST.Document[];
  return second === undefined ? [] : [diagnose('several-documents', spanOf(source, second.offset, 3), {})];
}

/** ENV1001: errors of the parser, the first of each line; the others in a line usually follow from it. */
export function checkSyntax(source: Source, document: Document.Parsed): Diagnostic[] {
  const { explicit, version } = document.directives.yaml;
  if (explicit && version !== '1.2') {
    const help = 'remove the line %YAML';
    return [diagnose('yaml-syntax', spanOf(source, 0, 5), { is: 'version', version }, { help })];
  }
  const problems = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  let last: { line: number; code: string } | undefined;
  return problems.flatMap((error) => {
    const { code } = error;
    const [start, end] = error.pos;
    const { line } = positionAt(source, start);
    const follows = last !== undefined && (line === last.line || (code === last.code && line === last.line + 1));
    last = { line, code };
    if (follows) return [];
    const span = spanOf(source, start, end - start);
    const unclosed = /^Flow (map|sequence) in block collection/.exec(error.message)?.[1];
    if (unclosed !== undefined) {
      const open = unclosed === 'map' ? 'brace {' : 'bracket [';
      return [diagnose('yaml-syntax', span, { is: 'not closed', open }, { help: HELP.MISSING_CHAR })];
    }
    const slip = slipOf(source, start, code);
    if (slip !== undefined) return [slip];
    return [diagnose('yaml-syntax', span, { is: 'other', error }, { help: HELP[code] })];
  });
}

/** Errors with an unclear message of the parser: a missing space after a colon, and too much indentation. */
function slipOf(source: Source, start: number, code: YAMLError['code']): Diagnostic | undefined {
  const [line = '', next = ''] = source.text.slice(start).split(/\r?\n/, 2);
  const [, key, value] = /^([A-Za-z][A-Za-z0-9_-]*):([^\s/][^\n]*)$/.exec(line.trimEnd()) ?? [];
  if (code === 'MULTILINE_IMPLICIT_KEY' && key !== undefined) {
    const help = `write ${key}: ${value}`;
    return diagnose('yaml-syntax', spanOf(source, start, line.length), { is: 'no space' }, { help });
  }
  const [, indent = '', key2] = /^( *)([A-Za-z][A-Za-z0-9_-]*):(?:\s|$)/.exec(next) ?? [];
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || key2 === undefined || /:\s/.test(line)) return undefined;
  const at = source.text.indexOf('\n', start) + 1 + indent.length;
  const help = 'start it in the same column as the previous line';
  return diagnose('yaml-syntax', spanOf(source, at, key2.length), { is: 'too far', key: key2 }, { help });
}

/** A span of at least one character, except at the end of a file. */
function spanOf(source: Source, offset: number, length = 1): Span {
  const bounded = (at: number) => Math.min(at, source.text.length);
  return { source, start: bounded(offset), end: bounded(offset + Math.max(1, length)) };
}
