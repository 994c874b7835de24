// Goldens of each phase for the shipped specs. The goldens of sections have small specs: see sections.test.ts.

import { expect } from 'chai';
import { readFrom } from '../../compiler/host/files';
import { composeSpec } from '../../compiler/language/compose/compose';
import { resolveEnvironment } from '../../compiler/language/resolve/resolve';
import { formatPlace } from '../../compiler/source/source';
import { spanAt, toPlain } from '../../compiler/source/spec-node';
import { expectGolden } from '../golden';
import { renderGraph } from '../graph-text';
import { graphOf, ROOT } from '../spec';

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

const SPECS: Readonly<Record<string, string>> = {
  pr1234: 'spec/pr1234.yaml',
  development: 'spec/development.yaml',
  production: 'spec/production.yaml',
};

for (const [name, path] of Object.entries(SPECS)) {
  describe(`the phases of ${path}`, () => {
    const { value: root, diagnostics } = composeSpec(path, readFrom(ROOT));
    if (root === undefined) throw new Error(JSON.stringify(diagnostics));

    it('compose', () => expectGolden(`golden/${name}/composed.json`, json(toPlain(root))));

    it('resolve', () => {
      const { value, diagnostics: mistakes } = resolveEnvironment(root, {});
      expect(mistakes).to.deep.equal([]);
      expectGolden(`golden/${name}/environment.json`, json(value));
    });

    it('lower', () => expectGolden(`golden/${name}/graph.yaml`, renderGraph(graphOf(path))));

    it('locates each resource at its part of the spec', () => {
      const { resources } = graphOf(path);
      const located = (node: (typeof resources)[number]) => formatPlace(spanAt(root, node.origin.steps, 'key'));
      expect(resources.map(({ origin }) => origin.place)).to.deep.equal(resources.map(located));
      expect(new Set(resources.map(({ origin }) => origin.place)).size).to.be.greaterThan(10);
    });
  });
}
