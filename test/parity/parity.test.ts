// pr1234 compiles to what the Python program deploys, except for what docs/differences.md lists.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
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
const original: { type: string; name: string; inputs: object }[] = fixture('resources.json');
const graph = graphOf('spec/pr1234.yaml');
const here = graph.resources.map(({ kind, name, inputs }) => ({
  type: kind,
  name,
  inputs: settle(graph, inputs as Value),
}));

describe('parity with the Python program', () => {
  it('has the same resources, by type and logical name, and those that docs/differences.md adds', () => {
    const identities = (resources: readonly { type: string; name: string }[]) =>
      resources.map(({ type, name }) => `${type}::${name}`).sort();
    const added = rowsOf('resource').map(({ resource }) => resource);
    expect(identities(here).filter((identity) => !added.includes(identity))).to.deep.equal(identities(original));
    expect(original).to.have.length(35);
  });

  it('has the same 26 outputs', () => {
    expect(Object.keys(graph.outputs).sort()).to.deep.equal(Object.keys(fixture('outputs.json')).sort());
    expect(Object.keys(graph.outputs)).to.have.length(26);
  });

  it('differs in just the properties that docs/differences.md lists', () => {
    const rows = listedDifferences();
    const found = actualDifferences();
    const unlisted = found.filter((difference) => !rows.some((row) => explains(row, difference)));
    const outdated = rows.filter((row) => !found.some((difference) => explains(row, difference)));
    expect({ unlisted, outdated }).to.deep.equal({ unlisted: [], outdated: [] });
  });
});

/** The rows of one property; the property `resource` stands for a whole resource that the original does not have. */
function rowsOf(property: string): Difference[] {
  return listedDifferences().filter((row) => row.property === property);
}

function actualDifferences(): Difference[] {
  const pairs = original.map(({ type, name, inputs }) => ({
    resource: `${type}::${name}`,
    before: inputs,
    after: here.find((node) => node.type === type && node.name === name)?.inputs ?? {},
  }));
  const added = here
    .map(({ type, name }) => `${type}::${name}`)
    .filter((identity) => !original.some(({ type, name }) => identity === `${type}::${name}`))
    .map((resource) => ({ resource, property: 'resource', original: undefined, here: 'added' }));
  const outputs = { resource: 'outputs', before: fixture('outputs.json'), after: settle(graph, graph.outputs) };
  const changed = [...pairs, outputs].flatMap(({ resource, before, after }) => {
    const [left, right] = [flatten(before), flatten(after)];
    return [...new Set([...left.keys(), ...right.keys()])]
      .map((property) => ({ resource, property, original: left.get(property), here: right.get(property) }))
      .filter((difference) => difference.original !== difference.here);
  });
  return [...added, ...changed];
}

/** The properties of an object by dotted path; a list is one value. */
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
