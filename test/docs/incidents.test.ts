// The documented incidents are those that `drill --incidents` simulates.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { STANDARD_INCIDENTS } from '../../compiler/estimates/incidents/standard-incidents';
import { ROOT } from '../spec';

const readDocument = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8');

describe('the documented incidents', () => {
  it('are the standard incidents', () => {
    const [, table = ''] = readDocument('operating.md').split('### Alarms under incidents');
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const names = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(names).to.deep.equal(STANDARD_INCIDENTS.map(({ name }) => name));
  });

  it('are counted', () => {
    expect(readDocument('commands.md')).to.include(
      `a normal day and ${STANDARD_INCIDENTS.length - 1} standard incidents`,
    );
  });
});
