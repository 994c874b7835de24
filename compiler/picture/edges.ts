// The lines between boxes, and their labels.

import { cutText, LABEL_LETTER } from './measure';
import type { Area, PictureBox, PictureEdge, Point } from './picture';
import { LAYERS, type Link } from './system';

/** The distance between two lines at the side of a box. */
const PORT = 14;
const LABEL_LINE = 14;
/** The room at both sides of a label together, in pixels. */
const LABEL_MARGIN = 6;
/** The room for the head of an arrow. */
const HEAD = 12;
/** The difference of height from which a curve is steep; its label is then near its end, where it is level. */
const STEEP = 40;
/** The positions of a label on its line, from the best to the worst: on a level line, and on a steep one. */
const LEVEL = [0.5, 0.4, 0.6, 0.3, 0.7];
const SLOPING = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
/** The maximum length of a line of a label, in letters. */
const LONGEST_LINE = 20;

interface Ends {
  readonly link: Link;
  readonly from: PictureBox;
  readonly to: PictureBox;
  readonly start: Point;
  readonly end: Point;
  /** Whether it goes to a box further left, as from a queue to the function that it triggers. */
  readonly isBackward: boolean;
}

/** How edges are drawn. */
interface EdgeOptions {
  /** The height of the lines that pass above a column. */
  readonly lane: number;
  /** Whether labels have an additional line for live values. */
  readonly hasLive: boolean;
}

/** The edges of links. Edges from one box, or to one box, that do the same share a label. */
export function edgesOf(links: readonly Link[], boxes: readonly PictureBox[], options: EdgeOptions): PictureEdge[] {
  const ends = endsOf(links, new Map(boxes.map((box) => [box.id, box])));
  const labelled = labelledLinks(ends);
  const taken: Area[] = [];
  return ends.map((edge) => {
    const { link, from, to, start, end } = edge;
    const isNear = layersBetween(from, to) <= 1;
    const label = labelled.has(link) ? placeLabel(edge, isNear, options, taken) : undefined;
    return {
      id: `${from.id}->${to.id}`,
      from: from.id,
      to: to.id,
      title: link.actions.join(', '),
      path: isNear ? curve(start, end) : bridge(from, to, options.lane),
      ...(label !== undefined && { label }),
    };
  });
}

/** Whether a link passes another column. */
export function isBridge(link: Link, boxes: ReadonlyMap<string, Pick<PictureBox, 'layer'>>): boolean {
  const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
  return from !== undefined && to !== undefined && layersBetween(from, to) > 1;
}

function layersBetween(from: Pick<PictureBox, 'layer'>, to: Pick<PictureBox, 'layer'>): number {
  return LAYERS.indexOf(to.layer) - LAYERS.indexOf(from.layer);
}

