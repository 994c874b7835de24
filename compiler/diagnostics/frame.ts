// Renders the source line of a span with carets under the span.

import { lineText, positionAt, type Source, type Span } from '../source/source';
import { type Cell, cellsOf, textOf, widthOf } from './printable';
import { maskSecrets } from './secrets';
import type { Style } from './style';

/** The minimum width of a shown line, in columns. */
const LEAST_WIDTH = 40;

/** Renders the first line of a span, masked if the span is a secret. Returns no lines for an empty line. */
export function renderFrame(span: Span, style: Style, isSecret = false): string[] {
  const { line, column } = positionAt(span.source, span.start);
  const known = maskedLine(span.source, line);
  const end = column - 1 + span.end - span.start;
  // A secret that is only recognized by its name does not match a pattern for masking.
  const isBare = isSecret && known.slice(column - 1, end) === lineText(span.source, line).slice(column - 1, end);
  const text = isBare
    ? known.slice(0, column - 1) + '*'.repeat(known.slice(column - 1, end).length) + known.slice(end)
    : known;
  if (text.trim() === '') return [];
  const gutter = String(line);
  const width = Math.max(LEAST_WIDTH, style.width - gutter.length - 5);
  const { before, marked, after } = window(text, column - 1, span.end - span.start, width);
  const shown = `${textOf(before)}${textOf(marked)}${textOf(after)}`.trimEnd();
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  return [
    `  ${style.paint('place', `${gutter} |`)} ${shown}`,
    `  ${style.paint('place', `${' '.repeat(gutter.length)} |`)} ${' '.repeat(widthOf(before))}${style.paint('caret', carets)}`,
  ];
}

/** Masks the secrets in a line. The previous line may contain the name of a process variable whose default is a secret. */
function maskedLine(source: Source, line: number): string {
  const text = lineText(source, line);
  if (line === 1 || !/^\s*["']?default\b/.test(text)) return maskSecrets(text);
  const above = lineText(source, line - 1).trim();
  return maskSecrets(`${above}\n${text}`).slice(above.length + 1);
}

interface Window {
  readonly before: readonly Cell[];
  readonly marked: readonly Cell[];
  readonly after: readonly Cell[];
}

/** Cuts a line to a width around a range; … marks each cut. */
function window(text: string, start: number, length: number, width: number): Window {
  // Cells are created only for the shown part: a line may have a hundred thousand characters.
  const [from, to] = [Math.max(0, start - 2 * width), start + 2 * width];
  const end = Math.min(start + length, to);
  const before = cellsOf(text.slice(from, start));
  const marked = cellsOf(text.slice(start, end));
  const after = cellsOf(text.slice(end, to));
  if (from === 0 && to >= text.length && widthOf([...before, ...marked, ...after]) <= width)
    return { before, marked, after };

  const room = Math.max(Math.floor(width / 3), width - widthOf(marked) - Math.floor(width / 3));
  const lead = cutFront(before, room, from > 0);
  const stretch = cutBack(marked, width - widthOf(lead), end < start + length);
  const rest = cutBack(after, width - widthOf(lead) - widthOf(stretch), to < text.length);
  return { before: lead, marked: stretch, after: rest };
}

const CUT: Cell = { text: '…', width: 1 };

function cutBack(cells: readonly Cell[], room: number, more: boolean): Cell[] {
  if (widthOf(cells) <= room && !more) return [...cells];
  const kept: Cell[] = [];
  let width = 1;
  for (const cell of cells) {
    width += cell.width;
    if (width > room) break;
    kept.push(cell);
  }
  return room < 1 ? [] : [...kept, CUT];
}

function cutFront(cells: readonly Cell[], room: number, more: boolean): Cell[] {
  return cutBack(cells.toReversed(), room, more).toReversed();
}
