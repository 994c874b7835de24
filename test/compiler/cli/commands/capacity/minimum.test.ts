// The cheapest settings for a rate: they are sufficient, one unit less is not, and a higher rate never needs less.

import { expect } from 'chai';
import { findMinimum, type Minimum, type SizedSpec } from '../../../../../compiler/cli/commands/capacity/minimum';
import { type Steady, shortagesOf } from '../../../../../compiler/cli/commands/capacity/steady';
import { editedSystem } from '../../../../../compiler/compile/edited-system';
import { renderDiagnostics } from '../../../../../compiler/diagnostics/render';
import { type Edit, withValue } from '../../../../../compiler/source/edit';
import { toPlain } from '../../../../../compiler/source/spec-node';
import { compileProject, SURROUNDINGS } from '../../../../spec';
import { callCommand } from '../../run';

/** One of the project's specs, with more YAML at its end. */
function sized(base: string, more = ''): SizedSpec {
  const path = 'spec/sized.yaml';
  const { graph, resolved, diagnostics } = compileProject(path, { [path]: `extends: ${base}\n${more}` });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return { system: { graph, environment: resolved.expanded }, spec: resolved.spec, context: SURROUNDINGS };
}

const FIXED = `
tables:
  payments:
    capacity: { read: { units: 40, autoscaling: null }, write: { units: 40, autoscaling: null } }
    indexes: { status-index: { capacity: { read: { units: 1 }, write: { units: 90 } } } }
`;

const PAYMENTS = { 'post-payment': 60, 'get-payment': 30, 'get-payments': 1, 'refund-payment': 9 };

/** The limits that a spec lacks with some values. */
function lacking({ spec, context }: SizedSpec, steady: Steady, edits: readonly Edit[]) {
  const system = editedSystem(toPlain(spec), edits, context);
  return system === undefined ? 'invalid' : shortagesOf(system, steady);
}

/** The proposed values, with one of them smaller by 1. */
function withLess({ changes }: Minimum, field: string): readonly Edit[] {
  return changes.map(({ path, proposed, ...change }) => {
    const isLess = change.field === field || change.field === field.replace(/maximum$/, 'minimum');
    return { path, value: isLess ? proposed - 1 : proposed };
  });
}

