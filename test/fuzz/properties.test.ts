// Properties of every valid spec, checked on mutated specs that are still valid.

import { expect } from 'chai';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { type Compilation, compileSpec } from '../../compiler/compile/compile';
import { compareGraphs } from '../../compiler/diff/difference';
import type { ResourceGraph } from '../../compiler/graph/graph';
import { composeSpec } from '../../compiler/language/compose/compose';
import { compareSpecs } from '../../compiler/language/values/difference';
import { renderResolvedSpec, resolvedValuesOf } from '../../compiler/language/values/resolved-spec';
import { type Plain, toPlain } from '../../compiler/source/spec-node';
import { sizeOf } from '../exhaustive';
import { SURROUNDINGS } from '../spec';
import { mutatedSpec } from './inputs';
import type { SpecFiles } from './seeds';

const SEED = 20261123;

/** The number of mutations, of which about one in eight is valid. */
const MUTATIONS = sizeOf({ sample: 120, exhaustive: 1000 });

type Valid = Compilation & Required<Pick<Compilation, 'graph' | 'resolved'>>;

const compile = ({ spec, texts }: SpecFiles) => compileSpec(spec, (path) => texts[path], SURROUNDINGS);

function compileValid(files: SpecFiles): Valid {
  const compilation = compile(files);
  if (compilation.graph === undefined)
    throw new Error(JSON.stringify(compilation.diagnostics.map(({ message }) => message)));
  return compilation as Valid;
}

/** The graph without source locations, which differ between equivalent texts. */
function withoutPlaces(graph: ResourceGraph): unknown {
  return JSON.parse(JSON.stringify(graph, (key, value) => (key === 'place' ? undefined : value)));
}

describe('a valid spec of the sample', () => {
  let valid: readonly SpecFiles[];
  before(() => {
    valid = fc
      .sample(mutatedSpec, { seed: SEED, numRuns: MUTATIONS })
      .filter((files) => compile(files).graph !== undefined);
  });

  it('is one of many', () => expect(valid.length).to.be.greaterThan(MUTATIONS / 10));

  it('compiles to the same graph on each call', () => {
    for (const files of valid)
      expect(JSON.stringify(compile(files).graph)).to.equal(JSON.stringify(compile(files).graph));
  });

  it('compiles to the same graph for any order of keys', () => {
    for (const files of valid) {
      const texts = Object.entries(files.texts).map(([path, text]) => [
        path,
        print(path, reverseKeys(parse(text) as Plain)),
      ]);
      const reversed = compileValid({ ...files, texts: Object.fromEntries(texts) });
      expect(withoutPlaces(reversed.graph)).to.deep.equal(withoutPlaces(compileValid(files).graph));
    }
  });

  it('compiles to the same graph in resolved form', () => {
    for (const files of valid) {
      const { graph, resolved } = compileValid(files);
      const text = renderResolvedSpec('it', resolvedValuesOf(resolved.spec, resolved.environment));
      const again = compileValid({ spec: files.spec, texts: { ...files.texts, [files.spec]: text } });
      expect(withoutPlaces(again.graph)).to.deep.equal(withoutPlaces(graph));
    }
  });

  it('does not differ from itself', () => {
    for (const { graph, resolved } of valid.map(compileValid)) {
      expect(compareGraphs(graph, graph)).to.deep.equal({ resources: [], settings: [] });
      expect(compareSpecs(resolved.spec, resolved.spec)).to.deep.equal([]);
    }
  });

  it('has a difference to another spec that is the reverse of the opposite difference', () => {
    const compiled = valid.map(compileValid);
    const turned = [];
    for (const [at, one] of compiled.entries()) {
      const other = compiled[(at * 7 + 1) % compiled.length] as Valid;
      const [there, back] = [describeDifference(one, other), describeDifference(other, one)];
      expect(reversed(back)).to.deep.equal(there);
      turned.push(...there.resources);
    }
    expect(turned.length).to.be.greaterThan(MUTATIONS / 4);
  });
});

