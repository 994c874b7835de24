// Each leaf of the schema has an effect: changing it in a spec that uses everything changes a named property.

import { expect } from 'chai';
import { type Effect, type EffectOutcome, effectOf } from '../../../../../compiler/cli/commands/explain/effect';
import { IMPACTS, type Impact } from '../../../../../compiler/diff/difference';
import { type Plain, type SpecMap, toPlain } from '../../../../../compiler/source/spec-node';
import { applyDefaults } from '../../../../../schema/defaults';
import { environmentSchema } from '../../../../../schema/environment-schema';
import { allLeaves, pathsOf, SPECS } from '../../../../everything';
import { isSampled } from '../../../../exhaustive';
import { expectGolden, readGolden } from '../../../../golden';
import { compileProject, SURROUNDINGS } from '../../../../spec';

/** Leaves whose effect is outside the graph, with the place of the effect. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  $schema: 'the editor',
  extends: 'the files that are read',
  language: 'whether the file is read at all',
  'traffic.hourlyWeights': 'the estimated cost',
  'traffic.routes.*': 'the estimated cost',
  'budget.monthlyUsd': 'the estimated cost that is an error',
  'budget.at': 'the estimated cost that is an error',
};

/** The table from which the documentation is generated. */
const GOLDEN = 'golden/everything/effects.json';

/** The share of the leaves in `npm test`. Leaves that the golden file does not have are always tested. */
const SHARE = 0.08;

/** The changes of another value of a leaf, and their worst impact. */
interface LeafEffect {
  readonly changes: readonly string[];
  readonly impact?: string;
}

/** The effects of a leaf, by name: settings, properties of resources by kind, and rules that read it. */
function namesOf({ effect, refusals }: EffectOutcome): LeafEffect {
  const { resources = [], settings = [] } = effect?.difference ?? {};
  const properties = resources.flatMap(({ kind, impact, properties: changed }) =>
    changed.length === 0
      ? [`${kind} (${impact})`]
      : changed.map(({ path }) => `${kind} ${path.replace(/\[\d+\]/g, '[]').replace(/(tags|variables)\..*/, '$1.*')}`),
  );
  const changes = [
    ...properties,
    ...settings.map(({ path }) => path.replace(/\[\d+\]/g, '[]').replace(/^(outputs)\..*/, '$1.*')),
  ];
  const impact = worstImpact(effect);
  if (changes.length > 0) return { changes: [...new Set(changes)].sort(), ...(impact && { impact }) };
  const codes = [
    ...(effect?.warnings ?? []),
    ...refusals.flatMap((refusal) => refusal.diagnostics.map(({ code }) => code)),
  ];
  return { changes: [...new Set(codes)].filter((code) => !code.startsWith('ENV31')).sort() };
}

/** The number of places of a leaf that are tried after the first one whose effect is not on a resource. */
const FURTHER_PLACES = 4;

/** The first effect on a resource, or the first effect of another kind. */
function bestOf(effects: readonly (() => LeafEffect)[]): LeafEffect | undefined {
  let best: LeafEffect | undefined;
  let further = 0;
  for (const find of effects) {
    const found = find();
    if (found.impact !== undefined) return found;
    if (found.changes.length > 0) best ??= found;
    if (best !== undefined && further++ === FURTHER_PLACES) break;
  }
  return best;
}

function worstImpact(effect: Effect | undefined): Impact | undefined {
  const impacts = effect?.difference.resources.map(({ impact }) => IMPACTS.indexOf(impact)) ?? [];
  return impacts.length === 0 ? undefined : IMPACTS[Math.max(...impacts)];
}

describe('the effect of each leaf of the schema', () => {
  let specs: { spec: SpecMap; plain: Plain }[];
  const effects: Record<string, LeafEffect> = {};
  const known = JSON.parse(readGolden(GOLDEN) ?? '{}') as Readonly<Record<string, LeafEffect>>;
  const names = allLeaves()
    .map(({ path }) => path.join('.'))
    .filter((name) => !(name in ELSEWHERE));
  before(() => {
    specs = Object.keys(SPECS).map((path) => {
      const { resolved, diagnostics } = compileProject(path, SPECS);
      if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
      return { spec: resolved.spec, plain: applyDefaults(environmentSchema, toPlain(resolved.spec)) };
    });
  });

  for (const { path } of allLeaves()) {
    const name = path.join('.');
    if (name in ELSEWHERE || (name in known && !isSampled(name, SHARE))) continue;
    it(name, () => {
      const places = specs.flatMap(({ spec, plain }) => pathsOf(path, plain).map((concrete) => ({ spec, concrete })));
      expect(places.length, 'absent from the spec that uses everything').to.be.greaterThan(0);
      const best = bestOf(
        places.map(
          ({ spec, concrete }) =>
            () =>
              namesOf(effectOf(spec, concrete, SURROUNDINGS)),
        ),
      );
      expect(best, 'no effect').to.not.equal(undefined);
      if (best !== undefined) effects[name] = best;
    });
  }

  it('matches the table from which the documentation is generated', () => {
    const table = Object.fromEntries(names.map((name) => [name, effects[name] ?? known[name]]));
    expectGolden(GOLDEN, `${JSON.stringify(table, undefined, 2)}\n`);
  });
});
