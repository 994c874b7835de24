// Lays out all resources of a drawing: a frame for each part of the spec, with a row for each resource, in columns of sections.

import { compareNumbered } from '../../picture/words';
import type { Arrow, Box, Drawing } from './drawing';

/** A rectangle: its left upper corner and its size, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing with the positions of its parts. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** `section` is the number of the group. */
  readonly frames: readonly (Place & { readonly name: string; readonly section: number })[];
  readonly boxes: readonly (Place & { readonly box: Box; readonly section: number; readonly name: number })[];
  /** Each with the commands of an SVG path. */
  readonly arrows: readonly { readonly arrow: Arrow; readonly path: string }[];
}

/** The width of a letter of a kind and of a name, in pixels. */
const LETTER = { kind: 6.1, name: 7.3 } as const;
const ROW = 22;
const HEADING = 26;
const PADDING = 10;
const FRAME_GAP = 16;
/** The room for arrows between two columns. */
const COLUMN_GAP = 110;
const MARGIN = 24;
/** The maximum number of rows of the frame of a section. */
const MOST_ROWS = 40;
const LEAST_HEIGHT = 560;
/** The ratio of the width of a drawing to its height. */
const ASPECT = 1.6;

/** The sections in the order of requests, then those that watch and protect; unknown ones are last. */
const SECTIONS = ['api', 'functions', 'tables', 'queues', 'alarms', 'compositeAlarms', 'monitoring'];

interface Frame {
  readonly name: string;
  readonly section: number;
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly height: number;
  /** The distance of names from the left side of a row. */
  readonly indent: number;
}

/** Computes the layout of a drawing; its time grows with the number of boxes and arrows. */
export function layOut({ groups, arrows }: Drawing): Layout {
  const frames = groups
    .map((group, section) => ({ group, section }))
    .sort((a, b) => rankOf(a.group.name) - rankOf(b.group.name))
    .flatMap(({ group, section }) => framesOf(group.name, section, group.boxes));
  const columns = intoColumns(frames);
  const placed: Layout['frames'][number][] = [];
  const boxes: Layout['boxes'][number][] = [];
  let x = MARGIN;
  for (const column of columns) {
    const width = Math.max(...column.map((frame) => frame.width));
    let y = MARGIN;
    for (const { name, section, height, indent, boxes: rows } of column) {
      placed.push({ name, section, x, y, width, height });
      for (const [at, box] of rows.entries())
        boxes.push({
          box,
          section,
          name: x + indent,
          x,
          y: y + HEADING + at * ROW,
          width,
          height: ROW - 2,
        });
      y += height + FRAME_GAP;
    }
    x += width + COLUMN_GAP;
  }
  const byId = new Map(boxes.map((place) => [place.box.id, place]));
  return {
    width: x - COLUMN_GAP + MARGIN + BULGE,
    height: Math.max(0, ...placed.map(({ y, height }) => y + height)) + MARGIN,
    frames: placed,
    boxes,
    arrows: arrows.flatMap((arrow) => {
      const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)];
      return from === undefined || to === undefined ? [] : [{ arrow, path: pathBetween(from, to) }];
    }),
  };
}

function rankOf(section: string): number {
  const at = SECTIONS.indexOf(section);
  return at === -1 ? SECTIONS.length : at;
}

/** The frames of a section: one for each part, and one for the section itself with all parts of a single resource. */
function framesOf(section: string, number: number, boxes: readonly Box[]): Frame[] {
  const parts = new Map<string, Box[]>();
  for (const box of boxes) {
    const rows = parts.get(box.part);
    if (rows === undefined) parts.set(box.part, [box]);
    else rows.push(box);
  }
  const isOwn = ([name, rows]: [string, Box[]]) => name === section || rows.length === 1;
  const own = [...parts].filter(isOwn).flatMap(([, rows]) => rows);
  const others = [...parts].filter((part) => !isOwn(part)).sort(([a], [b]) => compareNumbered(a, b));
  return [...chunksOf(own).map((rows) => [section, rows] as const), ...others].map(([name, rows]) =>
    frameOf(name, number, rows),
  );
}

function chunksOf(boxes: readonly Box[]): (readonly Box[])[] {
  const count = Math.ceil(boxes.length / MOST_ROWS);
  return Array.from({ length: count }, (_, at) => boxes.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS));
}

function frameOf(name: string, section: number, boxes: readonly Box[]): Frame {
  const kind = LETTER.kind * longest(boxes.map((box) => box.kind));
  const indent = PADDING + kind + 12;
  const width = Math.max(
    indent + LETTER.name * longest(boxes.map((box) => box.name)),
    PADDING + LETTER.name * name.length,
  );
  return {
    name,
    section,
    boxes,
    width: Math.ceil(width + PADDING),
    height: HEADING + boxes.length * ROW + 4,
    indent: Math.round(indent),
  };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

/** Fills columns from top to bottom; a section that does not fit into the rest of a column begins a new one. */
function intoColumns(frames: readonly Frame[]): Frame[][] {
  const area = frames.reduce((sum, { width, height }) => sum + (width + COLUMN_GAP) * (height + FRAME_GAP), 0);
  const limit = Math.max(LEAST_HEIGHT, Math.sqrt(area / ASPECT));
  const columns: Frame[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [at, frame] of frames.entries()) {
    const isNewSection = frames[at - 1]?.section !== frame.section;
    const whole = isNewSection ? sectionHeight(frames, at) : frame.height;
    if (used + Math.min(whole, limit) > limit) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(frame);
    used += frame.height + FRAME_GAP;
  }
  return columns;
}

/** The height of a section that begins at a frame. */
function sectionHeight(frames: readonly Frame[], start: number): number {
  let height = 0;
  for (let at = start; frames[at]?.section === frames[start]?.section && at < frames.length; at++)
    height += (frames[at]?.height ?? 0) + FRAME_GAP;
  return height;
}

/** The largest distance of an arrow within a column from that column. */
const BULGE = 60;

/** A curve from a row to another: to the next column on its side, or around the right side of the column of both. */
function pathBetween(from: Place, to: Place): string {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  const isBefore = to.x >= from.x + from.width;
  const isAfter = to.x + to.width <= from.x;
  const x1 = isAfter ? from.x : from.x + from.width;
  const x2 = isBefore ? to.x : to.x + to.width;
  if (isBefore || isAfter) {
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  const side = Math.round(x1 + Math.min(BULGE, 16 + Math.abs(y2 - y1) / 5));
  return `M${x1} ${y1}C${side} ${y1} ${side} ${y2} ${x2} ${y2}`;
}