describe('three files that extend each other', () => {
  // A key is a map in all files or in none, because a merge patch cannot replace a map with a map.
  const scalar = fc.oneof(fc.integer(), fc.constant(null), fc.array(fc.integer(), { maxLength: 2 }));
  const scalars = fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalar);
  const mapOf = (inner: fc.Arbitrary<Plain>): fc.Arbitrary<Plain> =>
    fc
      .tuple(scalars, fc.dictionary(fc.constantFrom('x', 'y'), inner))
      .map(([values, maps]) => ({ ...values, ...maps }));
  const map = mapOf(mapOf(scalars));

  it('merge associatively', () => {
    const property = fc.property(map, map, map, (top, middle, base) => {
      const together = compose({ top, middle, base });
      const lowerFirst = compose({ top, middle: compose({ middle, base }) });
      const upperFirst = compose({ top: joinPatches(top, middle), middle: base });
      expect(withoutNulls(lowerFirst)).to.deep.equal(withoutNulls(together));
      expect(withoutNulls(upperFirst)).to.deep.equal(withoutNulls(together));
    });
    fc.assert(property, { seed: SEED, numRuns: sizeOf({ sample: 150, exhaustive: 500 }) });
  });
});

function print(path: string, data: Plain): string {
  return path.endsWith('.json') ? JSON.stringify(data) : stringify(data);
}

function reverseKeys(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}

interface Difference {
  readonly values: readonly Sides[];
  readonly resources: readonly { id: string; made: boolean; gone: boolean; properties: readonly Sides[] }[];
  readonly settings: readonly Sides[];
}

/** A path, with its values before and after. */
interface Sides {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

function describeDifference(one: Valid, other: Valid): Difference {
  const { resources, settings } = compareGraphs(one.graph, other.graph);
  const sides = (path: unknown, before: unknown, after: unknown): Sides => ({ path: String(path), before, after });
  const present = (graph: ResourceGraph, id: string) => graph.resources.some((node) => node.id === id);
  return {
    values: compareSpecs(one.resolved.spec, other.resolved.spec).map(({ path, before, after }) =>
      sides(path.join('.'), before?.value, after?.value),
    ),
    resources: resources.map(({ id, impact, properties }) => ({
      id,
      made: impact === 'creation',
      gone: !present(other.graph, id) && (impact === 'deletion' || impact === 'data loss'),
      properties: properties.map(({ path, before, after }) => sides(path, before, after)),
    })),
    settings: settings.map(({ path, before, after }) => sides(path, before, after)),
  };
}

function reversed({ values, resources, settings }: Difference): Difference {
  const turn = ({ path, before, after }: Sides): Sides => ({ path, before: after, after: before });
  return {
    values: values.map(turn),
    resources: resources.map(({ id, made, gone, properties }) => ({
      id,
      made: gone,
      gone: made,
      properties: properties.map(turn),
    })),
    settings: settings.map(turn),
  };
}

/** Composes files, each of which extends the next. */
function compose(files: Readonly<Record<string, Plain>>): Plain {
  const names = Object.keys(files);
  const texts = names.map((name, at) => {
    const next = names[at + 1];
    return [`${name}.yaml`, stringify({ ...(files[name] as object), ...(next && { extends: `${next}.yaml` }) })];
  });
  const read = Object.fromEntries(texts) as Record<string, string>;
  const { value, diagnostics } = composeSpec(`${names[0]}.yaml`, (path) => read[path]);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)));
  return toPlain(value);
}

/** Combines two merge patches into one, as RFC 7396 merges, but keeps the null values. */
function joinPatches(over: Plain, under: Plain): Plain {
  if (!isMap(over) || !isMap(under)) return over;
  const joined = Object.entries(over).map(([key, value]) => [
    key,
    key in under ? joinPatches(value, under[key] ?? null) : value,
  ]);
  return { ...under, ...Object.fromEntries(joined) };
}

function withoutNulls(value: Plain): Plain {
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNulls(item)]));
}

function isMap(value: Plain): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
