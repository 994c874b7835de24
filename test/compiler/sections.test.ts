// A golden of the compiled resources for each section of the language: the resources that a small spec adds to the spec that
// it extends, or changes.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ResourceGraph } from '../../compiler/graph/graph';
import { expectGolden } from '../golden';
import { renderResource, renderSettings } from '../graph-text';
import { graphOf, ROOT } from '../spec';

const FOLDER = 'golden/sections';
const names = readdirSync(join(ROOT, 'test', FOLDER)).flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
const pathOf = (name: string) => `test/${FOLDER}/${name}.yaml`;

/** The spec that a spec extends. */
const extendedBy = (name: string) => /^extends: (.+)\.yaml$/m.exec(readFileSync(join(ROOT, pathOf(name)), 'utf8'))?.[1];

/** The paragraphs of a graph. */
const paragraphsOf = (name: string) => {
  const graph = graphOf(pathOf(name));
  return [renderSettings(graph), ...graph.resources.map(renderResource)];
};

describe('the compiled resources of a section', () => {
  for (const name of names) {
    it(name, () => {
      const extended = extendedBy(name);
      const known = new Set(extended === undefined ? [] : paragraphsOf(extended));
      const shown = paragraphsOf(name).filter((paragraph) => !known.has(paragraph));
      expectGolden(`${FOLDER}/${name}.resources.txt`, shown.join('\n'));
    });
  }

  it('are of all kinds that the spec with every field has', () => {
    const kindsOf = (graph: ResourceGraph) => graph.resources.map(({ kind }) => kind);
    const shown = new Set(names.flatMap((name) => kindsOf(graphOf(pathOf(name)))));
    const missing = kindsOf(graphOf('test/golden/everything/spec.yaml')).filter((kind) => !shown.has(kind));
    expect([...new Set(missing)]).to.deep.equal([]);
  });
});
