// The costs of a change: of each changed field alone, of fields together, and the limits that refuse an increase.

import { expect } from 'chai';
import type { Comparison } from '../../../../../compiler/cli/commands/diff/comparison';
import { type CostLimits, costRefusals } from '../../../../../compiler/cli/commands/diff/cost-gate';
import { estimatedEffect } from '../../../../../compiler/cli/commands/diff/estimates';
import { fieldCostRows } from '../../../../../compiler/cli/commands/diff/field-cost-rows';
import { renderDiagnostics } from '../../../../../compiler/diagnostics/render';
import type { ComparedSpec } from '../../../../../compiler/diff/classes/change';
import { compareSpecs } from '../../../../../compiler/language/values/difference';
import { compileProject, SURROUNDINGS } from '../../../../spec';
import { callCommand } from '../../run';

const TRAFFIC = 'traffic: { requestsPerSecond: 100, routes: { post-payment: 1 } }';

/** The spec of production with changes, without its traffic unless they state it. */
function spec(changes = ''): ComparedSpec {
  const path = 'spec/case.yaml';
  const { graph, resolved, diagnostics } = compileProject(path, {
    [path]: `extends: production.yaml\n${changes.includes('traffic:') ? '' : 'traffic: null\n'}${changes}\n`,
  });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return { path, graph, ...resolved };
}

function compare(before: string, after: string): Pick<Comparison, 'after' | 'estimates' | 'values'> {
  const [old, now] = [spec(before), spec(after)];
  const values = compareSpecs(old.spec, now.spec);
  return { after: now.path, values, estimates: estimatedEffect({ before: old, after: now, values }, SURROUNDINGS) };
}

function fieldsOf(before: string, after: string) {
  const { estimates } = compare(before, after);
  if (estimates?.byField === undefined) throw new Error('no sum differs');
  return estimates.byField;
}

describe('the cost of each changed field', () => {
  it('is the cost with only this field changed', () => {
    const { fields, together } = fieldsOf(
      '',
      'tables: { payments: { capacity: { write: { autoscaling: { minimum: 190 } }, read: { autoscaling: { maximum: 1100 } } } } }\nlogRetentionDays: 3653',
    );
    const one = (name: string) => fields.find(({ field }) => field === name);
    // Ten units of the table and of two indexes.
    expect(one('tables.payments.capacity.write.autoscaling.minimum')?.usd.floor).to.be.closeTo(
      3 * 10 * 730 * 0.00065,
      1e-6,
    );
    expect(one('tables.payments.capacity.write.autoscaling.minimum')?.usd.ceiling).to.equal(undefined);
    expect(one('tables.payments.capacity.read.autoscaling.maximum')?.usd.ceiling).to.be.closeTo(
      3 * 100 * 730 * 0.00013,
      1e-6,
    );
    expect(one('logRetentionDays')?.place).to.match(/^spec\/case\.yaml:\d+:\d+$/);
    expect(fields.map(({ field }) => field)[0]).to.equal('logRetentionDays');
    expect(together).to.deep.equal({});
  });

  it('adds up with the effect of fields together', () => {
    const after = `${TRAFFIC.replace('100', '200')}\nfunctions: { payment-processor: { memorySizeMegabytes: 2048 } }`;
    const { fields, together } = fieldsOf(TRAFFIC, after);
    // 100 requests/s for 25 ms with 1 GB more, which neither field has alone.
    expect(together.expected).to.be.closeTo(100 * 730 * 3600 * 0.025 * 0.0000133334, 0.01);
    const rows = fieldCostRows(compare(TRAFFIC, after));
    expect(
      rows.map(([name]) => name),
      String(rows),
    ).to.deep.equal([
      'Field',
      'functions.payment-processor.memorySizeMegabytes',
      'traffic.requestsPerSecond',
      'fields together',
    ]);
    const sum = fields.reduce((all, { usd }) => all + (usd.expected ?? 0), together.expected ?? 0);
    const { estimates } = compare(TRAFFIC, after);
    expect(sum).to.be.closeTo(
      (estimates?.totals.after.expected.usd ?? 0) - (estimates?.totals.before.expected.usd ?? 0),
      1e-6,
    );
  });

  it('counts a part that only one side has as one field', () => {
    const { fields } = fieldsOf('', 'api: { cache: { clusterSizeGigabytes: "0.5" } }\nlogRetentionDays: 3653');
    expect(fields.map(({ field }) => field)).to.have.members(['api.cache', 'logRetentionDays']);
    expect(fields.find(({ field }) => field === 'api.cache')?.usd.floor).to.be.closeTo(14.6, 1e-6);
    const gone = fieldsOf('', 'api: { webAcl: null }\nmonitoring: { dashboard: false }');
    expect(gone.fields.find(({ field }) => field === 'api.webAcl')?.usd.floor).to.be.closeTo(-9, 1e-6);
    expect(gone.fields.find(({ field }) => field === 'api.webAcl')?.place).to.match(/^spec\/production\.yaml:/);
  });

  it('names fields that are not valid alone, whose effect is that of fields together', () => {
    const { notAlone, together } = fieldsOf(
      '',
      'tables: { payments: { billingMode: PAY_PER_REQUEST, capacity: null } }',
    );
    expect(notAlone).to.have.members(['tables.payments.billingMode', 'tables.payments.capacity']);
    expect(together.floor).to.be.lessThan(-200);
  });

  it('ignores the budget, which a field alone may exceed', () => {
    const before = 'budget: { monthlyUsd: 1870, at: FLOOR }';
    const { notAlone } = fieldsOf(
      before,
      'budget: { monthlyUsd: 1950, at: FLOOR }\ntables: { payments: { capacity: { write: { autoscaling: { minimum: 200 } } } } }',
    );
    expect(notAlone).to.deep.equal([]);
  });

  it('estimates 20 fields, and counts the others', () => {
    const queues = Array.from({ length: 22 }, (_, at) => `q${at}: {}`);
    const { omitted, fields } = fieldsOf('', `queues: { ${queues.join(', ')} }`);
    expect({ omitted, fields: fields.length }).to.deep.equal({ omitted: 2, fields: 20 });
  });
});

