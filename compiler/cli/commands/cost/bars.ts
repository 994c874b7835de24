// Draws the costs of a level as SVG: a bar for each of the most expensive parts, divided by the service of AWS.

import { dollars } from '../../../estimates/cost/dollars';
import type { CostLine, Estimate } from '../../../estimates/cost/estimate';
import { isKnown } from '../../../estimates/traffic/amount';
import { groupBy } from '../../../estimates/traffic/group';
import type { Level } from '../../../estimates/traffic/traffic';
import { escapeMarkup } from '../../../picture/escape';
import { seriesStyle } from '../../../picture/page';
import { formatValue, ticksUpTo } from '../../../picture/scale';

/** The services with a colour of their own, by the first word of their rates; the others share the last colour. */
const SERVICES: Readonly<Record<string, string>> = {
  dynamodb: 'DynamoDB',
  lambda: 'Lambda',
  apigateway: 'API Gateway',
  cloudwatch: 'CloudWatch',
};
const LABELS = [...Object.values(SERVICES), 'other services'];

/** The largest number of bars; the other parts share the last one. */
const MOST_BARS = 9;

const WIDTH = 420;
const MARGIN = 6;
const ROW_HEIGHT = 32;
const TOP = 24;

/** The style sheet of the bars, for `<svg class="bars">` on a page. */
export const BARS_STYLE = `
.bars { display: block; width: 100%; height: auto }
.bars text { font-size: 12px; fill: var(--text) }
.bars .tick { font-size: 11px; fill: var(--soft); text-anchor: middle }
.bars .end { text-anchor: end; font-variant-numeric: tabular-nums }
.bars .grid { stroke: var(--grid) }
.bars rect { stroke: var(--card); stroke-width: 1px }
${seriesStyle((name) => `.bars .${name} { fill: var(--${name}) }`)}
`;

/** The names of the colours. */
export function barsLegend(): string {
  return `<ul class="legend">${LABELS.map((label, at) => `<li class="s${at}">${label}</li>`).join('')}</ul>`;
}

interface Bar {
  readonly name: string;
  readonly usd: number;
  /** The cost of each service of `LABELS`. */
  readonly services: readonly number[];
}

/** The bars of a level; a sentence if no cost is known. */
export function renderBars({ lines }: Estimate, level: Level): string {
  const bars = largest(barsOf(lines, level));
  if (bars.length === 0) return '<p>No cost is known.</p>';
  const ticks = ticksUpTo(Math.max(...bars.map(({ usd }) => usd)), false);
  const x = (usd: number) => Math.round((usd / (ticks.at(-1) ?? 1)) * (WIDTH - 2 * MARGIN) * 10) / 10 + MARGIN;
  const height = TOP + bars.length * ROW_HEIGHT;
  const summary = `${level}, US dollars a month: ${bars.map(({ name, usd }) => `${name} ${dollars(usd)}`).join('; ')}`;
  return [
    `<svg class="bars" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(summary)}">`,
    ...ticks.map(
      (tick) =>
        `<path class="grid" d="M${x(tick)} 16V${height}"/><text class="tick${tick === ticks.at(-1) ? ' end' : ''}" x="${x(tick)}" y="11">${formatValue(tick)}</text>`,
    ),
    ...bars.map((bar, at) => renderBar(bar, TOP + at * ROW_HEIGHT, x)),
    '</svg>',
  ].join('');
}

/** The known costs of each part, the largest first. */
function barsOf(lines: readonly CostLine[], level: Level): readonly Bar[] {
  const bars = [...groupBy(lines, ({ part }) => part)].map(([name, own]) => barOf(name, own, level));
  return bars.filter(({ usd }) => usd > 0).sort((a, b) => b.usd - a.usd || (a.name < b.name ? -1 : 1));
}

function barOf(name: string, lines: readonly CostLine[], level: Level): Bar {
  const services = LABELS.map(() => 0);
  for (const { rate, usd } of lines) {
    const amount = usd[level];
    const label = SERVICES[rate.slice(0, rate.indexOf('.'))];
    const at = label === undefined ? LABELS.length - 1 : LABELS.indexOf(label);
    if (isKnown(amount)) services[at] = (services[at] ?? 0) + amount;
  }
  return { name, usd: services.reduce((sum, usd) => sum + usd, 0), services };
}

function largest(bars: readonly Bar[]): readonly Bar[] {
  if (bars.length <= MOST_BARS) return bars;
  const others = bars.slice(MOST_BARS - 1);
  const services = LABELS.map((_, at) => others.reduce((sum, bar) => sum + (bar.services[at] ?? 0), 0));
  const usd = others.reduce((sum, bar) => sum + bar.usd, 0);
  return [...bars.slice(0, MOST_BARS - 1), { name: `${others.length} other parts`, usd, services }];
}

function renderBar({ name, usd, services }: Bar, top: number, x: (usd: number) => number): string {
  let before = 0;
  const segments = services.flatMap((amount, at) => {
    if (amount === 0) return [];
    const [left, right] = [x(before), x(before + amount)];
    before += amount;
    const title = escapeMarkup(`${name}, ${LABELS[at]}: ${dollars(amount)}`);
    const width = Math.round((right - left) * 10) / 10;
    return [
      `<rect class="s${at}" x="${left}" y="${top + 15}" width="${width}" height="12"><title>${title}</title></rect>`,
    ];
  });
  return `<text x="${MARGIN}" y="${top + 11}">${escapeMarkup(name)}</text><text class="end" x="${WIDTH - MARGIN}" y="${top + 11}">${dollars(usd)}</text>${segments.join('')}`;
}
