// The sizes of boxes, and the positions of the texts in them.

import type { ShownPart } from './fit';
import type { Area, InnerBox, LiveSlot, PictureBox, PlacedText, TextRole } from './picture';
import type { InnerPart, Layer, Part } from './system';
import { count } from './words';

/** The width of a letter in pixels, by role. Names have a font of fixed width; the others have one of wide letters at most. */
const LETTER: Readonly<Record<TextRole, number>> = { kind: 6.8, name: 8.2, detail: 6.6, method: 7.3 };

/** The width of a letter of a label on an edge, in pixels. */
export const LABEL_LETTER = 6.2;

/** The width of a letter of live values, in pixels. */
export const LIVE_LETTER = 6.4;

/** The smallest and the largest width of the boxes of a column, in pixels. */
const WIDTHS: Readonly<Record<Layer, readonly [number, number]>> = {
  clients: [116, 156],
  gateway: [170, 232],
  routes: [190, 270],
  functions: [190, 236],
  data: [200, 268],
  operations: [120, 260],
};

const PADDING = 14;
const LINE = 17;
/** The height of the kind and the name. */
const HEAD = 46;
const INNER = { height: 42, gap: 6 };
/** The height of a box with two lines: a route, or a part of a full column. */
const COMPACT_HEIGHT = 46;
const REST_HEIGHT = 32;
/** The room for a badge beside the kind. */
const BADGE = 34;
/** The room for live values beside the details of a compact box. */
const LIVE = 100;

/** Whether boxes have an additional line for live values. */
export interface Sizes {
  readonly live: boolean;
}

/** The height of a part's box. */
export function heightOf(part: ShownPart, { live }: Sizes): number {
  if (isRest(part)) return REST_HEIGHT;
  if (part.isCompact) return COMPACT_HEIGHT;
  const inner = part.inner.length * (INNER.height + INNER.gap);
  const hasLive = live && part.layer !== 'operations';
  return HEAD + part.facts.length * LINE + (inner === 0 ? 0 : inner + INNER.gap) + (hasLive ? LINE + 4 : 0) + 6;
}

/** The width that shows all texts of a part, between the limits of its column. */
export function widthOf(part: ShownPart): number {
  const [least, most] = WIDTHS[part.layer];
  const texts = part.isCompact
    ? [methodWidth(part) + textWidth('name', part.title) + BADGE, textWidth('detail', compactDetail(part))]
    : [
        textWidth('kind', part.kind) + BADGE,
        textWidth('name', part.title),
        ...part.facts.map(({ text }) => textWidth('detail', text)),
        ...part.inner.flatMap(({ kind, title, fact }) => [
          textWidth('kind', kind) + 9 + textWidth('name', title) + 16,
          textWidth('detail', fact) + 16,
        ]),
      ];
  return Math.ceil(Math.min(most, Math.max(least, ...texts.map((width) => width + 2 * PADDING))));
}

/** The box of a part in an area. */
export function boxOf(part: ShownPart, area: Area, { live }: Sizes): PictureBox {
  const { id, layer, kind, title, place, members } = part;
  const right = area.x + area.width - PADDING;
  return {
    id,
    layer,
    title: `${kind} ${title}`.trim(),
    place,
    members,
    alarms: [...part.alarms, ...part.inner.flatMap(({ alarms }) => alarms)],
    ...area,
    texts: isRest(part)
      ? restTexts(part, area)
      : part.isCompact
        ? compactTexts(part, area, live ? LIVE : 0)
        : partTexts(part, area),
    inner: part.isCompact ? [] : innerBoxes(part, area),
    badge: { x: right - 8, y: area.y + 15 },
    ...(live && layer !== 'operations' && { live: liveSlot(part, area) }),
  };
}

function liveSlot(part: ShownPart, { x, y, width, height }: Area): LiveSlot {
  const slot = { x: x + width - PADDING, width: LIVE };
  if (isRest(part)) return { ...slot, y: y + 20 };
  return part.isCompact ? { ...slot, y: y + 37 } : { ...slot, y: y + height - 12, width: width - 2 * PADDING };
}

