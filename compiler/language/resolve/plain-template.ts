// Reads text whose {{ expressions }} are paths of plain names, as nearly all are, without the parser.

/** Text in parts: literals, and the paths of expressions. */
export type Template = readonly (string | { readonly path: readonly string[] })[];

/** A literal without characters that have a meaning for the parser, or an expression. */
const PART = /([^{}\\\0]+)|\{\{\s*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)\s*\}\}/gy;

/** Names that the parser reads as something else than a name. */
const KEYWORDS: ReadonlySet<string> = new Set(['as', 'else', 'false', 'null', 'this', 'true', 'undefined']);

/** The parts of a text; undefined if it needs the parser. */
export function readPlainTemplate(text: string): Template | undefined {
  const parts: (string | { readonly path: readonly string[] })[] = [];
  let end = 0;
  for (const [part, literal, names] of text.matchAll(PART)) {
    end += part.length;
    const path = names?.split('.') ?? [];
    if (path.some((name) => KEYWORDS.has(name))) return undefined;
    parts.push(literal ?? { path });
  }
  return end === text.length ? parts : undefined;
}
