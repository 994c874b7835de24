// Parses a spec to values with locations. The only file that imports `yaml`, except for its types.

import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { hasErrors, type Outcome } from '../../../diagnostics/diagnostic';
import { describeFound } from '../../../source/found';
import { remember } from '../../../source/remember';
import type { Source } from '../../../source/source';
import { emptyMap, type SpecMap } from '../../../source/spec-node';
import { diagnose } from './diagnostics';
import { diagnoseExpansion, ERROR_LIMIT, EXPANSION_LIMIT, NodeReader } from './node-reader';
import { checkDepth, checkDocuments, checkSyntax, DEPTH_LIMIT } from './syntax';

/** The size of the texts whose values are remembered: some versions of a system with its environments, but no generated spec. */
const REMEMBERED_CHARACTERS = 250_000;

/** Parses a spec. An empty file is an empty map. Errors: ENV1xxx. */
export const parseSpec: (source: Source) => Outcome<SpecMap> = remember(
  { keyOf: ({ path, text }: Source) => `${path}\0${text}`, limit: REMEMBERED_CHARACTERS },
  parse,
);

function parse(source: Source): Outcome<SpecMap> {
  const { value: tokens, diagnostics: endless } = readTokens(source);
  if (tokens === undefined) return { diagnostics: endless };
  // The depth is checked on tokens: the composer is recursive, and deep text would exhaust the stack.
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

/** The levels of the parser's stack from which a text is too deep in any case. */
const STACK_LIMIT = 4 * DEPTH_LIMIT;

/**
 * The tokens of a text. Reading all of a large file takes seconds, so it ends where the file is certain to be rejected: after too many
 * errors or levels, which the tokens up to there show, or after too many aliases (ENV1005).
 */
function readTokens(source: Source): Outcome<readonly CST.Token[]> {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let aliases = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    const start = parser.offset;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors += 1;
    }
    if (isRefused(lexeme)) errors += 1;
    // An alias expands to at least one value.
    if (lexeme.startsWith('*')) aliases += 1;
    if (aliases > EXPANSION_LIMIT)
      return { diagnostics: [diagnoseExpansion({ source, start, end: start + lexeme.length })] };
    if (parser.stack.length > STACK_LIMIT || errors > ERROR_LIMIT) break;
  }
  for (const token of parser.end()) tokens.push(token);
  return { value: tokens, diagnostics: [] };
}

/** Whether a lexeme is an error in every place: a tag, such as !Ref, except for those of YAML itself. */
function isRefused(lexeme: string): boolean {
  return lexeme.startsWith('!') && !lexeme.startsWith('!!');
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // The node reader reports duplicate keys. The composer would compare each key with all others and stop at the first duplicate.
  const composer = new Composer({ prettyErrors: false, strict: true, uniqueKeys: false });
  const [document] = composer.compose(tokens, true, length);
  if (document === undefined) throw new Error('the composer did not return a document');
  return document as Document.Parsed;
}
