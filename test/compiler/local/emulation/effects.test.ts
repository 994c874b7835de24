// Each field that the local run enforces changes what a running local system does.

import { expect } from 'chai';
import { emulationReport, type Leaf } from '../../../../compiler/local/emulation/registry';
import { withValue } from '../../../../compiler/source/edit';
import { allLeaves, pathsOf } from '../../../everything';
import { isSampled } from '../../../exhaustive';
import { CASES, type Case, PAYMENT_CASES } from './cases';
import { endRuns, payments } from './function-probes';
import type { Probe } from './probe';
import { compileWith, SPEC, valueAt } from './system';

/** The share of the fields in the sample. */
const SHARE = 0.4;

describe('the honesty report', () => {
  it('has each leaf of the schema, in its order', () => {
    const leaves = allLeaves().map(({ path }) => path.join('.'));
    expect(emulationReport().map(({ path }) => path)).to.have.members(leaves);
  });

  it('has a case for each enforced field, and none for others', () => {
    const enforced = emulationReport().flatMap(({ path, is }) => (is === 'enforced' ? [path] : []));
    expect([...Object.keys(CASES), ...Object.keys(PAYMENT_CASES)]).to.have.members(enforced);
  });

  it('explains each other field in one sentence', () => {
    for (const field of emulationReport())
      if (field.is !== 'enforced')
        expect(field.is === 'approximated' ? field.how : field.why).to.match(/^[A-Z].{10,}[^.]$/);
  });
});

describe('an enforced field of the local run', () => {
  const unchanged = new Map<Probe, Promise<string>>();
  const observe = async (probe: Probe, graph: ReturnType<typeof compileWith>) => JSON.stringify(await probe(graph));
  const unedited = (probe: Probe) => {
    const known = unchanged.get(probe) ?? observe(probe, compileWith(SPEC));
    unchanged.set(probe, known);
    return known;
  };

  after(endRuns);

  for (const [leaf, { value, probe, having, without = [] }] of Object.entries(CASES) as [Leaf, Case][]) {
    if (!isSampled(leaf, SHARE)) continue;
    it(`has an effect: ${leaf}`, async () => {
      const paths = pathsOf(leaf.split('.'), SPEC);
      const path = paths.find((one) => valueAt(SPEC, one) !== undefined) ?? paths[0];
      if (path === undefined) throw new Error(`${leaf} is not in the spec`);
      const base = Object.entries(having ?? {}).reduce((spec, [at, one]) => withValue(spec, at.split('.'), one), SPEC);
      const before = having === undefined ? await unedited(probe) : await observe(probe, compileWith(base));
      const reduced = without.reduce((spec, one) => withValue(spec, one.split('.'), undefined), base);
      const edited = withValue(reduced, path, value);
      const after = await observe(probe, compileWith(edited));
      expect(after === before, 'the observation is the same').to.equal(false);
    });
  }

  let paid: Promise<unknown> | undefined;
  for (const [leaf, edited] of Object.entries(PAYMENT_CASES)) {
    if (!isSampled(leaf, SHARE)) continue;
    it(`has an effect: ${leaf}`, async () => {
      paid ??= payments({});
      const before = await paid;
      expect(await payments(edited)).to.not.deep.equal(before);
    });
  }

  it('has no effect without an edit', async () => {
    for (const [probe, seen] of unchanged) expect(await observe(probe, compileWith(SPEC))).to.equal(await seen);
  });
});
