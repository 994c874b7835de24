// What each phase makes of the project's own specs.

import { expect } from 'chai';
import { composeSpec } from '../../compiler/compose/compose';
import { readFrom } from '../../compiler/files';
import { resolveEnvironment } from '../../compiler/resolve/resolve';
import { toPlain } from '../../compiler/source/spec-node';
import { expectGolden } from '../golden';
import { graphOf, ROOT } from '../spec';

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

for (const spec of ['pr1234', 'development', 'production']) {
  describe(`the phases of spec/${spec}.yaml`, () => {
    const { value: root, diagnostics } = composeSpec(`spec/${spec}.yaml`, readFrom(ROOT));
    if (root === undefined) throw new Error(JSON.stringify(diagnostics));

    it('composes', () => expectGolden(`golden/${spec}/composed.json`, json(toPlain(root))));

    it('resolves', () => {
      const { value, diagnostics: mistakes } = resolveEnvironment(root, {});
      expect(mistakes).to.deep.equal([]);
      expectGolden(`golden/${spec}/environment.json`, json(value));
    });

    it('lowers', () => expectGolden(`golden/${spec}/graph.json`, json(graphOf(`spec/${spec}.yaml`))));
  });
}
