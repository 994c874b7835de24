// The dashboard shows each part under the names that CloudWatch has its metrics by, and its page needs nothing else.

import { expect } from 'chai';
import { renderDashboardPage } from '../../compiler/backends/dashboard/page';
import { resourcesOf } from '../../compiler/graph/graph';
import type { Value } from '../../compiler/graph/value';
import { settle } from '../settle';
import { graphOf } from '../spec';

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: { readonly title: string; readonly alarms?: unknown[]; readonly metrics?: unknown[][] };
}

const graph = graphOf('spec/production.yaml');
const [dashboard] = resourcesOf(graph, 'aws:cloudwatch/dashboard:Dashboard');
const { widgets } = settle(graph, dashboard?.inputs.dashboardBody as Value) as unknown as { widgets: Widget[] };

describe('the dashboard of production', () => {
  it('has widgets side by side within 24 columns, none over another', () => {
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, at) => `${x + (at % width)},${y + Math.floor(at / width)}`),
    );
    expect(widgets.length).to.be.greaterThan(10);
    expect(new Set(cells).size).to.equal(cells.length);
    expect(widgets.filter(({ x, width }) => x + width > 24)).to.deep.equal([]);
  });

  it('has all alarms, composite ones first', () => {
    const alarms = widgets[0]?.properties.alarms ?? [];
    const deployed = graph.resources.filter(({ kind }) => /Alarm$/.test(kind)).map(({ name }) => `<${name}.arn>`);
    expect(alarms[0]).to.equal('<payments-failing-alarm.arn>');
    expect([...alarms].sort()).to.deep.equal(deployed.sort());
  });

  it('has metrics by namespace, name, and dimensions that come from the graph', () => {
    const charts = widgets.filter(({ type }) => type === 'metric');
    const find = (title: string) => charts.find(({ properties }) => properties.title === title)?.properties;
    expect(find('payment-processor: duration in ms')).to.deep.include({
      metrics: [
        [
          'AWS/Lambda',
          'Duration',
          'FunctionName',
          'payment-payment-processor-useast1-Production-live',
          { stat: 'p50', label: 'Duration p50' },
        ],
        [
          'AWS/Lambda',
          'Duration',
          'FunctionName',
          'payment-payment-processor-useast1-Production-live',
          { stat: 'p99', label: 'Duration p99' },
        ],
      ],
      annotations: { horizontal: [{ label: 'timeout', value: 28000 }] },
    });
    // Namespace and name, pairs of dimensions, options.
    const forms = charts.flatMap(({ properties }) => (properties.metrics ?? []).map((metric) => metric.length % 2));
    expect(new Set(forms)).to.deep.equal(new Set([1]));
  });
});

describe('the page of a dashboard', () => {
  const page = renderDashboardPage(graph) ?? '';

  it('shows each widget, and needs no network and no script', () => {
    for (const { properties } of widgets) expect(page).to.include(`<h2>${properties.title}</h2>`);
    expect(page).to.not.match(/https?:|<script|<link|url\(/);
    expect(page).to.include('prefers-color-scheme: dark');
  });

  it('is the same each time', () => expect(renderDashboardPage(graph)).to.equal(page));

  it('is none where the spec has no dashboard', () => {
    expect(renderDashboardPage(graphOf('spec/pr1234.yaml'))).to.equal(undefined);
  });
});
