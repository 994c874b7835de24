// Renders a dashboard as an HTML page with sample data, to preview it before there are metrics.

import { createHash } from 'node:crypto';
import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import { logicalNameOf } from '../../graph/handle';
import type { JsonText, Reference } from '../../graph/value';
import { escapeMarkup } from '../../text/escape';

interface Widget {
  readonly type: 'alarm' | 'metric';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title: string;
    readonly alarms?: readonly Reference[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly annotations?: { readonly horizontal: readonly { readonly label: string; readonly value: number }[] };
  };
}

/** The number of values of a line: one for each minute of an hour. */
const POINTS = 60;
const COLORS = ['#1f77b4', '#d62728', '#ff7f0e'];

/** The self-contained page of a graph's dashboard; undefined if the graph has none. */
export function renderDashboardPage(graph: ResourceGraph): string | undefined {
  const [dashboard] = resourcesOf(graph, 'aws:cloudwatch/dashboard:Dashboard');
  if (dashboard === undefined) return undefined;
  const { widgets } = (dashboard.inputs.dashboardBody as JsonText).value as unknown as { widgets: readonly Widget[] };
  const name = escapeMarkup(String(dashboard.inputs.dashboardName));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${name}</h1>
<p>Sample data, not measured values.</p>
<main>
${widgets.map(renderWidget).join('\n')}
</main>
</body>
</html>`;
}

const STYLE = `
:root { color-scheme: light dark; --text: #16191f; --page: #f2f3f3; --card: #fff; --line: #d5dbdb }
@media (prefers-color-scheme: dark) { :root { --text: #d1d5db; --page: #0f1b2a; --card: #192534; --line: #414d5c } }
body { font: 14px system-ui, sans-serif; color: var(--text); background: var(--page); margin: 1rem }
h1 { font-size: 1.2rem; margin: 0 }
h2 { font-size: 0.9rem; margin: 0 0 0.5rem }
main { display: grid; grid-template-columns: repeat(24, 1fr); gap: 8px }
section { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 8px; min-width: 0 }
svg { width: 100%; height: auto } text { fill: var(--text); font-size: 10px }
ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 12px }
.alarm::before { content: "\\25CF  "; color: #1d8102 }
@media (max-width: 900px) { main { display: block } section { margin-bottom: 8px } }
`;

function renderWidget({ type, x, y, width, height, properties }: Widget): string {
  const place = `grid-column: ${x + 1} / span ${width}; order: ${y * 24 + x}; min-height: ${height * 12}px`;
  const content = type === 'alarm' ? renderAlarms(properties) : renderChart(properties);
  return `<section style="${place}"><h2>${escapeMarkup(properties.title)}</h2>${content}</section>`;
}

function renderAlarms({ alarms = [] }: Widget['properties']): string {
  const names = alarms.map(({ node }) => logicalNameOf(node).replace(/-alarm$/, ''));
  return `<ul>${names.map((name) => `<li class="alarm">${escapeMarkup(name)}</li>`).join('')}</ul>`;
}

function renderChart({ title, metrics = [], annotations }: Widget['properties']): string {
  const limits = annotations?.horizontal ?? [];
  const lines = metrics.map((metric, at) => {
    const label = (metric.at(-1) as { label: string }).label;
    return {
      label,
      color: COLORS[at % COLORS.length] ?? '',
      values: sampleValues(`${title} ${label}`, limits[0]?.value),
    };
  });
  const top = 1.1 * Math.max(1, ...lines.flatMap(({ values }) => values), ...limits.map(({ value }) => value));
  const height = (value: number) => (100 - (100 * value) / top).toFixed(1);
  const paths = lines.map(({ color, values }) => {
    const points = values.map((value, at) => `${((at * 300) / (POINTS - 1)).toFixed(1)},${height(value)}`).join(' ');
    return `<polyline fill="none" stroke="${color}" stroke-width="1.5" points="${points}"/>`;
  });
  const bounds = limits.map(
    ({ label, value }) =>
      `<line x1="0" x2="300" y1="${height(value)}" y2="${height(value)}" stroke="#d13212" stroke-dasharray="4"/>` +
      `<text x="2" y="${Number(height(value)) - 3}">${escapeMarkup(label)} ${value}</text>`,
  );
  const legend = lines.map(
    ({ label, color }) => `<li><b style="color: ${color}">&#9644;</b> ${escapeMarkup(label)}</li>`,
  );
  return `<svg viewBox="0 -12 300 114" role="img" aria-label="${escapeMarkup(title)}">${[...paths, ...bounds].join('')}</svg><ul>${legend.join('')}</ul>`;
}

/** Values that resemble a quiet hour: almost no errors, and part of a limit if there is one. */
function sampleValues(seed: string, limit: number | undefined): number[] {
  const bytes = Array.from({ length: Math.ceil(POINTS / 32) }, (_, at) => [
    ...createHash('sha256').update(`${seed} ${at}`).digest(),
  ]).flat();
  if (/\S*(error|throttle|refused|oldest|visible)\S*( Maximum)?$/i.test(seed))
    return bytes.slice(0, POINTS).map((byte) => (byte > 250 ? 1 : 0));
  const usual = limit === undefined ? 100 : limit / 3;
  return bytes.slice(0, POINTS).map((byte, at) => usual * (0.8 + 0.2 * Math.sin(at / 9) + byte / 1280));
}