describe('the limits of a cost', () => {
  const capacity = (minimum: number, maximum = 1000) =>
    `tables: { payments: { capacity: { write: { autoscaling: { minimum: ${minimum}, maximum: ${maximum} } } } } }`;
  const change = compare(capacity(180), capacity(200, 1100));
  const floor = change.estimates?.totals.before.floor.usd ?? 0;
  // Twenty units of the table and of two indexes.
  const increase = 3 * 20 * 730 * 0.00065;
  const percent = (increase * 100) / floor;
  const limits: readonly [string, Partial<CostLimits>, RegExp | undefined][] = [
    ['an increase below the amount', { maxIncrease: { usd: 28.5 } }, undefined],
    [
      'an increase above the amount',
      { maxIncrease: { usd: 28.4 } },
      /^--max-increase 28\.4usd refuses this change: the floor cost of spec\/case\.yaml rises by 28\.47 USD a month \([\d.]+ %\); tables\.payments\.capacity\.write\.autoscaling\.minimum adds 28\.47 \(spec\/case\.yaml:3:\d+\)$/,
    ],
    ['an increase below the share', { maxIncrease: { percent: percent * 1.01 } }, undefined],
    [
      'an increase above the share',
      { maxIncrease: { percent: percent * 0.99 } },
      /^--max-increase [\d.]+% refuses this change: /,
    ],
    ['a cost below the maximum', { maxCost: floor + increase + 0.01 }, undefined],
    [
      'a cost above the maximum',
      { maxCost: floor + increase - 0.01 },
      /^--max-cost [\d.]+ refuses .* is [\d,.]+ USD a month; .* adds 28\.47 /,
    ],
    [
      'an increase at the ceiling',
      { maxIncrease: { usd: 142 }, costLevel: 'ceiling' },
      /autoscaling\.maximum adds 142\.35/,
    ],
  ];
  for (const [what, limit, says] of limits)
    it(`${says === undefined ? 'allow' : 'refuse'} ${what}`, () => {
      const found = costRefusals(change, { costLevel: 'floor', ...limit });
      expect(found).to.have.length(says === undefined ? 0 : 1);
      if (says !== undefined) expect(found[0]).to.match(says);
    });

  it('allow a decrease, and a cost that did not change', () => {
    const limit = { maxIncrease: { usd: 0, percent: 0 }, costLevel: 'floor' } as const;
    expect(costRefusals(compare(capacity(200), capacity(180)), limit)).to.deep.equal([]);
    expect(costRefusals(compare(capacity(200), capacity(200)), limit)).to.deep.equal([]);
  });

  it('cannot apply to an unknown expected cost', () => {
    const limit = { maxIncrease: { usd: 1 }, costLevel: 'expected' } as const;
    expect(() => costRefusals(change, limit)).to.throw(/^the expected cost depends on traffic: /);
    expect(() => costRefusals(compare('', TRAFFIC), limit)).to.throw(/depends on traffic/);
    expect(costRefusals(compare('', TRAFFIC), { maxCost: 1e6, costLevel: 'expected' })).to.deep.equal([]);
  });

  const mistakes: readonly [string[], RegExp][] = [
    [['--max-increase', '50'], /"50" must be an amount such as 50usd, or 10%/],
    [['--max-increase', '10%,'], /"" must be an amount/],
    [['--max-cost', 'five'], /it must be an amount of US dollars, such as 500/],
  ];
  for (const [args, says] of mistakes)
    it(`are refused as ${args.join(' ')}`, async () => {
      const { code, stderr } = await callCommand(['diff', 'pr1234', ...args]);
      expect(code).to.equal(2);
      expect(stderr).to.match(says);
    });

  it('exit with 12', async () => {
    const { code, stderr } = await callCommand([
      ...['diff', 'development', 'production'],
      ...['--max-increase', '10%,5usd', '--max-cost', '100', '--cost-level', 'floor', '--fail-on', 'weaker'],
    ]);
    expect(code).to.equal(12);
    expect(stderr.match(/^error: --max-(increase 5usd|increase 10%|cost 100) refuses this change: /gm)).to.have.length(
      3,
    );
  });
});
