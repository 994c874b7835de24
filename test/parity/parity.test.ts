// pr1234 compiles to the resources of the Python program, except for the differences in docs/differences.md.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { deployedFromExport } from '../../compiler/compile/transition/deployed';
import { takeOverRenamed } from '../../compiler/compile/transition/identity';
import type { Value } from '../../compiler/graph/value';
import { settle } from '../settle';
import { graphOf, ROOT } from '../spec';

interface Difference {
  readonly resource: string;
  readonly property: string;
  /** Values as JSON with sorted keys; undefined where the property is not set. */
  readonly original: string | undefined;
  readonly here: string | undefined;
}

const fixture = (name: string) => JSON.parse(readFileSync(join(__dirname, 'fixtures', name), 'utf8'));
const graph = graphOf('spec/pr1234.yaml');

/** The recorded stack, and its resources that have another logical name here. */
const deployed = deployedFromExport(readFileSync(join(ROOT, 'test/engine/fixtures/original-stack.json'), 'utf8'));
const { aliases } = takeOverRenamed({ graph, aliases: new Map(), refusals: [] }, deployed ?? { resources: [] });
const nameHere = new Map(
  [...aliases].flatMap(([id, urns]) => urns.map((urn) => [urn.split('::').slice(2).join('::'), id] as const)),
);

/** A resource of the Python program, with its id in our graph. */
const idHere = ({ type, name }: { type: string; name: string }) =>
  nameHere.get(`${type}::${name}`) ?? `${type}::${name}`;

/** The recorded values, with references by the resource names of our graph. */
const recorded = (name: string) =>
  JSON.parse(
    [...nameHere].reduce(
      (text, [former, id]) => text.replaceAll(`<${former.split('::')[1]}.`, `<${id.split('::')[1]}.`),
      JSON.stringify(fixture(name)),
    ),
  );

const original = (recorded('resources.json') as { type: string; name: string; inputs: object }[]).map(
  ({ type, name, inputs }) => ({ type, name: idHere({ type, name }).slice(type.length + 2), inputs }),
);
const here = graph.resources.map(({ kind, name, inputs }) => ({
  type: kind,
  name,
  inputs: settle(graph, inputs as Value),
}));

describe('parity with the Python program', () => {
  it('has the same resources, except those that docs/differences.md adds or removes', () => {
    const identities = (resources: readonly { type: string; name: string }[]) =>
      resources.map(({ type, name }) => `${type}::${name}`).sort();
    const listed = rowsOf('resource').map(({ resource }) => resource);
    const unlisted = (resources: readonly { type: string; name: string }[]) =>
      identities(resources).filter((identity) => !listed.includes(identity));
    expect(unlisted(here)).to.deep.equal(unlisted(original));
    expect(original).to.have.length(35);
  });

  it('has the same 26 outputs', () => {
    expect(Object.keys(graph.outputs).sort()).to.deep.equal(Object.keys(fixture('outputs.json')).sort());
    expect(Object.keys(graph.outputs)).to.have.length(26);
  });

  it('differs only in the properties that docs/differences.md lists', () => {
    const rows = listedDifferences();
    const found = actualDifferences();
    const unlisted = found.filter((difference) => !rows.some((row) => explains(row, difference)));
    const outdated = rows.filter((row) => !found.some((difference) => explains(row, difference)));
    expect({ unlisted, outdated }).to.deep.equal({ unlisted: [], outdated: [] });
  });
});

/** The rows of one property. The property `resource` means a resource that the Python program does not have. */
function rowsOf(property: string): Difference[] {
  return listedDifferences().filter((row) => row.property === property);
}

function actualDifferences(): Difference[] {
  const pairs = original.flatMap(({ type, name, inputs }) => {
    const after = here.find((node) => node.type === type && node.name === name)?.inputs;
    return after === undefined ? [] : [{ resource: `${type}::${name}`, before: inputs, after }];
  });
  const onlyIn = (some: readonly { type: string; name: string }[], others: typeof some) =>
    some
      .map(({ type, name }) => `${type}::${name}`)
      .filter((identity) => !others.some(({ type, name }) => identity === `${type}::${name}`));
  const property = 'resource';
  const added = [
    ...onlyIn(here, original).map((resource) => ({ resource, property, original: undefined, here: 'added' })),
    ...onlyIn(original, here).map((resource) => ({ resource, property, original: 'removed', here: undefined })),
  ];
  const outputs = { resource: 'outputs', before: recorded('outputs.json'), after: settle(graph, graph.outputs) };
  const changed = [...pairs, outputs].flatMap(({ resource, before, after }) => {
    const [left, right] = [flatten(before), flatten(after)];
    return [...new Set([...left.keys(), ...right.keys()])]
      .map((property) => ({ resource, property, original: left.get(property), here: right.get(property) }))
      .filter((difference) => difference.original !== difference.here);
  });
  return [...added, ...changed];
}

/** The properties of an object by dotted path. A list is one value. */
function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[path, stableJson(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, item]) => [...flatten(item, path === '' ? key : `${path}.${key}`)]),
  );
}

function stableJson(value: unknown): string {
  const sorted = (_key: string, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort())
      : item;
  return JSON.stringify(value, sorted);
}

function explains(row: Difference, found: Difference): boolean {
  const [type, name] = row.resource.split('::');
  const sameResource = name === '*' ? found.resource.startsWith(`${type}::`) : row.resource === found.resource;
  const same = (listed: string | undefined, actual: string | undefined) => listed === '…' || listed === actual;
  return (
    sameResource && row.property === found.property && same(row.original, found.original) && same(row.here, found.here)
  );
}

function listedDifferences(): Difference[] {
  const lines = readFileSync(join(ROOT, 'docs/differences.md'), 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [resource = '', property = '', before = '', after = '', reason = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      expect(reason, line).to.not.equal('');
      const text = (cell: string) => cell.replace(/^`|`$/g, '');
      const value = (cell: string) => (cell === '—' ? undefined : text(cell));
      return { resource: text(resource), property: text(property), original: value(before), here: value(after) };
    });
}