describe('the cheapest settings for a rate', () => {
  const cases: readonly [string, SizedSpec, Steady][] = [
    ['an autoscaled table', sized('pr1234.yaml'), { rate: 137, weights: PAYMENTS }],
    ['fixed capacity and an index of its own', sized('pr1234.yaml', FIXED), { rate: 61, weights: PAYMENTS }],
    ['routes alike', sized('pr1234.yaml'), { rate: 900, weights: {} }],
    ['lists of several shards', sized('pr1234.yaml'), { rate: 3000, weights: PAYMENTS }],
    ['on-demand tables', sized('development.yaml'), { rate: 300, weights: { 'post-payment': 1 } }],
  ];
  for (const [title, spec, steady] of cases)
    it(`of ${title} are sufficient, and one unit less is not`, () => {
      const minimum = findMinimum(spec, steady);
      expect(minimum.shortages).to.deep.equal([]);
      expect(minimum.changes).to.have.length.above(1);
      const edits = minimum.changes.map(({ path, proposed }) => ({ path, value: proposed }));
      expect(lacking(spec, steady, edits)).to.deep.equal([]);
      for (const { field, proposed } of minimum.changes) {
        // The burst of a throttle is at least its rate, because the requests of a second may arrive together.
        if (field.endsWith('burstLimit')) expect(proposed).to.equal(steady.rate);
        else expect(lacking(spec, steady, withLess(minimum, field)), field).not.to.deep.equal([]);
      }
    });

  it('grow with the rate, and so does their cost', () => {
    const spec = sized('pr1234.yaml');
    const minima = [1, 80, 81, 3000].map((rate) => findMinimum(spec, { rate, weights: PAYMENTS }));
    const proposals = minima.map(({ changes }) => new Map(changes.map(({ field, proposed }) => [field, proposed])));
    const fields = new Set(proposals.flatMap((proposed) => [...proposed.keys()]));
    expect(fields.size).to.equal(7);
    const present = new Map(minima.flatMap(({ changes }) => changes.map((change) => [change.field, change.present])));
    for (const field of fields) {
      const values = proposals.map((proposed) => proposed.get(field) ?? present.get(field) ?? 0);
      expect(values, field).to.deep.equal([...values].sort((a, b) => a - b));
    }
    const costs = minima.map(({ usd }) => usd.floor ?? 0);
    expect(costs).to.deep.equal([...costs].sort((a, b) => a - b));
    expect(costs[0]).to.be.below(0);
  });

  it('cost in total what the changed fields cost one after the other', () => {
    const { changes, usd } = findMinimum(sized('production.yaml'), { rate: 150, weights: PAYMENTS });
    const sum = changes.reduce((all, change) => all + (change.usd.floor ?? 0), 0);
    expect(sum).to.be.closeTo(usd.floor ?? 0, 0.02);
    expect(sum).not.to.equal(0);
  });

  it('do not lower the concurrency of functions for events', () => {
    const { changes } = findMinimum(sized('production.yaml'), { rate: 5, weights: PAYMENTS });
    const functions = changes.flatMap(({ path: [section, name] }) => (section === 'functions' ? [name] : []));
    expect(functions).to.deep.equal(['payment-processor']);
  });

  it('name the limits of AWS that prevent a rate', () => {
    const shortagesFor = (rate: number, base = 'pr1234.yaml') =>
      findMinimum(sized(base), { rate, weights: { 'post-payment': 1 } }).shortages;
    expect(shortagesFor(20_000)).to.deep.equal([
      {
        what: 'throttle of the account',
        field: 'quotas.apiGateway.throttleRateLimit',
        amounts: { value: 10_000, needed: 20_000, unit: 'requests/s' },
      },
    ]);
    expect(shortagesFor(5000, 'development.yaml').map(({ what }) => what)).to.include(
      'write capacity of table payments',
    );
  });

  it('compare the billing modes at the rate', () => {
    const { billing } = findMinimum(sized('pr1234.yaml'), { rate: 100, weights: { 'post-payment': 1 } });
    // A write takes a unit of the table and of each of its two indexes: 788.4 million units of 0.625 USD a million. They store 5 GB
    // each at 0.25 USD, and the recovery to a point in time costs 0.20 USD for each GB of the table.
    expect(billing?.onDemand).to.be.closeTo((3 * 100 * 730 * 3600 * 0.625) / 1e6 + 3 * 5 * 0.25 + 5 * 0.2, 1e-6);
    expect(billing?.provisioned).to.be.below(billing?.onDemand ?? 0);
  });
});

describe('payment-spec capacity --find minimum', () => {
  it('prints each field with its cost, and lines of YAML that give the spec these values', async () => {
    const args = ['capacity', 'pr1234', '--mix', 'post-payment=1', '--for', '100', '--find', 'minimum'];
    const { code, stdout } = await callCommand(args);
    expect(code).to.equal(0);
    const { changes } = JSON.parse((await callCommand([...args, '--json'])).stdout).minimum;
    const [, fragment = ''] = /lines for spec\/pr1234\.yaml\n(.*?)\n\n/s.exec(stdout) ?? [];
    const { resolved, diagnostics } = compileProject('spec/pasted.yaml', {
      'spec/pasted.yaml': `extends: pr1234.yaml\n${fragment}\n`,
    });
    if (resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
    const pasted = toPlain(resolved.spec);
    for (const { field, proposed } of changes)
      expect(withValue(pasted, field.split('.'), proposed), field).to.deep.equal(pasted);
    expect(stdout).to.match(/write\.autoscaling\.minimum +5 +59 +\+76\.87 +spec\/pr1234\.yaml:16:40\n/);
  });

  it('ends with 1 if a limit of AWS prevents the rate', async () => {
    const { code, stdout } = await callCommand(['capacity', 'pr1234', '--for', '20000', '--find', 'minimum']);
    expect(code).to.equal(1);
    expect(stdout).to.contain(
      'prevented by throttle of the account: 10,000 requests/s; the rate needs 20,000; request a quota of 20,000 from AWS, and set quotas.apiGateway.throttleRateLimit',
    );
  });

  it('rejects a search without a rate, and other searches', async () => {
    const errorOf = async (...args: string[]) => {
      const { code, stderr } = await callCommand(['capacity', 'pr1234', ...args]);
      expect(code).to.equal(2);
      return stderr;
    };
    expect(await errorOf('--find', 'minimum')).to.contain('--find requires --for, the rate to sustain');
    expect(await errorOf('--find', 'maximum', '--for', '1')).to.contain('Allowed choices are minimum');
  });
});
