// The page of `simulate --format html`: self-contained, with the answer first, and a table beside the charts.

import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { XMLValidator } from 'fast-xml-parser';
import { simulateCourse } from '../../../../../compiler/cli/commands/simulate/course';
import { renderSimulationPage } from '../../../../../compiler/cli/commands/simulate/page';
import { TEN_MINUTES, trialOf } from './trial';

/** The page of a simulation of new payments at a constant rate. */
function pageOf(perSecond: number): string {
  const { system, course } = trialOf({}, { ...TEN_MINUTES, requests: Array(600).fill(perSecond) });
  const simulation = simulateCourse(system, course);
  return renderSimulationPage({
    ...{ path: '<case>', conditions: ['a & b', 'only post-payment'], course },
    simulation: {
      ...simulation,
      refusals: simulation.refusals.map(({ field: _, ...one }) => ({
        ...one,
        field: 'a.b',
        place: 'spec/case.yaml:1:2',
      })),
      alarms: [{ alarm: 'errors', second: 180, state: 'ALARM' }],
      assumptions: ['metricDelaySeconds'],
    },
    remedies: [
      {
        ...{ direction: 'raise', usd: 62.336, succeeded: 0.9999, edits: [{ field: 'a.b', from: 5, to: 1800 }] },
      },
    ],
  });
}

describe('the page of a simulation', () => {
  const page = pageOf(20);

  it('is well-formed, escaped and without network access, scripts and inline styles', () => {
    const markup = page.replace('<!doctype html>', '').replace(/<meta[^>]*>/g, '');
    expect(XMLValidator.validate(markup)).to.equal(true);
    expect(page).to.include('<title>&lt;case&gt;: simulation</title>').and.include('a &amp; b; only post-payment');
    expect(page).not.to.match(/https?:|<script|<link|url\(| style=| on[a-z]+=/);
    expect(page).not.to.match(/NaN|Infinity|undefined/);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(page).to.include(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it('begins with the answer and the remedies', () => {
    const [, first = ''] = page.split('<section');
    expect(first).to.match(
      /<h2>gives way first: write capacity of table payments at 20 requests\/s, 1 min 40 s into the run; a\.b, spec\/case\.yaml:1:2<\/h2>/,
    );
    expect(first).to.include(
      '<li>raise a.b from 5 to 1,800 (62.34 USD a month more without requests); then 99.99 % of the requests succeed, and no limit gives way</li>',
    );
  });

  it('has a chart for each used part, and each quantity in a table', () => {
    const titles = [...page.matchAll(/<section><h2>([^<]*)<\/h2><svg class="chart"/g)].map(([, title]) => title);
    expect(titles).to.include.members([
      'api, requests',
      'tables.payments, write units',
      'functions.payment-processor, executions',
    ]);
    expect(titles.filter((title) => title?.startsWith('api.routes.'))).to.deep.equal([]);
    expect(titles).to.not.include('tables.payments, read units');
    expect(page).to.match(
      /<tr><th scope="row">api attempts \(requests\)<\/th><td class="number">20<\/td><td class="number">20<\/td><td class="number">0 s<\/td><\/tr>/,
    );
    expect(page).to.match(/aria-label="api, requests, requests: attempts from 20 to 20, 9 min 55 s 20/);
  });

  it('has the refusals, the alarms and the assumptions as tables', () => {
    expect(page).to.include('<tr><th scope="row">errors</th><td class="number">3 min</td><td>ALARM</td></tr>');
    expect(page).to.include('<th scope="row">metricDelaySeconds</th><td>120</td>');
    expect(page).to.match(/<th scope="row">write capacity of table payments<\/th><td class="number">1 min 40 s<\/td>/);
  });

  it('omits tables without rows', () => {
    const calm = pageOf(1);
    expect(calm).to.include('<h2>holds');
    expect(calm).not.to.include('<h2>Refusals</h2>');
  });
});
