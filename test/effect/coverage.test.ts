// Nothing in a spec is ignored: each leaf of the schema, changed in a spec that uses everything, changes something with a name.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { IMPACTS, type Impact } from '../../compiler/backends/plan/difference';
import { type Effect, type EffectOutcome, effectOf } from '../../compiler/effect/effect';
import { applyDefaults } from '../../compiler/resolve/defaults';
import { type PathStep, type Plain, type SpecMap, toPlain } from '../../compiler/source/spec-node';
import { type Field, fieldsOf } from '../../compiler/values/field';
import { environmentSchema } from '../../schema/environment-schema';
import { expectGolden } from '../golden';
import { compileProject, ROOT, SURROUNDINGS } from '../spec';

/** What the graph cannot show: where else the leaf has its effect. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  $schema: 'the editor',
  extends: 'the files that are read',
  language: 'whether the file is read at all',
};

const EVERYTHING = 'test/golden/everything/spec.yaml';

/** The specs that together use everything: an edge-optimized API; one with mutual TLS that may wait beyond the usual quota; one of TLS 1.3 alone; one without a domain name; a private one. */
const SPECS: Readonly<Record<string, string>> = {
  [EVERYTHING]: readFileSync(join(ROOT, EVERYTHING), 'utf8'),
  'test/golden/everything/regional.yaml': [
    'extends: spec.yaml',
    'api:',
    '  endpointType: REGIONAL',
    '  integrationTimeoutMilliseconds: 30000',
    '  domain:',
    '    disableExecuteApiEndpoint: true',
    '    certificateArn: arn:aws:acm:eu-central-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890',
    '    mutualTls:',
    '      truststoreUri: s3://ledger-truststore/clients.pem',
    '      truststoreVersion: 3HL4kqtJlcpXroDTDmJ',
    '      ownershipVerificationCertificateArn: arn:aws:acm:eu-central-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567891',
  ].join('\n'),
  'test/golden/everything/tls13.yaml': [
    'extends: regional.yaml',
    'api: { domain: { securityPolicy: SecurityPolicy_TLS13_1_3_2025_09, mutualTls: null } }',
  ].join('\n'),
  'test/golden/everything/unnamed.yaml': 'extends: spec.yaml\napi: { domain: null }\n',
  'test/golden/everything/private.yaml':
    'extends: unnamed.yaml\napi: { endpointType: PRIVATE, vpcEndpointIds: [vpce-0123456789abcdef0] }\n',
};

/** The leaves of the schema; `*` stands for the name of a part. */
function leavesOf(field: Field): Field[] {
  const members = fieldsOf(field);
  return members.length === 0 ? [field] : members.flatMap(leavesOf);
}

/** The paths that a leaf has in a spec. */
function pathsOf(leaf: readonly PathStep[], value: Plain): PathStep[][] {
  return leaf
    .reduce<{ path: PathStep[]; value: Plain | undefined }[]>(
      (found, step) =>
        found.flatMap(({ path, value: around }) => {
          if (typeof around !== 'object' || around === null || Array.isArray(around)) return [];
          const keys = step === '*' ? Object.keys(around) : [String(step)];
          return keys.map((key) => ({ path: [...path, key], value: around[key] }));
        }),
      [{ path: [], value }],
    )
    .map(({ path }) => path);
}

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
  this.timeout(120_000);
  let specs: { spec: SpecMap; plain: Plain }[];
  const effects: Record<string, LeafEffect> = {};
  before(() => {
    specs = Object.keys(SPECS).map((path) => {
      const { resolved, diagnostics } = compileProject(path, SPECS);
      if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
      return { spec: resolved.spec, plain: applyDefaults(environmentSchema, toPlain(resolved.spec)) };
    });
  });

  for (const { path } of leavesOf({ path: [], schema: environmentSchema, required: true })) {
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
