// Lays a system out in columns from left to right, with a row of operations below them.

import { grouped } from '../diagnostics/words';
import { edgesOf, isBridge } from './edges';
import { asShown, fitSystem, type ShownPart, type ShownSystem } from './fit';
import { boxOf, heightOf, type Sizes, widthOf } from './measure';
import type { Area, Picture, PictureBox } from './picture';
import type { Layer, System } from './system';
import { count } from './words';

/** The size of a screen that the overview fits, in pixels. */
export const SCREEN = { width: 1600, height: 900 } as const;

const MARGIN = 24;
const HEADER = 84;
const ROW_GAP = 30;
/** The distance above a box. */
const BOX_GAP = 18;
const COMPACT_GAP = 10;
/** The room for lines that pass above a column. */
const LANE = 26;

/** The columns, each with the distance to the column before it. */
const COLUMNS: readonly (readonly [Layer, number])[] = [
  ['clients', 0],
  ['gateway', 92],
  ['routes', 64],
  ['functions', 84],
  ['data', 150],
];

/**
 * Lays a system out.
 *
 * @param options `live` adds a line for live values to each box
 */
export function layOutSystem(system: System, options: Partial<Sizes> = {}): Picture {
  const sizes = { live: options.live ?? false };
  const operations = system.parts.filter(({ layer }) => layer === 'operations').map(asShown);
  const rowHeight = Math.max(0, ...operations.map((part) => heightOf(part, sizes)));
  const below = (rowHeight === 0 ? 0 : rowHeight + ROW_GAP) + MARGIN;
  const shown = fitSystem(system, {
    height: SCREEN.height - HEADER - LANE - below,
    gapOf,
    heightOf: (part) => heightOf(part, sizes),
  });
  const byId = new Map(shown.parts.map((part) => [part.id, part]));
  const top = HEADER + (shown.links.some((link) => isBridge(link, byId)) ? LANE : 0);
  const areas = placeColumns(shown, top, sizes);
  const bottom = Math.max(top, ...[...areas.values()].map(({ y, height }) => y + height));
  const width = Math.max(560, ...[...areas.values()].map((area) => area.x + area.width + MARGIN));
  placeRow(shown, areas, { x: MARGIN, y: bottom + ROW_GAP, width: width - 2 * MARGIN, height: rowHeight });
  const boxes = shown.parts.flatMap((part): PictureBox[] => {
    const area = areas.get(part.id);
    return area === undefined ? [] : [boxOf(part, area, sizes)];
  });
  return {
    title: system.title,
    subtitle: system.subtitle,
    description: describe(system),
    width,
    height: Math.ceil(bottom + below),
    boxes,
    edges: edgesOf(shown.links, boxes, { lane: top - LANE + 8, hasLive: sizes.live }),
  };
}

function gapOf({ isCompact }: ShownPart): number {
  return isCompact ? COMPACT_GAP : BOX_GAP;
}

function placeColumns(shown: ShownSystem, top: number, sizes: Sizes): Map<string, Area> {
  const areas = new Map<string, Area>();
  const columns = COLUMNS.flatMap(([layer, distance]) => {
    const parts = shown.parts.filter((part) => part.layer === layer);
    const [first] = parts;
    return first === undefined ? [] : [{ layer, distance, parts, gap: gapOf(first) }];
  });
  const heights = columns.map(({ parts, gap }) => parts.reduce((sum, part) => sum + heightOf(part, sizes) + gap, -gap));
  const bottom = top + Math.max(0, ...heights);
  let x = MARGIN;
  for (const [at, { distance, parts, gap }] of columns.entries()) {
    if (at > 0) x += distance;
    const width = Math.max(...parts.map(widthOf));
    for (const [part, y] of placeColumn(parts, shown, areas, { top, bottom, gap, sizes }))
      areas.set(part.id, { x, y, width, height: heightOf(part, sizes) });
    x += width;
  }
  centreBefore(columns, shown, areas, { top, bottom });
  return areas;
}

interface Column {
  readonly top: number;
  readonly bottom: number;
  readonly gap: number;
  readonly sizes: Sizes;
}

