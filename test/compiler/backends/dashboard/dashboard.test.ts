// The dashboard: its metrics have the names of CloudWatch, and its page is self-contained.

import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { renderDashboardPage } from '../../../../compiler/backends/dashboard/page';
import { resourcesOf } from '../../../../compiler/graph/graph';
import type { Value } from '../../../../compiler/graph/value';
import { settle } from '../../../settle';
import { graphOf } from '../../../spec';

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
  it('has widgets within 24 columns that do not overlap', () => {
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, at) => `${x + (at % width)},${y + Math.floor(at / width)}`),
    );
    expect(widgets.length).to.be.greaterThan(10);
    expect(new Set(cells).size).to.equal(cells.length);
    expect(widgets.filter(({ x, width }) => x + width > 24)).to.deep.equal([]);
  });

  it('contains all alarms, composite alarms first', () => {
    const alarms = widgets[0]?.properties.alarms ?? [];
    const deployed = graph.resources.filter(({ kind }) => /Alarm$/.test(kind)).map(({ name }) => `<${name}.arn>`);
    expect(alarms[0]).to.equal('<payments-failing-alarm.arn>');
    expect([...alarms].sort()).to.deep.equal(deployed.sort());
  });

  it('contains metrics by namespace, name, and dimensions from the graph', () => {
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

  it('shows each widget without network access or scripts', () => {
    for (const { properties } of widgets) expect(page).to.include(`<h2>${properties.title}</h2>`);
    expect(page).to.not.match(/https?:|<script|<link|url\(/);
    expect(page).to.include('prefers-color-scheme: dark');
  });

  it('allows its own style sheet alone, and has no inline styles', () => {
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).to.include(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
    expect(page).not.to.match(/ style=| on[a-z]+=/);
  });

  it('shows the unit of each metric, and its limit', () => {
    const sectionOf = (title: string) =>
      page.split('<section').find((text) => text.includes(`<h2>${title}</h2>`)) ?? '';
    expect(sectionOf('payment-processor: duration in ms'))
      .to.include('<text x="0" y="11">ms</text>')
      .and.include('>timeout 28,000<');
    expect(sectionOf('payment-api: requests')).to.include('<text x="0" y="11">count per minute</text>');
    expect(sectionOf('payment-processor-dlq: age of the oldest message in s')).to.include(
      '<text x="0" y="11">s</text>',
    );
    expect(sectionOf('payment-processor: concurrency'))
      .to.include('<text x="0" y="11">count</text>')
      .and.include('>reserved 200<');
  });

  it('has the values of each minute of the hour', () => {
    const charts = widgets.filter(({ type }) => type === 'metric').length;
    expect(page.match(/<g class="moment">/g)).to.have.length(60 * charts);
    expect(page).to.match(/>59 min ago<\/text><text [^>]*>Count \d+ · 4XXError \d · 5XXError \d</);
  });

  it('is the same on each call', () => expect(renderDashboardPage(graph)).to.equal(page));

  it('is undefined if the spec has no dashboard', () => {
    expect(renderDashboardPage(graphOf('spec/pr1234.yaml'))).to.equal(undefined);
  });
});
