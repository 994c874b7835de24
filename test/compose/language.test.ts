// Versions of the language: a file of another version is one clear mistake, and steps carry files over.

import { expect } from 'chai';
import { checkLanguage, type Migrated, type Migration, migrateSource } from '../../compiler/compose/language';
import { parseSpec } from '../../compiler/parse/parse';
import { createSource } from '../../compiler/source/source';
import type { SpecMap } from '../../compiler/source/spec-node';

/** A step as a later version might need it: a field gets another name. */
const RENAME: Migration = {
  summary: 'suffix is called instance',
  edits: (file) => {
    const key = file.entries.get('suffix')?.key;
    return key === undefined ? [] : [{ span: key, text: 'instance' }];
  },
};

/** And another: a number of days becomes one of hours. */
const HOURS: Migration = {
  summary: 'logRetentionDays is logRetentionHours',
  edits: (file) => {
    const entry = file.entries.get('logRetentionDays');
    if (entry?.value.type !== 'scalar') return [];
    return [
      { span: entry.key, text: 'logRetentionHours' },
      { span: entry.value.span, text: String(Number(entry.value.value) * 24) },
    ];
  },
};

const migrate = (text: string, ...steps: Migration[]) => migrateSource(createSource('s.yaml', text), steps) as Migrated;

describe('the migration of a file', () => {
  const rows: Record<string, { before: string; steps: Migration[]; after: string; done: string[] }> = {
    'nothing to do in the latest version': {
      before: '# mine\nsuffix: a\n',
      steps: [],
      after: '# mine\nsuffix: a\n',
      done: [],
    },
    'one step, and all else as it was written': {
      before: '# mine\nsuffix:   a # short\n\nlogRetentionDays: 2\n',
      steps: [RENAME],
      after: '# mine\nlanguage: 2\ninstance:   a # short\n\nlogRetentionDays: 2\n',
      done: ['suffix is called instance'],
    },
    'each step from the version that it is in': {
      before: 'suffix: a\nlogRetentionDays: 2\n',
      steps: [RENAME, HOURS],
      after: 'language: 3\ninstance: a\nlogRetentionHours: 48\n',
      done: ['suffix is called instance', 'logRetentionDays is logRetentionHours'],
    },
    'no step that it has behind it': {
      before: 'language: 2\nsuffix: kept\nlogRetentionDays: 2\n',
      steps: [RENAME, HOURS],
      after: 'language: 3\nsuffix: kept\nlogRetentionHours: 48\n',
      done: ['logRetentionDays is logRetentionHours'],
    },
    'a map in braces': {
      before: '{ suffix: a }\n',
      steps: [RENAME],
      after: '{language: 2,  instance: a }\n',
      done: ['suffix is called instance'],
    },
  };
  for (const [what, { before, steps, after, done }] of Object.entries(rows)) {
    it(`is ${what}`, () => {
      const { text, steps: found } = migrate(before, ...steps);
      expect({ text, found }).to.deep.equal({ text: after, found: done });
      expect(migrate(text, ...steps)).to.deep.equal({ from: steps.length + 1, text, steps: [] });
    });
  }

  it('refuses a file of a later version, and one that is no YAML', () => {
    const later = migrateSource(createSource('s.yaml', 'language: 2\n'));
    expect(later).to.have.length(1).and.to.have.nested.property('[0].code', 'ENV6001');
    expect(migrateSource(createSource('s.yaml', 'a: [\n'))).to.have.nested.property('[0].code', 'ENV1001');
  });
});

describe('the version of a file', () => {
  const check = (text: string, ...steps: Migration[]) =>
    checkLanguage(parseSpec(createSource('s.yaml', text)).value as SpecMap, steps).map(({ code, help }) => [
      code,
      help,
    ]);
  const rows: Record<string, { text: string; steps: Migration[]; found: unknown[] }> = {
    'is 1 where it says nothing': { text: 'suffix: a\n', steps: [], found: [] },
    'is what it says': { text: 'language: 2\n', steps: [RENAME], found: [] },
    'is too late': { text: 'language: 2\n', steps: [], found: [['ENV6001', 'a later payment-spec is needed for it']] },
    'is too early, where it says nothing': {
      text: 'suffix: a\n',
      steps: [RENAME],
      found: [['ENV6001', 'payment-spec migrate carries it over']],
    },
    'is none': { text: 'language: 0\n', steps: [], found: [['ENV6001', 'language is a whole number, 1 at most']] },
  };
  for (const [what, { text, steps, found }] of Object.entries(rows)) {
    it(what, () => expect(check(text, ...steps)).to.deep.equal(found));
  }
});
