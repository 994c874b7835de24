// Checks the wording of file headers, test titles and diagnostics, as far as a program can.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { CATALOGUE } from '../compiler/compile/catalogue';
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

/** Words that need a second reading, in place of terms such as notify, apply, allow, reject and fix. */
const RIDDLES =
  /\b(nobody|anybody|somebody|whoever|whatever asks|stands? (at|in|under|within|twice)|bears?|anew|mend(s|ed)?|leads? (to|outside)|(is|be) told|borne|heard|half way|gravest|mistyped)\b/i;

/** A negated noun after "is", which must be a negated verb: "is not a Region". */
const NEGATED_NOUN = /(?<!\bthere )\b(is|are|was|were) no (?!longer\b|more\b)[a-z]/i;

/** A clause as the subject of a sentence, such as "What fails is retried". */
const CLAUSE_AS_SUBJECT = /^(What|Whatever|Whoever|That which|Nobody|Nothing)\b/;

const classifier = ts.createClassifier();

/** The comments of a file, each as one line of text. Reads tokens only, which takes a tenth of the time of a syntax tree. */
function commentsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const { spans } = classifier.getEncodedLexicalClassifications(text, ts.EndOfLineState.None, true);
  const comments: string[] = [];
  for (let at = 0; at < spans.length; at += 3) {
    const [start = 0, length = 0, kind] = spans.slice(at, at + 3);
    if (kind !== ts.ClassificationType.comment) continue;
    const comment = text.slice(start, start + length);
    comments.push(comment.replaceAll(/^\/[/*]+\s*|\s*\*+\/$|\n\s*\*\s?/g, ' ').trim());
  }
  return comments;
}

/** The titles of the tests in a file. */
function titlesOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/^\s*(?:it|describe)\w*\(\s*(['"`])(.*?)\1,/gm)].map(([, , title = '']) => title);
}

/** The descriptions and error messages of the schema of the language. */
const DESCRIPTIONS = [
  ...readFileSync(join(ROOT, 'schema/environment.schema.json'), 'utf8').matchAll(
    /"(?:description|patternErrorMessage)": "(.*)"/g,
  ),
].map(([, text = '']) => text);

const DOCUMENTS = execFileSync('git', ['ls-files', '*.md', '*.yaml', '*.yml', ':!test'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

describe('the wording of', () => {
  const places: Readonly<Record<string, () => readonly (readonly [place: string, text: string])[]>> = {
    comments: () => SOURCES.flatMap((path) => commentsOf(path).map((text) => [path, text] as const)),
    'test titles': () =>
      SOURCES.filter((path) => path.startsWith('test/')).flatMap((path) =>
        titlesOf(path).map((text) => [path, text] as const),
      ),
    'field descriptions': () => DESCRIPTIONS.map((text) => ['schema/environment.schema.json', text] as const),
    documents: () =>
      DOCUMENTS.flatMap((path) =>
        readFileSync(join(ROOT, path), 'utf8')
          .split('\n')
          .map((text) => [path, text] as const),
      ),
  };
  for (const [name, read] of Object.entries(places)) {
    it(`${name} uses plain words`, () => {
      const texts = read();
      expect(texts.length).to.be.greaterThan(100);
      const found = texts.filter(
        ([, text]) => RIDDLES.test(text) || NEGATED_NOUN.test(text) || CLAUSE_AS_SUBJECT.test(text),
      );
      expect(found).to.deep.equal([]);
    });
  }
});

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
        const text = [summary, ...explanation, ...literalsOf(codeOf(message))].join('\n');
        expect(text).to.not.match(RIDDLES);
        expect(text).to.not.match(NEGATED_NOUN);
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
