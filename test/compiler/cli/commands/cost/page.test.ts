// The page of `cost --format html`: self-contained, with the bars of each level and the amounts of the table in the terminal.

import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { XMLValidator } from 'fast-xml-parser';
import { renderCostPage } from '../../../../../compiler/cli/commands/cost/page';
import { placedAdvice } from '../../../../../compiler/cli/commands/cost/run';
import { estimateCost, LEVELS } from '../../../../../compiler/estimates/cost/estimate';
import { growthOf } from '../../../../../compiler/estimates/cost/growth';
import { sensitivitiesOf } from '../../../../../compiler/estimates/cost/sensitivity';
import { compileProject } from '../../../../spec';

const PATH = 'spec/case.yaml';

function pageOf(text: string): string {
  const { graph, resolved } = compileProject(PATH, { [PATH]: text });
  if (graph === undefined || resolved === undefined) throw new Error('the spec is not valid');
  const system = { graph, environment: resolved.expanded };
  return renderCostPage({
    path: '<case>',
    estimate: estimateCost(system),
    advice: placedAdvice(system, resolved.spec),
    sensitivities: sensitivitiesOf(system),
    growth: growthOf(system, 24, 10),
  });
}

/** The section of the page with a heading that begins with a text. */
function sectionOf(page: string, heading: string): string {
  return page.split('<section').find((text) => text.includes(`<h2>${heading}`)) ?? '';
}

const TRAFFIC = `
extends: production.yaml
traffic:
  requestsPerSecond: 140
  hourlyWeights: null
  routes: { post-payment: 1, get-payment: 0, get-payments: 0, refund-payment: 0, cancel-payment: 0 }
tables: { payments: { expectedSizeGigabytes: null }, payment-events: { expectedSizeGigabytes: null } }
`;

describe('the page of an estimate', () => {
  const page = pageOf(TRAFFIC);

  it('is well-formed, escaped and without network access, scripts and inline styles', () => {
    const markup = page.replace('<!doctype html>', '').replace(/<meta[^>]*>/g, '');
    expect(XMLValidator.validate(markup)).to.equal(true);
    expect(page).to.include('<title>&lt;case&gt;: cost of a month</title>');
    expect(page).not.to.match(/https?:|<script|<link|url\(| style=| on[a-z]+=/);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(page).to.include(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it('draws the parts of each level, the largest first, with a scale that contains them', () => {
    for (const level of LEVELS) {
      const section = sectionOf(page, level);
      const amounts = [...section.matchAll(/<text class="end"[^>]*>([\d,.]+)</g)].map(([, text = '']) =>
        Number(text.replaceAll(',', '')),
      );
      expect(amounts.length, level).to.equal(9);
      expect(amounts.slice(0, -1), level).to.deep.equal(amounts.slice(0, -1).sort((a, b) => b - a));
      const total = Number(/<h2>\w+: ([\d,.]+)/.exec(section)?.[1]?.replaceAll(',', ''));
      expect(amounts.reduce((sum, usd) => sum + usd, 0)).to.be.closeTo(total, 0.05);
      const ends = [...section.matchAll(/<rect class="s\d" x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(
        ([, x, width]) => Number(x) + Number(width),
      );
      expect(Math.max(...ends), level).to.be.within(207, 414);
    }
  });

  it('divides a bar by service, in proportion', () => {
    const section = sectionOf(page, 'expected');
    const [, lambda, logs] =
      /functions\.payment-processor, Lambda: ([\d.]+)<[\s\S]*?functions\.payment-processor, CloudWatch: ([\d.]+)</.exec(
        section,
      ) ?? [];
    const pattern =
      /<rect class="(s\d)" x="([\d.]+)" y="\d+" width="([\d.]+)" height="12"><title>functions\.payment-processor,/g;
    const [first, second] = [...section.matchAll(pattern)].map(([, colour, x, width]) => ({
      colour,
      x: Number(x),
      width: Number(width),
    }));
    if (first === undefined || second === undefined) throw new Error('the bar has not two segments');
    expect(first.width / second.width).to.be.closeTo(Number(lambda) / Number(logs), 0.02);
    expect(second.x).to.be.closeTo(first.x + first.width, 0.11);
    expect([first.colour, second.colour]).to.deep.equal(['s1', 's3']);
    expect(section).to.match(/<rect class="s4"[^>]*><title>queues\.webhook-deliveries, other services: /);
  });

  it('has the rows of the terminal with headings for people who do not see it', () => {
    const costs = sectionOf(page, 'Cost by part');
    expect(costs).to.include(
      '<tr><th scope="row">write capacity of the table</th><td class="number">85.41</td><td class="number">94.90</td><td class="number">474.50</td></tr>',
    );
    expect(costs).to.include('<span class="place">spec/case.yaml:7:11</span>');
    expect(costs).to.include('<li>[1] depends on tables.payments.expectedSizeGigabytes</li>');
    expect(sectionOf(page, 'Assumptions')).to.include('<th scope="row">the hours of a month</th><td>730</td>');
    expect(sectionOf(page, 'Prices')).to.include('<td>from memory, not verified</td>');
  });

  it('lists the advice', () => {
    expect(sectionOf(page, 'Advice at the expected traffic')).to.match(
      /<th scope="row">set billingMode of table payment-events to PROVISIONED<\/th><td class="number">[\d.]+<\/td><td>tables\.payment-events\.billingMode, default<\/td>/,
    );
  });

  it('has the growth and the sensitivity of the estimate', () => {
    const growth = sectionOf(page, 'Growth of 10 % a month');
    expect(growth).to.match(/<th scope="row">24<\/th><td class="number">[\d,]+</);
    expect(growth).to.include('<li>the sizes of tables stay those of the spec</li>');
    expect(sectionOf(page, 'Assumptions')).to.match(
      /<li>expected cost between [\d,.]+ and [\d,.]+ with half or double the 1024 of /,
    );
  });

  it('states the level without a known cost', () => {
    const empty = renderCostPage({
      path: 'empty',
      advice: [],
      sensitivities: [],
      estimate: {
        region: 'us-east-1',
        lines: [],
        totals: { floor: NOTHING, expected: NOTHING, ceiling: NOTHING },
        rates: [],
      },
    });
    expect(empty).to.include('No cost is known.');
    expect(empty).not.to.match(/Advice|Growth/);
    expect(empty).not.to.match(/NaN|Infinity|undefined/);
  });
});

const NOTHING = { usd: 0, dependsOn: [] };