/** Places the parts of a column beside the parts that link to them, without overlaps. */
function placeColumn(
  parts: readonly ShownPart[],
  { links }: ShownSystem,
  areas: ReadonlyMap<string, Area>,
  { top, bottom, gap, sizes }: Column,
): (readonly [ShownPart, number])[] {
  const heights = parts.map((part) => heightOf(part, sizes));
  const total = heights.reduce((sum, height) => sum + height + gap, -gap);
  let free = top + (bottom - top - total) / 2;
  const wanted = parts.map((part, at) => {
    const sources = links
      .filter(({ from, to }) => to === part.id || from === part.id)
      .flatMap(({ from, to }) => areas.get(to === part.id ? from : to) ?? []);
    const centre = mean(sources.map(({ y, height }) => y + height / 2));
    const y = centre === undefined ? free : centre - (heights[at] ?? 0) / 2;
    free = y + (heights[at] ?? 0) + gap;
    return y;
  });
  return spread(wanted, heights, { top, bottom, gap }).map((y, at) => [parts[at] as ShownPart, Math.round(y)] as const);
}

/** Moves boxes in their order as little as possible, so that none overlaps another or leaves the column. */
function spread(wanted: readonly number[], heights: readonly number[], column: Omit<Column, 'sizes'>): number[] {
  const { top, bottom, gap } = column;
  const down: number[] = [];
  for (const [at, y] of wanted.entries()) {
    const before = at === 0 ? top : (down[at - 1] ?? 0) + (heights[at - 1] ?? 0) + gap;
    down.push(Math.max(y, before));
  }
  let limit = bottom;
  for (let at = down.length - 1; at >= 0; at--) {
    down[at] = Math.min(down[at] ?? 0, limit - (heights[at] ?? 0));
    limit = (down[at] ?? 0) - gap;
  }
  return down;
}

/** Centres the single boxes of the first columns beside what they link to. */
function centreBefore(
  columns: readonly { readonly layer: Layer; readonly parts: readonly ShownPart[] }[],
  { links }: ShownSystem,
  areas: Map<string, Area>,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): void {
  for (const layer of ['gateway', 'clients'] as const) {
    const part = columns.find((column) => column.layer === layer)?.parts[0];
    const area = part && areas.get(part.id);
    if (part === undefined || area === undefined) continue;
    const targets = links.filter(({ from }) => from === part.id).flatMap(({ to }) => areas.get(to) ?? []);
    const beside = targets.filter((target) => target.x - (area.x + area.width) < 200);
    const centre = mean(beside.map(({ y, height }) => y + height / 2)) ?? (top + bottom) / 2;
    const y = Math.max(top, Math.min(centre - area.height / 2, bottom - area.height));
    areas.set(part.id, { ...area, y: Math.round(y) });
  }
}

/** Places the operations side by side. */
function placeRow({ parts }: ShownSystem, areas: Map<string, Area>, { x, y, width, height }: Area): void {
  const row = parts.filter(({ layer }) => layer === 'operations');
  const step = (width + BOX_GAP) / Math.max(1, row.length);
  for (const [at, part] of row.entries()) {
    const left = Math.round(at * step);
    areas.set(part.id, { x: x + left, y, width: Math.round((at + 1) * step) - BOX_GAP - left, height });
  }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function describe({ parts }: System): string {
  const number = (layer: Layer, kind?: string) =>
    parts.filter((part) => part.layer === layer && (kind === undefined || part.kind === kind)).length;
  const alarms = parts.reduce(
    (sum, part) => sum + part.alarms.length + part.inner.reduce((inner, { alarms: own }) => inner + own.length, 0),
    0,
  );
  return [
    `Requests of clients pass the gateway and ${count(number('routes'), 'route')} to ${count(number('functions'), 'function')},`,
    `which use ${count(number('data', 'DynamoDB table'), 'table')} and ${count(number('data', 'SQS queue'), 'queue')}.`,
    `${grouped(alarms)} alarms watch them.`,
  ].join(' ');
}
