// Parses text with {{ expressions }} to literals and paths. The only file that imports `handlebars`, of which it uses the parser.

import type { Outcome } from '../../diagnostics/diagnostic';
import { remember } from '../../source/remember';
import type { Span } from '../../source/source';
import { diagnose } from './diagnostics';
import { readPlainTemplate, type Template } from './plain-template';

/** The characters that start other syntax than a path: a block, its end, a partial, a comment, a decorator, unescaped text. */
const NO_PATH = /\{\{~?\s*[#^/>!*&{]/;

/** The size of the texts whose statements are remembered, in characters: those of some specs. */
const REMEMBERED_CHARACTERS = 50_000;

const statementsOf = remember({ keyOf: (text: string) => text, limit: REMEMBERED_CHARACTERS }, (text) => {
  // Loaded on demand, because few specs need it.
  const { parse }: typeof import('handlebars/dist/cjs/handlebars/compiler/base') =
    require('handlebars/dist/cjs/handlebars/compiler/base');
  return parse(text).body;
});

/** Whether a text has expressions. */
export function hasExpressions(text: string): boolean {
  return text.includes('{{');
}

/** Parses a text. Only paths are expressions: no helpers, blocks, partials, comments or unescaped `{{{ }}}`: ENV4001. */
export function parseTemplate(text: string, span: Span): Outcome<Template> {
  const plain = readPlainTemplate(text);
  if (plain !== undefined) return { value: plain, diagnostics: [] };
  // Rejected before parsing, because the parser needs much time for nested blocks.
  if (NO_PATH.test(text)) return refuse(span, 'not a path');
  let statements: hbs.AST.Statement[];
  try {
    statements = statementsOf(text);
  } catch {
    // The parser's message is about its tokens, which do not help the author of the text.
    const [opened, closed] = ['{{', '}}'].map((braces) => text.split(braces).length - 1);
    if (opened !== closed) return refuse(span, 'not closed');
    return refuse(span, 'not a path');
  }
  const parts: (string | { path: readonly string[] })[] = [];
  for (const statement of statements) {
    if (statement.type === 'ContentStatement') {
      parts.push((statement as hbs.AST.ContentStatement).value);
      continue;
    }
    const path = pathOf(statement);
    if (path === undefined) return refuse(span, 'not a path');
    parts.push({ path });
  }
  return { value: parts, diagnostics: [] };
}

function pathOf(statement: hbs.AST.Statement): string[] | undefined {
  if (statement.type !== 'MustacheStatement') return undefined;
  const { path, params, hash, escaped } = statement as hbs.AST.MustacheStatement & { escaped: boolean };
  if (path.type !== 'PathExpression' || params.length > 0 || hash !== undefined || !escaped) return undefined;
  const { parts, data, depth } = path as hbs.AST.PathExpression;
  return data || depth > 0 || parts.length === 0 ? undefined : parts;
}

function refuse(span: Span, is: 'not a path' | 'not closed'): Outcome<Template> {
  return { diagnostics: [diagnose('expression-syntax', span, { is })] };
}