/** The ends of links, side by side in the order of the opposite ends. */
function endsOf(links: readonly Link[], boxes: ReadonlyMap<string, PictureBox>): Ends[] {
  const known = links.flatMap((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
  const near = known.filter(({ from, to }) => layersBetween(from, to) <= 1);
  return known.map((edge) => {
    const { from, to } = edge;
    const isBackward = layersBetween(from, to) < 0;
    const [left, right] = isBackward ? [to, from] : [from, to];
    const atLeft = near.filter((other) => sidesOf(other)[0] === left).sort(byHeight(1));
    const atRight = near.filter((other) => sidesOf(other)[1] === right).sort(byHeight(0));
    const ofLeft = { x: left.x + left.width, y: port(left, atLeft.indexOf(edge), atLeft.length) };
    const ofRight = { x: right.x, y: port(right, atRight.indexOf(edge), atRight.length) };
    const [start, end] = isBackward ? [ofRight, ofLeft] : [ofLeft, ofRight];
    return { ...edge, start, end, isBackward };
  });
}

type Boxes = Pick<Ends, 'from' | 'to'>;

/** The left and the right box of an edge. */
function sidesOf({ from, to }: Boxes): readonly [left: PictureBox, right: PictureBox] {
  return layersBetween(from, to) < 0 ? [to, from] : [from, to];
}

function byHeight(side: 0 | 1): (a: Boxes, b: Boxes) => number {
  return (a, b) => middle(sidesOf(a)[side]) - middle(sidesOf(b)[side]);
}

function port(box: PictureBox, at: number, count: number): number {
  const distance = Math.min(PORT, (box.height - 16) / Math.max(1, count));
  return round(middle(box) + (at - (count - 1) / 2) * distance);
}

function middle({ y, height }: Area): number {
  return y + height / 2;
}

/** The links with a label: of those with the same actions at one box, the one that is the most level. */
function labelledLinks(ends: readonly Ends[]): ReadonlySet<Link> {
  const best = new Map<string, Ends>();
  for (const edge of ends) {
    const { from, to, link } = edge;
    const shared = from.layer === 'gateway' ? from.id : to.id;
    const key = `${isFan(edge) ? shared : `${from.id}->${to.id}`} ${to.layer} ${link.actions.join()}`;
    const other = best.get(key);
    if (other === undefined || slope(edge) < slope(other)) best.set(key, edge);
  }
  return new Set([...best.values()].map(({ link }) => link));
}

/** Whether an edge is one of those from the gateway, or to a function, which share a label. */
function isFan({ from }: Ends): boolean {
  return from.layer === 'gateway' || from.layer === 'routes';
}

function slope({ start, end }: Ends): number {
  return Math.abs(end.y - start.y);
}

function placeLabel(edge: Ends, isNear: boolean, { lane, hasLive }: EdgeOptions, taken: Area[]): PictureEdge['label'] {
  const room = isNear ? Math.abs(edge.end.x - edge.start.x) - HEAD - 2 * LABEL_MARGIN : Number.POSITIVE_INFINITY;
  const lines = wrap(edge.link.actions, Math.min(LONGEST_LINE, Math.floor(room / LABEL_LETTER)));
  const width = Math.round(Math.max(...lines.map((line) => line.length)) * LABEL_LETTER) + LABEL_MARGIN;
  const height = lines.length * LABEL_LINE;
  const live =
    hasLive && !isFan(edge) ? { width: Math.min(room, LONGEST_LINE * LABEL_LETTER), height: LABEL_LINE } : undefined;
  const wholeWidth = Math.max(width, live?.width ?? 0);
  for (const { x, y } of isNear ? centresOn(edge, wholeWidth) : [bridgeCentre(edge, lane)]) {
    const top = round(y - height / 2);
    const whole = { x: round(x - wholeWidth / 2), y: top, width: wholeWidth, height: height + (live?.height ?? 0) };
    if (taken.some((other) => overlap(whole, other))) continue;
    taken.push(whole);
    const area = { x: round(x - width / 2), y: top, width, height };
    return { ...area, lines, ...(live && { live: { x: round(x), y: round(top + height + 10), width: live.width } }) };
  }
  return undefined;
}

/** The centres of a label on a curve, from the best to the worst; the label leaves the ends of the curve free. */
function centresOn(edge: Ends, width: number): Point[] {
  const [start, end] = fromLeft(edge);
  const [before, after] = edge.isBackward ? [HEAD, LABEL_MARGIN] : [LABEL_MARGIN, HEAD];
  const [least, most] = [start.x + before + width / 2, end.x - after - width / 2];
  return (slope(edge) < STEEP ? LEVEL : SLOPING).map((t) => {
    const x = Math.max(least, Math.min(pointOf(start, end, t).x, most));
    return { x, y: heightAt(edge, x) };
  });
}

/** The height of a curve at a distance; its points advance evenly enough to search them. */
function heightAt(edge: Ends, x: number): number {
  const [start, end] = fromLeft(edge);
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step++) {
    const between = (low + high) / 2;
    if (pointOf(start, end, between).x < x) low = between;
    else high = between;
  }
  return pointOf(start, end, low).y;
}

/** The ends from left to right; the curve is the same in both directions. */
function fromLeft({ start, end, isBackward }: Ends): readonly [Point, Point] {
  return isBackward ? [end, start] : [start, end];
}

function bridgeCentre({ from, to }: Ends, lane: number): Point {
  return { x: (from.x + from.width / 2 + to.x + to.width / 2) / 2, y: lane };
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** At most two lines of actions; the last one counts those that do not fit. */
function wrap(actions: readonly string[], letters: number): string[] {
  const lines: string[] = [];
  for (const [at, action] of actions.entries()) {
    const last = lines.at(-1);
    const joined = last === undefined ? action : `${last}, ${action}`;
    if (last !== undefined && joined.length < letters) lines[lines.length - 1] = joined;
    else if (lines.length < 2) lines.push(action);
    else {
      lines[lines.length - 1] = `${cutText(last ?? '', letters - 4)}, +${actions.length - at}`;
      break;
    }
  }
  return lines.map((line, at) => cutText(at < lines.length - 1 ? `${line},` : line, letters));
}

/** A point of a curve; `t` is 0 at its start and 1 at its end. */
function pointOf(start: Point, end: Point, t: number): Point {
  const [x1, x2] = controls(start, end);
  const blend = (a: number, b: number, c: number, d: number) =>
    a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;
  return { x: blend(start.x, x1, x2, end.x), y: blend(start.y, start.y, end.y, end.y) };
}

function controls(start: Point, end: Point): [number, number] {
  const half = (end.x - start.x) / 2;
  return [start.x + half, end.x - half];
}

function curve(start: Point, end: Point): string {
  const [x1, x2] = controls(start, end);
  return `M${round(start.x)} ${start.y}C${round(x1)} ${start.y} ${round(x2)} ${end.y} ${round(end.x)} ${end.y}`;
}

/** A line from the top of a box over other columns to the top of another box. */
function bridge(from: PictureBox, to: PictureBox, lane: number): string {
  const [x1, x2] = [round(from.x + from.width / 2), round(to.x + to.width / 2)];
  return `M${x1} ${from.y}V${lane + 8}Q${x1} ${lane} ${x1 + 8} ${lane}H${x2 - 8}Q${x2} ${lane} ${x2} ${lane + 8}V${to.y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
