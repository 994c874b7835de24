// Renders a chart as SVG for a page: axes with units, limits as lines, and the values of the moment under the pointer, without a script.

import { escapeMarkup } from '../../picture/escape';
import { SERIES_COLOURS, seriesStyle } from '../../picture/page';
import { formatValue, ticksUpTo } from '../../picture/scale';

/** A line of a chart. */
export interface Series {
  readonly label: string;
  /** A value for each moment. */
  readonly values: readonly number[];
}

/** A chart. */
export interface Chart {
  readonly title: string;
  /** The unit of the values, such as `ms`, or `per minute` for counts. */
  readonly unit: string;
  /** Whether values are whole numbers. */
  readonly areWhole: boolean;
  /** The moments of the values, from the oldest to the newest, such as `5 min ago`. */
  readonly moments: readonly string[];
  /** The moments with a tick, by position. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly series: readonly Series[];
  readonly limits: readonly { readonly label: string; readonly value: number }[];
}

const WIDTH = 440;
const HEIGHT = 208;
/** The area of the lines. */
const PLOT = { left: 54, right: 430, top: 34, bottom: 184 } as const;

/** The style sheet of charts, for `<svg class="chart">` on a page. */
export const CHART_STYLE = `
.chart { display: block; width: 100%; height: auto }
.chart text { font-size: 11px; fill: var(--soft) }
.chart .end { text-anchor: end } .chart .middle { text-anchor: middle }
.chart .grid { stroke: var(--grid); fill: none }
.chart .line { fill: none; stroke-width: 1.6; stroke-linejoin: round }
.chart .limit { stroke: var(--limit); stroke-width: 1.2; stroke-dasharray: 5 4 }
.chart .limit-label { fill: var(--limit); text-anchor: end; paint-order: stroke; stroke: var(--card); stroke-width: 3px }
.chart .moment rect { fill: transparent }
.chart .moment path { stroke: var(--soft); opacity: 0 }
.chart .moment text { opacity: 0; fill: var(--text); text-anchor: end }
.chart .moment:hover path, .chart .moment:hover text { opacity: 1 }
${seriesStyle((name) => `.chart .${name} { stroke: var(--${name}) }`)}
`;

/** A chart with its legend. */
export function renderChart(chart: Chart): string {
  const { title, unit, areWhole, moments, ticks, series, limits } = chart;
  const highest = Math.max(0, ...series.flatMap(({ values }) => values), ...limits.map(({ value }) => value));
  const scale = ticksUpTo(highest, areWhole);
  const end = scale.at(-1) ?? 1;
  const x = (at: number) => round(PLOT.left + ((PLOT.right - PLOT.left) * at) / Math.max(1, moments.length - 1));
  const y = (value: number) => round(PLOT.bottom - ((PLOT.bottom - PLOT.top) * value) / end);
  const summary = `${title}, ${unit}: ${[...series.map((one) => describeSeries(one, moments)), ...limits.map(describeLimit)].join('; ')}`;
  return [
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeMarkup(summary)}">`,
    `<text x="0" y="11">${escapeMarkup(unit)}</text>`,
    ...scale.map(
      (value) =>
        `<path class="grid" d="M${PLOT.left} ${y(value)}H${PLOT.right}"/><text class="end" x="${PLOT.left - 6}" y="${y(value) + 4}">${formatValue(value)}</text>`,
    ),
    ...ticks.map(
      ({ at, label }) =>
        `<path class="grid" d="M${x(at)} ${PLOT.bottom}v4"/><text class="${at === moments.length - 1 ? 'end' : 'middle'}" x="${x(at)}" y="${PLOT.bottom + 17}">${escapeMarkup(label)}</text>`,
    ),
    ...series.map(({ values }, at) => {
      const points = values.map((value, moment) => `${x(moment)},${y(value)}`).join(' ');
      return `<polyline class="line s${at % SERIES_COLOURS}" points="${points}"/>`;
    }),
    ...limits.map(
      (limit) =>
        `<path class="limit" d="M${PLOT.left} ${y(limit.value)}H${PLOT.right}"/><text class="limit-label" x="${PLOT.right}" y="${y(limit.value) + 13}">${escapeMarkup(describeLimit(limit))}</text>`,
    ),
    ...moments.map((moment, at) => renderMoment(chart, moment, at, x)),
    '</svg>',
    `<ul class="legend">${series.map(({ label }, at) => `<li class="s${at % SERIES_COLOURS}">${escapeMarkup(label)}</li>`).join('')}</ul>`,
  ].join('');
}

/** The area of a moment, which shows its values while the pointer is on it. */
function renderMoment({ moments, series }: Chart, moment: string, at: number, x: (at: number) => number): string {
  const half = (PLOT.right - PLOT.left) / Math.max(1, moments.length - 1) / 2;
  const values = series.map(({ label, values: all }) => `${label} ${formatValue(all[at] ?? 0)}`);
  const text = (line: string, y: number) => `<text x="${PLOT.right}" y="${y}">${escapeMarkup(line)}</text>`;
  const top = PLOT.top - 6;
  return `<g class="moment"><rect x="${round(x(at) - half)}" y="${top}" width="${round(2 * half)}" height="${PLOT.bottom - top}"/><path d="M${x(at)} ${PLOT.top}V${PLOT.bottom}"/>${text(moment, 11)}${text(values.join(' · '), 26)}</g>`;
}

function describeSeries({ label, values }: Series, moments: readonly string[]): string {
  const last = values.at(-1) ?? 0;
  return `${label} from ${formatValue(Math.min(...values))} to ${formatValue(Math.max(...values))}, ${moments.at(-1)} ${formatValue(last)}`;
}

function describeLimit({ label, value }: Chart['limits'][number]): string {
  return `${label} ${formatValue(value)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
