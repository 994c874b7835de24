// The layout of random systems: it fits a screen without overlaps, whatever the number of parts and the length of their names.

import { expect } from 'chai';
import fc from 'fast-check';
import { layOutSystem, SCREEN } from '../../../compiler/picture/layout';
import { LAYERS, type Layer, type Part, type System } from '../../../compiler/picture/system';
import { overlapping } from './areas';

const name = fc.string({
  minLength: 1,
  maxLength: 80,
  size: 'max',
  unit: fc.constantFrom('a', '-', '/', '{', 'W', '1'),
});

const inner = fc.record({
  id: name,
  kind: fc.constant('index'),
  title: name,
  place: fc.constant('a:1:1'),
  alarms: fc.array(name, { maxLength: 2 }),
  fact: name,
});

function partsOf(layer: Layer, most: number): fc.Arbitrary<Part[]> {
  const part = fc.record({
    layer: fc.constant(layer),
    kind: name,
    title: name.map((title) => (layer === 'routes' ? `/${title}` : title)),
    place: fc.constant('a:1:1'),
    facts: fc.array(fc.record({ text: name, place: fc.constant('a:2:1') }), { maxLength: 5 }),
    alarms: fc.array(name, { maxLength: 12 }),
    inner: layer === 'data' ? fc.array(inner, { maxLength: 20, size: 'max' }) : fc.constant([]),
  });
  return fc
    .array(part, { maxLength: most, size: 'max' })
    .map((parts) => parts.map((one, at) => ({ ...one, id: `${layer}.${at}` })));
}

const systems: fc.Arbitrary<System> = fc
  .record({
    clients: partsOf('clients', 1),
    gateway: partsOf('gateway', 1),
    routes: partsOf('routes', 40),
    functions: partsOf('functions', 40),
    data: partsOf('data', 40),
    operations: partsOf('operations', 5),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3), name), { maxLength: 80, size: 'max' }),
  })
  .map(({ ends, ...layers }) => ({
    title: 't',
    subtitle: 's',
    parts: LAYERS.flatMap((layer) => layers[layer]),
    links: ends.flatMap(([a, b, column, action]) => {
      const from = layers[LAYERS[column] ?? 'clients'];
      const to = layers[LAYERS[column + 1] ?? 'data'];
      const [source, target] = [from[a % from.length], to[b % to.length]];
      return source === undefined || target === undefined
        ? []
        : [{ from: source.id, to: target.id, actions: [action.slice(0, 20), 'Query', 'PutItem'] }];
    }),
  }));

describe('the layout of random systems', () => {
  for (const live of [false, true])
    it(`fits one screen without overlaps, and shows each part once${live ? ', with live values' : ''}`, () => {
      fc.assert(
        fc.property(systems, (system) => {
          const { boxes, edges, width, height } = layOutSystem(system, { live });
          expect(width).to.be.at.most(SCREEN.width);
          expect(height).to.be.at.most(SCREEN.height);
          const members = boxes.flatMap((box) => box.members);
          expect(members.sort()).to.deep.equal(system.parts.map(({ id }) => id).sort());
          expect(overlapping([...boxes, ...edges.flatMap(({ label }) => label ?? [])])).to.deep.equal([]);
          const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height));
          expect(bottom).to.be.at.most(height);
        }),
        { numRuns: 60, endOnFailure: true, seed: 20_261_130 },
      );
    });
});
