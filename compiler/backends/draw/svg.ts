// Renders a drawing of resources as a self-contained SVG for light and dark backgrounds.

import { escapeMarkup } from '../../picture/escape';
import { lineAddress } from '../../picture/svg';
import type { Drawing } from './drawing';
import { type Layout, layOut, type Place } from './layout';

/** The text of an SVG document. */
export function renderSvg(drawing: Drawing): string {
  const { width, height, frames, boxes, arrows } = layOut(drawing);
  const title = escapeMarkup(drawing.title);
  const nameOf = new Map(boxes.map(({ box }) => [box.id, box.name]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="title description">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${boxes.length} resources by part of the spec, with ${arrows.length} references between them.</desc>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    '<rect class="paper" width="100%" height="100%"/>',
    // Frames cover the arrows that pass behind them.
    ...arrows.map(({ arrow: { from, to, label }, path }) => {
      const text = `${nameOf.get(from)} to ${nameOf.get(to)}${label === '' ? '' : `: ${label}`}`;
      return `<path class="${label === '' ? 'arrow order' : 'arrow'}" d="${path}"><title>${escapeMarkup(text)}</title></path>`;
    }),
    ...frames.map(renderFrame),
    ...boxes.map(renderRow),
    '</svg>',
  ].join('\n');
}

/** The colours of consecutive groups: the line on light and on dark backgrounds. */
const COLOURS = [
  ['#b45309', '#f59e0b'],
  ['#1d4ed8', '#60a5fa'],
  ['#15803d', '#4ade80'],
  ['#be185d', '#f472b6'],
  ['#6d28d9', '#a78bfa'],
  ['#0e7490', '#22d3ee'],
] as const;

const FONT = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace';

const STYLE = [
  'svg{--paper:#fff;--ink:#1f2937;--soft:#6b7280;--line:#6b7280;--card:#fff}',
  ...COLOURS.map(([light], at) => `.c${at}{--accent:${light}}`),
  `@media(prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e5e7eb;--soft:#9ca3af;--line:#9ca3af;--card:#161b22}${COLOURS.map(([, dark], at) => `.c${at}{--accent:${dark}}`).join('')}}`,
  `text{font-family:${FONT}}`,
  '.paper{fill:var(--paper)}',
  '.frame{fill:var(--card);stroke:var(--accent);stroke-opacity:.6}',
  '.part{fill:var(--accent);font-size:12px;font-weight:600}',
  '.row{fill:var(--accent);fill-opacity:.07}',
  'a:hover .row{fill-opacity:.2}',
  '.kind{fill:var(--soft);font-size:10px}',
  '.name{fill:var(--ink);font-size:12px}',
  '.arrow{fill:none;stroke:var(--line);stroke-opacity:.55;marker-end:url(#head)}',
  '.order{stroke-dasharray:3 4}',
  '.arrow:hover{stroke:#d1242f;stroke-opacity:1;stroke-width:2.5}',
  '#head path{fill:var(--line)}',
].join('');

function renderFrame({ name, section, ...place }: Layout['frames'][number]): string {
  return `<g class="c${section % COLOURS.length}">${rectangle(place, 'frame', 6)}<text class="part" x="${place.x + 10}" y="${place.y + 17}">${escapeMarkup(name)}</text></g>`;
}

/** A resource, with a link to its line in the spec. */
function renderRow({ box, section, name, ...place }: Layout['boxes'][number]): string {
  const baseline = place.y + 14;
  return [
    `<a class="c${section % COLOURS.length}" href="${escapeMarkup(lineAddress(box.place))}">`,
    `<title>${escapeMarkup(`${box.name}, ${box.place.replace(/:\d+$/, '')}`)}</title>${rectangle({ ...place, x: place.x + 4, width: place.width - 8 }, 'row', 3)}`,
    `<text class="kind" x="${place.x + 10}" y="${baseline}">${escapeMarkup(box.kind)}</text>`,
    `<text class="name" x="${name}" y="${baseline}">${escapeMarkup(box.name)}</text></a>`,
  ].join('');
}

function rectangle({ x, y, width, height }: Place, name: string, radius: number): string {
  return `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}
