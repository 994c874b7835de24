// Paths in rules: tsc rejects a step that does not exist in the language.

import { expect } from 'chai';
import { specPath } from '../../schema/spec-path';

describe('the path of a field', () => {
  const name: string = 'payments';

  it('is the list of its steps', () => {
    expect(specPath('tables', name, 'capacity', 'read', 'units')).to.deep.equal([
      'tables',
      name,
      'capacity',
      'read',
      'units',
    ]);
    expect(specPath('api', 'cors', 'origins', 0)).to.deep.equal(['api', 'cors', 'origins', 0]);
  });

  // tsc checks this file, and reports each @ts-expect-error whose next line has no error.
  it('rejects a step that does not exist in the language', () => {
    const wrong = [
      // @ts-expect-error the section is called tables
      specPath('table', name),
      // @ts-expect-error the field is called billingMode
      specPath('tables', name, 'billing'),
      // @ts-expect-error a number does not have fields
      specPath('tables', name, 'capacity', 'read', 'units', 'maximum'),
      // @ts-expect-error a text does not have fields
      specPath('functions', name, 'environment', 'TABLE', 'name'),
      // @ts-expect-error a list has positions
      specPath('api', 'cors', 'origins', 'first'),
      // @ts-expect-error the rest of a longer path is checked as well
      specPath(...specPath('tables', name), 'capacities'),
    ];
    expect(wrong).to.have.length(6);
  });
});
