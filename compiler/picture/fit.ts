// Fits a system into a limited height: groups routes by path, and collects what does not fit into one part of each column.

import type { Layer, Link, Part, System } from './system';
import { count, distinct } from './words';

/** A part to show, with the parts that it represents. */
export interface ShownPart extends Part {
  readonly members: readonly string[];
  /** Whether its box has only two lines: routes, and the parts of a column that is full. */
  readonly isCompact: boolean;
}

/** A system whose columns fit. */
export interface ShownSystem extends Omit<System, 'parts'> {
  readonly parts: readonly ShownPart[];
}

/** The size of the columns. */
export interface Room {
  readonly height: number;
  readonly gapOf: (part: ShownPart) => number;
  readonly heightOf: (part: ShownPart) => number;
}

/** The maximum number of parts inside a part; a table has at most 20 indexes by default. */
const MOST_INNER = 4;

const NOUNS: Readonly<Record<Layer, string>> = {
  clients: 'client',
  gateway: 'gateway',
  routes: 'route',
  functions: 'function',
  data: 'table or queue',
  operations: 'part',
};

/** Fits a system. Columns follow the order of the columns before them, so that a path from a client to a table stays together. */
export function fitSystem(system: System, room: Room): ShownSystem {
  const shown: ShownPart[] = [];
  for (const layer of ['clients', 'gateway', 'routes', 'functions', 'data'] as const) {
    const parts = system.parts.filter((part) => part.layer === layer);
    const ordered = followLinks(parts, shown, system.links);
    shown.push(...fitColumn(layer, ordered, room));
  }
  const operations = system.parts.filter(({ layer }) => layer === 'operations');
  const parts = [...shown, ...operations.map(asShown)];
  return { ...system, parts, links: linksBetween(parts, system.links) };
}

/** A part that represents itself. */
export function asShown(part: Part): ShownPart {
  return { ...part, members: [part.id], isCompact: part.layer === 'routes' };
}

function fitColumn(layer: Layer, parts: readonly Part[], room: Room): ShownPart[] {
  const all = parts.map((part) => asShown(limitInner(part)));
  if (columnHeight(all, room) <= room.height) return all;
  const grouped = (layer === 'routes' ? groupByPath(parts) : parts.map(asShown)).map((part) => ({
    ...part,
    isCompact: true,
  }));
  if (columnHeight(grouped, room) <= room.height) return grouped;
  for (let kept = grouped.length - 1; kept > 0; kept--) {
    const column = [...grouped.slice(0, kept), rest(layer, grouped.slice(kept))];
    if (columnHeight(column, room) <= room.height) return column;
  }
  return [rest(layer, grouped)];
}

function columnHeight(parts: readonly ShownPart[], { gapOf, heightOf }: Room): number {
  return parts.reduce((sum, part, at) => sum + heightOf(part) + (at === 0 ? 0 : gapOf(part)), 0);
}

/** Groups of the routes with the same first segment of the path; a single route stays as it is. */
function groupByPath(routes: readonly Part[]): ShownPart[] {
  const groups = new Map<string, Part[]>();
  for (const route of routes) {
    const segment = route.title.split('/')[1] ?? '';
    groups.set(segment, [...(groups.get(segment) ?? []), route]);
  }
  return [...groups].flatMap(([segment, members]) =>
    members.length === 1 ? members.map(asShown) : [group(`routes./${segment}`, `/${segment}`, 'routes', members)],
  );
}

/** One part for several. */
function group(id: string, title: string, layer: Layer, parts: readonly Part[]): ShownPart {
  const [first] = parts;
  const place = first?.place ?? '';
  return {
    id,
    layer,
    kind: layer === 'routes' ? distinct(parts.map(({ kind }) => kind)).join(' ') : '',
    title,
    place,
    facts: [{ text: count(parts.length, NOUNS[layer]), place }],
    alarms: parts.flatMap(({ alarms, inner }) => [...alarms, ...inner.flatMap((part) => part.alarms)]),
    inner: [],
    members: parts.map((part) => part.id),
    isCompact: true,
  };
}

/** The part for everything in a column that does not fit. */
function rest(layer: Layer, parts: readonly ShownPart[]): ShownPart {
  const members = parts.flatMap((part) => part.members);
  const whole = group(`more.${layer}`, `+ ${members.length} more`, layer, parts);
  return { ...whole, kind: '', facts: [], members };
}

function limitInner(part: Part): Part {
  if (part.inner.length <= MOST_INNER) return part;
  const hidden = part.inner.slice(MOST_INNER - 1);
  const [first] = hidden;
  if (first === undefined) return part;
  const more = {
    ...first,
    id: `more.${part.id}`,
    kind: '',
    title: `+ ${hidden.length} more`,
    fact: '',
    alarms: hidden.flatMap(({ alarms }) => alarms),
  };
  return { ...part, inner: [...part.inner.slice(0, MOST_INNER - 1), more] };
}

/** Parts in the order of the parts that link to them; those without a link are last. */
function followLinks(parts: readonly Part[], before: readonly ShownPart[], links: readonly Link[]): Part[] {
  const position = new Map(before.flatMap(({ members }, at) => members.map((member) => [member, at] as const)));
  const first = new Map<string, number>();
  for (const { from, to } of links) {
    const at = position.get(from);
    if (at !== undefined) first.set(to, Math.min(at, first.get(to) ?? at));
  }
  const rank = ({ id }: Part) => first.get(id) ?? Number.POSITIVE_INFINITY;
  return [...parts].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** The links between shown parts: one for all links between the members of two of them. */
function linksBetween(parts: readonly ShownPart[], links: readonly Link[]): Link[] {
  const shownAs = new Map(parts.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const merged = new Map<string, Link>();
  for (const { from, to, actions } of links) {
    const [source, target] = [shownAs.get(from), shownAs.get(to)];
    if (source === undefined || target === undefined) continue;
    const key = `${source}->${target}`;
    merged.set(key, { from: source, to: target, actions: distinct([...(merged.get(key)?.actions ?? []), ...actions]) });
  }
  return [...merged.values()];
}
