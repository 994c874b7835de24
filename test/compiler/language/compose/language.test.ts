// Versions of the language: a version that the program does not support is one error.

import { expect } from 'chai';
import { checkLanguage } from '../../../../compiler/language/compose/language';
import { parseSpec } from '../../../../compiler/language/compose/parse/parse';
import { createSource } from '../../../../compiler/source/source';
import type { SpecMap } from '../../../../compiler/source/spec-node';
import { runCommand } from '../../cli/run';

describe('the version of a file', () => {
  const check = (text: string) =>
    checkLanguage(parseSpec(createSource('s.yaml', text)).value as SpecMap).map(({ code, help }) => [code, help]);
  const rows: Record<string, { text: string; found: unknown[] }> = {
    'is 1 by default': { text: 'suffix: a\n', found: [] },
    'is the value of language': { text: 'language: 1\n', found: [] },
    'is rejected if it is later than the program': {
      text: 'language: 2\n',
      found: [['ENV6001', 'install a later version of payment-spec']],
    },
    'is rejected if it is text': {
      text: 'language: "1"\n',
      found: [['ENV6001', 'write 1, or remove the line']],
    },
    'is rejected if it is not a version': {
      text: 'language: 0\n',
      found: [['ENV6001', 'write 1, or remove the line']],
    },
  };
  for (const [what, { text, found }] of Object.entries(rows)) {
    it(what, () => expect(check(text)).to.deep.equal(found));
  }

  it('is one error in each command, although the rest of the file is unknown', () => {
    for (const command of ['validate', 'plan']) {
      const input = 'extends: system.yaml\nlanguage: 2\nnew: {}\n';
      const { code, stdout, stderr } = runCommand([command, '-'], { input });
      // The output of validate is the diagnostics, so they are on standard output.
      const [answer, mistakes] = command === 'validate' ? [stderr, stdout] : [stdout, stderr];
      expect({ code, answer }, command).to.deep.equal({ code: 1, answer: '' });
      expect(mistakes, command).to.match(
        /^spec\/<stdin>:2:11: error ENV6001 unknown-language: .*\n[\s\S]*\n1 error\n$/,
      );
    }
  });
});
