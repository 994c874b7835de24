// Tables in Markdown.

/** A line of a table. The caller escapes the cells. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
