// Nothing in a spec is ignored: each leaf of the schema, changed in a spec that uses everything, changes something with a name.

import { expect } from 'chai';
import { IMPACTS, type Impact } from '../../compiler/backends/plan/difference';
import { type Effect, type EffectOutcome, effectOf } from '../../compiler/effect/effect';
import { applyDefaults } from '../../compiler/resolve/defaults';
import { type Plain, type SpecMap, toPlain } from '../../compiler/source/spec-node';
import { environmentSchema } from '../../schema/environment-schema';
import { allLeaves, pathsOf, SPECS } from '../everything';
import { expectGolden } from '../golden';
import { compileProject, SURROUNDINGS } from '../spec';

/** What the graph cannot show: where else the leaf has its effect. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  $schema: 'the editor',
  extends: 'the files that are read',
  language: 'whether the file is read at all',
};

/** What another value of a leaf changes, and what the worst of it comes to. */
interface LeafEffect {
  readonly changes: readonly string[];
  readonly impact?: string;
}

/** What a leaf changes, by name: settings, the properties of resources by kind, the rules that look at it. */
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

/** The first effect on a resource, else the first at all; no more are looked for than needed. */
function bestOf(effects: readonly (() => LeafEffect)[]): LeafEffect | undefined {
  let best: LeafEffect | undefined;
  for (const find of effects) {
    const found = find();
    if (found.impact !== undefined) return found;
    if (found.changes.length > 0) best ??= found;
  }
  return best;
}

function worstImpact(effect: Effect | undefined): Impact | undefined {
  const impacts = effect?.difference.resources.map(({ impact }) => IMPACTS.indexOf(impact)) ?? [];
  return impacts.length === 0 ? undefined : IMPACTS[Math.max(...impacts)];
}

describe('the effect of each leaf of the schema', function () {
  this.timeout(600_000);
  let specs: { spec: SpecMap; plain: Plain }[];
  const effects: Record<string, LeafEffect> = {};
  before(() => {
    specs = Object.keys(SPECS).map((path) => {
      const { resolved, diagnostics } = compileProject(path, SPECS);
      if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
      return { spec: resolved.spec, plain: applyDefaults(environmentSchema, toPlain(resolved.spec)) };
    });
  });

  for (const { path } of allLeaves()) {
    const name = path.join('.');
    if (name in ELSEWHERE) continue;
    it(name, () => {
      const places = specs.flatMap(({ spec, plain }) => pathsOf(path, plain).map((concrete) => ({ spec, concrete })));
      expect(places.length, 'the spec that uses everything does not have it').to.be.greaterThan(0);
      const best = bestOf(
        places.map(
          ({ spec, concrete }) =>
            () =>
              namesOf(effectOf(spec, concrete, SURROUNDINGS)),
        ),
      );
      expect(best, 'it has no effect').to.not.equal(undefined);
      if (best !== undefined) effects[name] = best;
    });
  }

  it('is in the table that the documentation is made of', () => {
    expectGolden('golden/everything/effects.json', `${JSON.stringify(effects, undefined, 2)}\n`);
  });
});
