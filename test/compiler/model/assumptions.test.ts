// The table of assumptions: complete entries, each read by a model.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ASSUMPTIONS, DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { ROOT } from '../../spec';

const folder = join(ROOT, 'compiler/model');
const models = readdirSync(folder)
  .filter((name) => name !== 'assumptions.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('the assumptions of the models', () => {
  for (const [name, assumption] of Object.entries(ASSUMPTIONS)) {
    it(`${name} has a meaning and a basis, and a model reads it`, () => {
      expect(assumption.meaning).to.match(/^[a-z]/);
      expect(assumption.basis).to.not.equal('');
      expect(models).to.match(new RegExp(`\\b${name}\\b`));
      expect(DEFAULT_ASSUMPTIONS).to.have.property(name, assumption.default);
    });

    it(`${name} has other values of the kind of the default, on both sides of a number`, () => {
      const { default: usual, others } = assumption as { default: unknown; others: readonly unknown[] };
      expect(others).to.not.include(usual);
      if (typeof usual !== 'number') return expect(others.map((other) => typeof other)).to.deep.equal([typeof usual]);
      if (others.length === 0) return;
      const [lowest, highest] = others as readonly number[];
      expect(others).to.have.length(2);
      expect(lowest).to.be.below(usual);
      expect(highest).to.be.above(usual);
    });
  }
});
