// The list of change classes: its names, its order, and its table in the guide to reviews.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  CHANGE_CLASSES,
  classOfWord,
  MEANINGS,
  mostSevereClass,
  wordOf,
} from '../../../../compiler/diff/classes/change-class';
import { IMPACTS } from '../../../../compiler/diff/difference';
import { ROOT } from '../../../spec';

describe('the list of classes', () => {
  it('contains each impact except none, in the same order', () => {
    const impacts = IMPACTS.filter((impact) => impact !== 'none');
    const known: readonly string[] = impacts;
    expect(CHANGE_CLASSES.filter((changeClass) => known.includes(changeClass))).to.deep.equal(impacts);
  });

  it('parses each class name in any case, with hyphens or spaces', () => {
    for (const changeClass of CHANGE_CLASSES) {
      expect(classOfWord(wordOf(changeClass))).to.equal(changeClass);
      expect(classOfWord(` ${changeClass.toUpperCase()} `)).to.equal(changeClass);
    }
    expect(classOfWord('')).to.equal(undefined);
    expect(classOfWord('none')).to.equal(undefined);
  });

  it('finds the worst class', () => {
    expect(mostSevereClass(['data loss', 'creation', 'weaker'])).to.equal('data loss');
    expect(mostSevereClass([])).to.equal(undefined);
  });

  it('matches the table of the guide to reviews', () => {
    const rows = CHANGE_CLASSES.map((changeClass) => `| \`${wordOf(changeClass)}\` | ${MEANINGS[changeClass]} |`);
    expect(readFileSync(join(ROOT, 'docs/reviewing-changes.md'), 'utf8')).to.include(rows.join('\n'));
  });
});
