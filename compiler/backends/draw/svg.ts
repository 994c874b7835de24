// Renders a drawing as a self-contained SVG for light and dark backgrounds.

import { escapeMarkup } from '../../text/escape';
import type { Drawing } from './drawing';
import { type Layout, layOut, type Place, TEXT } from './layout';

/** The text of an SVG document. */
export function renderSvg(drawing: Drawing): string {
  const { width, height, groups, boxes, arrows } = layOut(drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(drawing.title)}">`,
    `<title>${escapeMarkup(drawing.title)}</title>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    '<rect class="paper" width="100%" height="100%"/>',
    ...groups.map(({ name, ...place }, at) =>
      [
        `<g class="c${at % COLOURS.length}">${rectangle(place, 'group', 10)}`,
        `<text class="section" x="${round(place.x - place.width / 2 + 10)}" y="${round(place.y - place.height / 2 + 16)}">${escapeMarkup(name)}</text></g>`,
      ].join(''),
    ),
    ...arrows.map(
      ({ arrow, points }) => `<path class="${arrow.label === '' ? 'arrow order' : 'arrow'}" d="${curve(points)}"/>`,
    ),
    ...boxes.map(({ box, group, ...place }) =>
      [
        `<g class="c${group % COLOURS.length}">${rectangle(place, 'box', 6)}`,
        `<text class="kind" x="${round(place.x)}" y="${round(place.y - 5)}">${escapeMarkup(box.kind)}</text>`,
        `<text class="name" x="${round(place.x)}" y="${round(place.y + TEXT.line - 4)}">${escapeMarkup(box.name)}</text></g>`,
      ].join(''),
    ),
    // Labels are last, so that arrows do not cover them.
    ...arrows.flatMap(({ arrow: { label }, label: { x, y } }) =>
      label === ''
        ? []
        : [
            `${plate(label, x, y)}<text class="label" x="${round(x)}" y="${round(y + 3)}">${escapeMarkup(label)}</text>`,
          ],
    ),
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
  'svg{--paper:#fff;--ink:#1f2937;--soft:#6b7280;--line:#9ca3af;--card:#fff}',
  ...COLOURS.map(([light], at) => `.c${at}{--accent:${light}}`),
  `@media(prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e5e7eb;--soft:#9ca3af;--line:#6b7280;--card:#161b22}${COLOURS.map(([, dark], at) => `.c${at}{--accent:${dark}}`).join('')}}`,
  `text{font-family:${FONT}}`,
  '.paper{fill:var(--paper)}',
  '.group{fill:var(--accent);fill-opacity:.06;stroke:var(--accent);stroke-opacity:.5}',
  '.section{fill:var(--accent);font-size:12px;font-weight:600}',
  '.box{fill:var(--card);stroke:var(--accent);stroke-width:1.3}',
  '.kind{fill:var(--soft);font-size:10px;text-anchor:middle}',
  '.name{fill:var(--ink);font-size:12px;text-anchor:middle}',
  '.arrow{fill:none;stroke:var(--line);stroke-width:1.1;marker-end:url(#head)}',
  '.order{stroke-dasharray:3 4}',
  '#head path{fill:var(--line)}',
  '.label{fill:var(--soft);font-size:10px;text-anchor:middle}',
  '.plate{fill:var(--paper);fill-opacity:.85}',
].join('');

function plate(label: string, x: number, y: number): string {
  return rectangle({ x, y, width: label.length * TEXT.small + 4, height: TEXT.line - 4 }, 'plate', 3);
}

function rectangle({ x, y, width, height }: Place, name: string, radius: number): string {
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  return `<rect class="${name}" x="${left}" y="${top}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`;
}

/** A curve through points with rounded corners: from the middle of each segment to the middle of the next. */
function curve(points: Layout['arrows'][number]['points']): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const corners = rest.slice(0, -1).map((corner, at) => {
    const next = rest[at + 1] ?? last;
    return `Q${round(corner.x)} ${round(corner.y)} ${round((corner.x + next.x) / 2)} ${round((corner.y + next.y) / 2)}`;
  });
  return [`M${round(first.x)} ${round(first.y)}`, ...corners, `L${round(last.x)} ${round(last.y)}`].join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
