// Renders an overview as SVG: a document of its own, or a part of a page with a Content-Security-Policy.

import { escapeMarkup } from './escape';
import type { InnerBox, Picture, PictureBox, PictureEdge, PlacedText, Point } from './picture';
import { PICTURE_STYLE } from './style';

/** How an overview is rendered. */
export interface PictureOptions {
  /** Whether the SVG contains its style sheet; a page with a strict policy serves `PICTURE_STYLE` itself (default: true). */
  readonly style?: boolean;
  /** Whether boxes and edges contain an empty text of the class `live`, which a page fills with values (default: false). */
  readonly live?: boolean;
  /** The address of a location such as `spec/system.yaml:42:3` (default: `spec/system.yaml#L42`). */
  readonly hrefOf?: (place: string) => string;
}

type Settings = Required<PictureOptions>;

/**
 * The SVG of an overview. Boxes are `<g data-box="ID">`, lines `<g data-edge="ID">`, and
 * labels on lines `<g data-label="ID">`.
 */
export function renderPicture(picture: Picture, options: PictureOptions = {}): string {
  const settings: Settings = { style: true, live: false, hrefOf: lineAddress, ...options };
  const { title, subtitle, description, width, height, boxes, edges } = picture;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="picture-title picture-description">`,
    `<title id="picture-title">${escapeMarkup(title)}</title>`,
    `<desc id="picture-description">${escapeMarkup(description)}</desc>`,
    ...(settings.style ? [`<style>${PICTURE_STYLE}</style>`] : []),
    '<defs><marker id="picture-head" viewBox="0 0 8 8" refX="7.5" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>',
    '<rect class="paper" width="100%" height="100%"/>',
    `<text class="heading" x="24" y="38">${escapeMarkup(title)}</text>`,
    `<text class="subtitle" x="24" y="59">${escapeMarkup(subtitle)}</text>`,
    ...edges.map(renderEdge),
    // Labels are after all lines, so that no line covers them.
    ...edges.flatMap((edge) => renderLabel(edge, settings)),
    ...boxes.map((box) => renderBox(box, settings)),
    '</svg>',
  ].join('\n');
}

/** The address of a line in the form of code hosts, relative to the project. */
export function lineAddress(place: string): string {
  return place.replace(/:(\d+):\d+$/, '#L$1');
}

function renderEdge({ id, title, path }: PictureEdge): string {
  const name = `<title>${escapeMarkup(`${id.replace('->', ' to ')}: ${title}`)}</title>`;
  return `<g class="edge" data-edge="${escapeMarkup(id)}">${name}<path d="${path}"/></g>`;
}

function renderLabel({ id, label }: PictureEdge, { live }: Settings): string[] {
  if (label === undefined) return [];
  const { lines, x, y, width, height, live: values } = label;
  const [centre, top] = [x + width / 2, y + 11];
  const texts = lines.map((line, at) => `<text x="${centre}" y="${top + at * 14}">${escapeMarkup(line)}</text>`);
  const slot = live && values !== undefined ? [renderSlot(values)] : [];
  const plate = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/>`;
  return [`<g class="label" data-label="${escapeMarkup(id)}">${plate}${[...texts, ...slot].join('')}</g>`];
}

function renderBox(box: PictureBox, settings: Settings): string {
  const { id, layer, alarms, inner, texts, live, x, y, width, height } = box;
  const isRest = id.startsWith('more.');
  const content = [
    `<rect class="card" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
    ...(isRest ? [] : [`<path class="bar" d="M${x + 4} ${y}h-0a4 4 0 0 0-4 4v${height - 8}a4 4 0 0 0 4 4z"/>`]),
    renderTexts(texts, settings),
    ...inner.map((part) => renderInner(part, settings)),
    ...(alarms.length === 0 ? [] : [renderBadge(box)]),
    ...(settings.live && live !== undefined ? [renderSlot(live)] : []),
  ];
  return `<g class="box ${layer}${isRest ? ' more' : ''}" data-box="${escapeMarkup(id)}">${content.join('')}</g>`;
}

/** An empty text for live values. */
function renderSlot({ x, y }: Point): string {
  return `<text class="live" x="${x}" y="${y}"></text>`;
}

function renderInner({ id, texts, x, y, width, height }: InnerBox, settings: Settings): string {
  return `<g data-box="${escapeMarkup(id)}"><rect class="inner" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>${renderTexts(texts, settings)}</g>`;
}

/** Texts, each with a link to its line in the spec. Adjacent texts of one line share their link. */
function renderTexts(texts: readonly PlacedText[], { hrefOf }: Settings): string {
  const groups: PlacedText[][] = [];
  for (const text of texts) {
    const last = groups.at(-1);
    if (last?.[0]?.place === text.place) last.push(text);
    else groups.push([text]);
  }
  return groups
    .map((group) => {
      const place = group[0]?.place ?? '';
      const title = `${group.map(({ full }) => full).join(' ')}, ${place.replace(/:\d+$/, '')}`;
      return `<a href="${escapeMarkup(hrefOf(place))}"><title>${escapeMarkup(title)}</title>${group.map(renderText).join('')}</a>`;
    })
    .join('');
}

function renderText({ role, text, x, y }: PlacedText): string {
  return `<text class="${role}" x="${x}" y="${y}">${escapeMarkup(text)}</text>`;
}

/** A bell and the number of alarms. */
function renderBadge({ alarms, badge: { x, y } }: PictureBox): string {
  const digits = String(alarms.length);
  const width = 22 + digits.length * 7;
  const left = x + 8 - width;
  const title = `${digits} alarm${alarms.length === 1 ? '' : 's'}: ${alarms.join(', ')}`;
  return [
    `<g class="badge"><title>${escapeMarkup(title)}</title>`,
    `<rect x="${left}" y="${y - 8}" width="${width}" height="17" rx="8.5"/>`,
    `<path d="M${left + 10.5} ${y - 5}a3.4 3.4 0 0 1 3.4 3.4v2.4l1.2 1.8h-9.2l1.2-1.8v-2.4a3.4 3.4 0 0 1 3.4-3.4zM${left + 9.2} ${y + 3.6}h2.6a1.3 1.3 0 0 1-2.6 0z"/>`,
    `<text x="${left + 17}" y="${y + 4.5}">${digits}</text></g>`,
  ].join('');
}
