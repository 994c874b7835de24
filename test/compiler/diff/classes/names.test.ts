// Environments compared without their names: environments that differ only in names are equal.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { adoptNames, haveDifferentNames, isOtherThanNames } from '../../../../compiler/diff/classes/names';
import { compareGraphs } from '../../../../compiler/diff/difference';
import { ROOT } from '../../../spec';
import { compiled, type Edit, edited } from './changed-spec';

describe('two environments without their names', () => {
  const withEdits = (name: string, ...edits: Edit[]) => {
    const path = `spec/${name}.yaml`;
    return compiled(path, edited(readFileSync(join(ROOT, path), 'utf8'), edits));
  };
  const suffixes = { development: 'dev', pr1234: 'pr1234', production: 'live' };

  for (const [name, suffix] of Object.entries(suffixes)) {
    const rows: Record<string, Edit> = {
      'another suffix': [`suffix: ${suffix}`, 'suffix: other'],
      'another pattern of names': [
        `suffix: ${suffix}`,
        `suffix: ${suffix}\nnaming: { pattern: "x-{{ name }}-{{ suffix }}" }`,
      ],
    };
    for (const [what, edit] of Object.entries(rows)) {
      it(`are equal if ${name} has ${what}`, () => {
        const [before, after] = [withEdits(name), withEdits(name, edit)];
        expect(haveDifferentNames(before.environment, after.environment)).to.equal(true);
        const { resources, settings } = compareGraphs(adoptNames(before, after), after.graph);
        const shown = resources.map(({ id, properties }) => `${id}: ${properties.map(({ path }) => path).join(' ')}`);
        expect(shown).to.deep.equal([]);
        expect(settings.filter(isOtherThanNames)).to.deep.equal([]);
      });
    }
  }

  it('differ in settings that are not names', () => {
    const before = withEdits('pr1234');
    const after = withEdits(
      'pr1234',
      ['suffix: pr1234', 'suffix: other'],
      ['logRetentionDays: 7', 'logRetentionDays: 14'],
    );
    const { resources } = compareGraphs(adoptNames(before, after), after.graph);
    expect(resources.flatMap(({ properties }) => properties.map(({ path }) => path))).to.deep.equal([
      'retentionInDays',
    ]);
  });

  it('keep their names if they are the same environment', () => {
    const { environment } = withEdits('pr1234');
    expect(haveDifferentNames(environment, environment)).to.equal(false);
  });
});
