// The layout of the overview: it fits a screen, without overlaps, and shows each part once.

import { expect } from 'chai';
import { layOutSystem, SCREEN } from '../../../compiler/picture/layout';
import { drawOverview } from '../../../compiler/picture/overview';
import type { Area, LiveSlot, Picture } from '../../../compiler/picture/picture';
import type { System } from '../../../compiler/picture/system';
import { contains, overlapping } from './areas';
import { resolvedSpec, systemOf, systemOfPaths, systemOfSize } from './systems';

const SYSTEMS: Readonly<Record<string, () => System>> = {
  pr1234: () => systemOf('spec/pr1234.yaml'),
  development: () => systemOf('spec/development.yaml'),
  production: () => systemOf('spec/production.yaml'),
  'a spec with every field': () => systemOf('test/golden/everything/spec.yaml'),
  'four functions': () => systemOfSize(4),
  'a hundred functions': () => systemOfSize(100),
  'a hundred routes to one function': () => systemOfPaths(Array.from({ length: 100 }, (_, at) => `/a${at % 7}/b${at}`)),
};

/** The area of live values in the middle of a label. */
function areaOfValues({ x, y, width }: LiveSlot): Area {
  return { x: x - width / 2, y: y - 9, width, height: 12 };
}

/** The ends of an edge's path. */
function endsOf(path: string): { start: [number, number]; last: number[] } {
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  return { start: [numbers[0] ?? 0, numbers[1] ?? 0], last: numbers.slice(-2) };
}

describe('the layout of the overview', () => {
  for (const [name, system] of Object.entries(SYSTEMS))
    for (const live of [false, true])
      describe(`of ${name}${live ? ' with live values' : ''}`, () => {
        let picture: Picture;
        before(() => {
          picture = layOutSystem(system(), { live });
        });

        it('fits one screen', () => {
          expect(picture.width).to.be.at.most(SCREEN.width);
          expect(picture.height).to.be.at.most(SCREEN.height);
          const paper = { x: 0, y: 0, width: picture.width, height: picture.height };
          expect(picture.boxes.filter((box) => !contains(paper, box))).to.deep.equal([]);
        });

        it('has no overlaps of boxes and labels', () => {
          const { boxes, edges } = picture;
          const labels = edges.flatMap(({ label }) => label ?? []);
          expect(overlapping([...boxes, ...labels])).to.deep.equal([]);
          const values = labels.flatMap(({ live }) => live ?? []).map(areaOfValues);
          expect(overlapping([...boxes, ...labels, ...values])).to.deep.equal([]);
          for (const box of boxes) {
            expect(overlapping(box.inner)).to.deep.equal([]);
            expect(box.inner.filter((inner) => !contains(box, inner))).to.deep.equal([]);
          }
        });

        it('has all texts within their boxes', () => {
          const outside = picture.boxes
            .flatMap((box) => [box, ...box.inner])
            .flatMap((box) => box.texts.map((text) => ({ box, text })))
            .filter(({ box, text }) => !contains(box, { ...text, width: 6 * text.text.length, height: 3 }));
          expect(outside).to.deep.equal([]);
        });

        it('shows each part in one box', () => {
          const members = picture.boxes.flatMap((box) => box.members);
          expect([...members].sort()).to.deep.equal(
            system()
              .parts.map(({ id }) => id)
              .sort(),
          );
        });

        it('draws each edge from box to box', () => {
          const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
          for (const { id, from, to, path } of picture.edges) {
            expect(id).to.equal(`${from}->${to}`);
            const [source, target] = [boxes.get(from) as Area, boxes.get(to) as Area];
            const { start, last } = endsOf(path);
            expect(start[0], id).to.be.within(source.x, source.x + source.width);
            expect(start[1], id).to.be.within(source.y, source.y + source.height);
            // The line over a column ends with a vertical command, whose only number is the height.
            const isBackward = source.x > target.x;
            if (path.includes('C')) expect(last[0], id).to.equal(isBackward ? target.x + target.width : target.x);
            expect(last[1], id).to.be.within(target.y, target.y + target.height);
          }
          expect(new Set(picture.edges.map(({ id }) => id)).size).to.equal(picture.edges.length);
        });
      });

  it('keeps each path of a large system on one line, and counts the parts that do not fit', () => {
    const { boxes, edges } = layOutSystem(systemOfSize(100));
    const box = (id: string) => boxes.find((other) => other.id === id);
    const more = ['routes', 'functions', 'data'].map((layer) => box(`more.${layer}`));
    expect(more.map((rest) => rest?.title)).to.deep.equal(more.map((rest) => `+ ${rest?.members.length} more`));
    expect(more.map((rest) => 100 - (rest?.members.length ?? 0))).to.deep.equal([11, 11, 11]);
    expect(box('functions.function-3')?.y).to.equal(box('api.routes.route-3')?.y);
    expect(box('tables.table-3')?.y).to.equal(box('api.routes.route-3')?.y);
    expect(edges.map(({ id }) => id)).to.include('more.routes->more.functions');
    // Each table and each function of a generated system has three alarms.
    expect(more[1]?.alarms).to.have.length(3 * 89);
  });

  it('groups the routes of a full column by the first segment of their paths', () => {
    const { boxes } = layOutSystem(SYSTEMS['a hundred routes to one function']?.() as System);
    const routes = boxes.filter(({ layer }) => layer === 'routes');
    expect(routes.map(({ title, members }) => `${title}: ${members.length}`)).to.deep.equal(
      Array.from({ length: 7 }, (_, at) => `GET /a${at}: ${at < 2 ? 15 : 14}`),
    );
  });

  it('orders routes by path, then method, with numbers by value', () => {
    const { boxes } = layOutSystem(systemOfPaths(['/b', '/a/10', '/a/9']));
    const routes = boxes.filter(({ layer }) => layer === 'routes');
    expect(routes.map(({ title }) => title)).to.deep.equal(['GET /a/9', 'GET /a/10', 'GET /b']);
  });

  it('shows at most four indexes of a table, with their number', () => {
    const indexes = Array.from({ length: 9 }, (_, at) => `index-${at}: { partitionKey: { name: k${at} } }`).join(', ');
    const text = [
      'project: p',
      'environment: e',
      'suffix: s',
      'permissionsBoundary: NONE',
      'monitoring: { dashboard: false, generatedAlarms: false }',
      `tables: { t: { partitionKey: { name: id }, indexes: { ${indexes} } } }`,
      '',
    ].join('\n');
    const { boxes, width } = drawOverview(resolvedSpec('s.yaml', { 's.yaml': text }), 's.yaml');
    const table = boxes.find(({ id }) => id === 'tables.t');
    expect(table?.inner.map(({ title }) => title)).to.deep.equal([
      'index index-0',
      'index index-1',
      'index index-2',
      '+ 6 more',
    ]);
    expect(width).to.be.at.least(560);
  });

  it('is the same on each call', () => {
    const draw = () => drawOverview(resolvedSpec('spec/production.yaml'), 'spec/production.yaml', { live: true });
    expect(draw()).to.deep.equal(draw());
  });
});