/** Whether a part represents what does not fit. */
function isRest({ id }: Pick<Part, 'id'>): boolean {
  return id.startsWith('more.');
}

function restTexts({ title, place }: Part, { x, y, width }: Area): PlacedText[] {
  return [placed('detail', title, place, { x: x + PADDING, y: y + 20, width: width - 2 * PADDING })];
}

function compactTexts(part: Part, { x, y, width }: Area, live: number): PlacedText[] {
  const { kind, title, place } = part;
  const left = x + PADDING;
  const method = methodWidth(part);
  const room = width - 2 * PADDING;
  return [
    ...(method === 0 ? [] : [placed('method', kind, place, { x: left, y: y + 20, width: room })]),
    placed('name', title, place, { x: left + method, y: y + 20, width: room - method - (hasAlarms(part) ? BADGE : 0) }),
    placed('detail', compactDetail(part), place, { x: left, y: y + 37, width: room - live }),
  ];
}

/** The room for the method of a route, which is on the line of its path. */
function methodWidth({ layer, kind }: Part): number {
  return layer === 'routes' ? textWidth('method', kind) + 8 : 0;
}

/** The second line of a compact box. */
function compactDetail({ layer, kind, facts, inner }: Part): string {
  return [
    ...(layer === 'data' ? [kind] : []),
    ...facts.map(({ text }) => text),
    ...(inner.length === 0 ? [] : [count(inner.length, 'index').replace(/indexs$/, 'indexes')]),
  ].join(' · ');
}

function hasAlarms({ alarms, inner }: Part): boolean {
  return alarms.length > 0 || inner.some((part) => part.alarms.length > 0);
}

function partTexts({ kind, title, place, facts }: Part, { x, y, width }: Area): PlacedText[] {
  const line = (at: number) => ({ x: x + PADDING, y: y + at, width: width - 2 * PADDING });
  return [
    placed('kind', kind, place, { ...line(19), width: width - 2 * PADDING - BADGE }),
    placed('name', title, place, line(38)),
    ...facts.map((fact, at) => placed('detail', fact.text, fact.place, line(HEAD + 12 + at * LINE))),
  ];
}

function innerBoxes({ inner, facts }: Part, { x, y, width }: Area): InnerBox[] {
  const top = y + HEAD + facts.length * LINE + INNER.gap;
  return inner.map((part, at) => {
    const area = {
      x: x + 8,
      y: top + at * (INNER.height + INNER.gap),
      width: width - 16,
      height: INNER.height,
    };
    const { id, place, alarms } = part;
    return { id, title: `${part.kind} ${part.title}`.trim(), place, alarms, ...area, texts: innerTexts(part, area) };
  });
}

function innerTexts({ kind, title, fact, place }: InnerPart, { x, y, width }: Area): PlacedText[] {
  const left = x + 8;
  const room = width - 16;
  const label = kind === '' ? 0 : textWidth('kind', kind) + 9;
  return [
    ...(kind === '' ? [] : [placed('kind', kind, place, { x: left, y: y + 17, width: room })]),
    placed('name', title, place, { x: left + label, y: y + 17, width: room - label }),
    ...(fact === '' ? [] : [placed('detail', fact, place, { x: left, y: y + 33, width: room })]),
  ];
}

function placed(
  role: TextRole,
  full: string,
  place: string,
  line: { x: number; y: number; width: number },
): PlacedText {
  return { role, text: cutText(full, Math.floor(line.width / LETTER[role])), full, place, x: line.x, y: line.y };
}

/** A text of at most a number of letters. */
export function cutText(text: string, letters: number): string {
  const characters = [...text];
  return characters.length > letters ? `${characters.slice(0, Math.max(1, letters - 1)).join('')}…` : text;
}

function textWidth(role: TextRole, text: string): number {
  return [...text].length * LETTER[role];
}
