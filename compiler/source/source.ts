// Source files, and the conversion of offsets to lines and columns.

/** The maximum size of a spec, in bytes: 10,000 functions with their tables and routes. */
export const SIZE_LIMIT_BYTES = 4_194_304;

/** A file that was read: its path relative to the project, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** The offset at which each line begins. */
  readonly lineStarts: readonly number[];
}

/** A range of a source, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** The path of its field, if known. */
  readonly path?: string;
}

/** A position for people: lines and columns begin at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Creates a source from a text. */
export function createSource(path: string, text: string): Source {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

/** The line and column of an offset. An offset after the end of the text counts as the end. */
export function positionAt(source: Source, offset: number): Position {
  const bounded = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= bounded) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: bounded - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a line, without its end; lines begin at 1. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const end = source.lineStarts[line] ?? source.text.length + 1;
  return source.text.slice(start, source.text[end - 2] === '\r' ? Math.max(start, end - 2) : end - 1);
}

/** The start of a span as `file:line:column`. */
export function formatPlace(span: Span): string {
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}
