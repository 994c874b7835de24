// What each phase makes of the project's own specs.

import { expect } from 'chai';
import { composeSpec } from '../../compiler/compose/compose';
import { readFrom } from '../../compiler/files';
import { resolveEnvironment } from '../../compiler/resolve/resolve';
import { toPlain } from '../../compiler/source/spec-node';
import { expectGolden } from '../golden';
import { graphOf, ROOT } from '../spec';

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

const SPECS: Readonly<Record<string, string>> = {
  pr1234: 'spec/pr1234.yaml',
  development: 'spec/development.yaml',
  production: 'spec/production.yaml',
  everything: 'test/golden/everything/spec.yaml',
};

for (const [name, path] of Object.entries(SPECS)) {
  describe(`the phases of ${path}`, () => {
    const { value: root, diagnostics } = composeSpec(path, readFrom(ROOT));
    if (root === undefined) throw new Error(JSON.stringify(diagnostics));

    it('composes', () => expectGolden(`golden/${name}/composed.json`, json(toPlain(root))));

    it('resolves', () => {
      const { value, diagnostics: mistakes } = resolveEnvironment(root, {});
      expect(mistakes).to.deep.equal([]);
      expectGolden(`golden/${name}/environment.json`, json(value));
    });

    it('lowers', () => expectGolden(`golden/${name}/graph.json`, json(graphOf(path))));
  });
}
