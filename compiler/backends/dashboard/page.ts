// Renders a dashboard as an HTML page with sample data, to preview it before there are metrics.

import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import { logicalNameOf } from '../../graph/handle';
import type { JsonText, Reference } from '../../graph/value';
import { unitOf } from '../../monitoring/metrics/metrics';
import type { Unit } from '../../monitoring/metrics/service';
import { escapeMarkup } from '../../picture/escape';
import { renderPage } from '../../picture/page';
import { CHART_STYLE, renderChart } from './chart';
import { POINTS, sampleValues } from './sample';

interface Widget {
  readonly type: 'alarm' | 'metric';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly properties: {
    readonly title: string;
    readonly alarms?: readonly Reference[];
    /** Each is the namespace, the name, pairs of dimensions, and the options. */
    readonly metrics?: readonly (readonly [string, string, ...unknown[]])[];
    readonly annotations?: { readonly horizontal: readonly { readonly label: string; readonly value: number }[] };
  };
}

/** The self-contained page of a graph's dashboard; undefined if the graph has none. */
export function renderDashboardPage(graph: ResourceGraph): string | undefined {
  const [dashboard] = resourcesOf(graph, 'aws:cloudwatch/dashboard:Dashboard');
  if (dashboard === undefined) return undefined;
  const { widgets } = (dashboard.inputs.dashboardBody as JsonText).value as unknown as { widgets: readonly Widget[] };
  const inOrder = [...widgets].sort((a, b) => a.y - b.y || a.x - b.x);
  return renderPage({
    title: String(dashboard.inputs.dashboardName),
    lead: 'Sample data of an hour, not measured values. Move the pointer over a chart to read its values.',
    style: `${ALARMS_STYLE}${CHART_STYLE}`,
    content: inOrder.map(renderWidget).join('\n'),
  });
}

const ALARMS_STYLE = `
.alarms { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px }
.alarms li { border: 1px solid var(--line); border-radius: 12px; padding: 1px 10px; font-size: 12px }
.alarms li::before { content: "\\25CF  "; color: var(--s3) }
`;

function renderWidget({ type, properties }: Widget): string {
  const isAlarm = type === 'alarm';
  const content = isAlarm ? renderAlarms(properties) : renderMetrics(properties);
  return `<section${isAlarm ? ' class="wide"' : ''}><h2>${escapeMarkup(properties.title)}</h2>${content}</section>`;
}

function renderAlarms({ alarms = [] }: Widget['properties']): string {
  const names = alarms.map(({ node }) => logicalNameOf(node).replace(/-alarm$/, ''));
  return `<ul class="alarms">${names.map((name) => `<li>${escapeMarkup(name)}</li>`).join('')}</ul>`;
}

const UNITS: Readonly<Record<Unit, string>> = {
  Count: 'count',
  Milliseconds: 'ms',
  Seconds: 's',
  Bytes: 'bytes',
  Percent: '%',
  None: 'value',
};

function renderMetrics({ title, metrics = [], annotations }: Widget['properties']): string {
  const limits = annotations?.horizontal ?? [];
  const options = metrics.map((metric) => metric.at(-1) as { readonly label: string; readonly stat: string });
  const [first] = metrics;
  const unit = first === undefined ? 'None' : unitOf(first[0], first[1]);
  const areWhole = unit === 'Count';
  return renderChart({
    title,
    unit: areWhole && options[0]?.stat === 'Sum' ? 'count per minute' : UNITS[unit],
    areWhole,
    moments: MOMENTS,
    ticks: TICKS,
    series: options.map(({ label }) => {
      const values = sampleValues(`${title} ${label}`, limits[0]?.value);
      return { label, values: areWhole ? values.map(Math.round) : values };
    }),
    limits,
  });
}

const MOMENTS = Array.from({ length: POINTS }, (_, at) => (at === POINTS - 1 ? 'now' : `${POINTS - 1 - at} min ago`));

/** A tick for each quarter of an hour. */
const TICKS = [45, 30, 15, 0].map((minutes) => ({
  at: POINTS - 1 - minutes,
  label: minutes === 0 ? 'now' : `−${minutes} min`,
}));
