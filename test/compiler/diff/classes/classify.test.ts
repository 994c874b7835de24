// The classes of a change of specs that do not differ.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../../../spec';
import { between, compiled } from './changed-spec';

describe('the classes of change', () => {
  it('are empty for identical specs', () => {
    for (const name of ['development', 'pr', 'pr1234', 'production']) {
      const path = `spec/${name}.yaml`;
      const spec = compiled(path, readFileSync(join(ROOT, path), 'utf8'));
      expect(between(spec, spec)).to.deep.equal([]);
    }
  });
});
