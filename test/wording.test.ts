// Checks the wording of file headers, test titles and diagnostics, as far as a program can.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { CATALOGUE } from '../compiler/catalogue/catalogue';
import type { CatalogueEntry } from '../compiler/diagnostics/definition';
import { ROOT } from './spec';

const SOURCES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.cjs'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && !/generated|^test\/broken\//.test(path));

/** The first line of a file after the interpreter line of a program. */
const headerOf = (path: string) =>
  readFileSync(join(ROOT, path), 'utf8')
    .split('\n')
    .find((line) => !line.startsWith('#!')) ?? '';

describe('the header of a file', () => {
  it('exists in each file', () => {
    expect(SOURCES.length).to.be.greaterThan(500);
    expect(SOURCES.filter((path) => !/^(\/\/ \S|\/\*\*)/.test(headerOf(path)))).to.deep.equal([]);
  });

  it('is a noun phrase or an imperative: it does not begin with What or That', () => {
    expect(SOURCES.filter((path) => /^\/\/ (What|That) /.test(headerOf(path)))).to.deep.equal([]);
  });
});

/** Words that a reader must decode; the plain ones are in the style of the project: notify, apply, allow, reject, fix. */
const RIDDLES =
  /\b(nobody|anybody|somebody|whoever|whatever asks|stands? (at|in|under|within|twice)|bears?|anew|mend(s|ed)?|leads? (to|outside)|is told|borne)\b/i;

describe('a diagnostic of the catalogue', () => {
  for (const { slug, code, summary, explanation, message } of CATALOGUE)
    describe(`${code} ${slug}`, () => {
      it('has a summary of at most 120 characters, which ends with a full stop', () => {
        expect(summary).to.match(/[^.]\.$/);
        expect(summary.length).to.be.at.most(120);
      });

      it('has an explanation of whole sentences, one each', () => {
        for (const sentence of explanation) {
          expect(sentence).to.match(/^[A-Z0-9`*{(_].*[.)`]$/s);
          expect(sentence).to.not.match(/[a-z)][.] [A-Z]/);
        }
      });

      it('has a message of at most 120 characters before its values, without a full stop', () => {
        for (const text of literalsOf(codeOf(message))) {
          expect(text.length, text).to.be.at.most(120);
          expect(text).to.not.match(/[^.]\.$/);
        }
      });

      it('is in plain words', () => {
        expect([summary, ...explanation, ...literalsOf(codeOf(message))].join('\n')).to.not.match(RIDDLES);
      });
    });
});

/** The code of a message, or of its variants. */
function codeOf(message: CatalogueEntry['message']): string {
  return typeof message === 'function' ? message.toString() : Object.values(message).join('\n');
}

/** The template literals of a function, without the values in them. */
function literalsOf(code: string): string[] {
  let text = code;
  // From the innermost: a value may contain another template.
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\$\{(?:[^{}`]|`[^`$]*`)*\}/g, '');
  }
  return [...text.matchAll(/`([^`]*)`/g)].map(([, literal = '']) => literal);
}
