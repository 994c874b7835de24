// Paths in rules: tsc rejects a step that the language does not have.

import { expect } from 'chai';
import { specPath } from '../../schema/spec-path';

describe('the path of a field', () => {
  const name: string = 'payments';

  it('is its steps', () => {
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
  it('has no step that the language does not have', () => {
    const wrong = [
      // @ts-expect-error the section is called tables
      specPath('table', name),
      // @ts-expect-error the field is called billingMode
      specPath('tables', name, 'billing'),
      // @ts-expect-error a number has nothing below
      specPath('tables', name, 'capacity', 'read', 'units', 'maximum'),
      // @ts-expect-error a text has nothing below
      specPath('functions', name, 'environment', 'TABLE', 'name'),
      // @ts-expect-error a list has positions
      specPath('api', 'cors', 'origins', 'first'),
      // @ts-expect-error a path that goes on is checked as well
      specPath(...specPath('tables', name), 'capacities'),
    ];
    expect(wrong).to.have.length(6);
  });
});
