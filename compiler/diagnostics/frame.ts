// The line of a spec with a caret under what is meant.

import { lineText, positionAt, type Source, type Span } from '../source/source';
import { type Cell, cellsOf, textOf, widthOf } from './printable';
import { maskSecrets } from './secrets';
import type { Style } from './style';

/** The least of a line that is shown, in columns, on however narrow a terminal. */
const LEAST_WIDTH = 40;

/** Renders the first line of a span; nothing where that line is empty. */
export function renderFrame(span: Span, style: Style): string[] {
  const { line, column } = positionAt(span.source, span.start);
  const text = maskedLine(span.source, line);
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

/** A line without secrets. The default of a process variable stands below its name, which may tell that it is a secret. */
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

/** The part of a line around a stretch of it that fits a width; … stands for what was cut. */
function window(text: string, start: number, length: number, width: number): Window {
  // Cells are made of no more than can be shown: a line may be a hundred thousand characters long.
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
