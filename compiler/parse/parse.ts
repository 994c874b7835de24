// Parses a spec to values with locations: the only user of `yaml`.

import { Composer, type CST, type Document, Parser } from 'yaml';
import { hasErrors, type Outcome } from '../diagnostics/diagnostic';
import { describeFound } from '../source/found';
import type { Source } from '../source/source';
import { emptyMap, type SpecMap } from '../source/spec-node';
import { diagnose } from './diagnostics';
import { NodeReader } from './node-reader';
import { checkDepth, checkDocuments, checkSyntax } from './syntax';

/** Parses a spec. An empty file is an empty map. Errors: ENV1xxx. */
export function parseSpec(source: Source): Outcome<SpecMap> {
  // The depth is checked on tokens: the composer is recursive, and deep text would exhaust the stack.
  const tokens = [...new Parser().parse(source.text)];
  const deep = checkDepth(source, tokens);
  if (deep.length > 0) return { diagnostics: deep };

  const documents = checkDocuments(source, tokens);
  if (documents.length > 0) return { diagnostics: documents };
  const document = compose(tokens, source.text.length);
  const syntax = checkSyntax(source, document);
  if (hasErrors(syntax)) return { diagnostics: syntax };
  if (document.contents === null) return { value: emptyMap(source), diagnostics: [] };

  const reader = new NodeReader(source);
  const value = reader.read(document.contents);
  const { diagnostics } = reader;
  if (value === undefined || hasErrors(diagnostics)) return { diagnostics };
  if (value.type === 'map') return { value, diagnostics };
  if (value.type === 'scalar' && value.value === null) return { value: emptyMap(source), diagnostics };
  return { diagnostics: [...diagnostics, diagnose('not-a-map', value.span, { found: describeFound(value) })] };
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // The node reader reports duplicate keys: the composer compares each key with all others, and stops at the first duplicate.
  const composer = new Composer({ prettyErrors: false, strict: true, uniqueKeys: false });
  const [document] = composer.compose(tokens, true, length);
  if (document === undefined) throw new Error('the composer gave no document');
  return document as Document.Parsed;
}
