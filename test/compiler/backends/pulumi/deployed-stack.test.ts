// The message of a deployment that is refused.

import { expect } from 'chai';
import { refuseAll } from '../../../../compiler/backends/pulumi/deployed-stack';

describe('a refused deployment', () => {
  it('names the place, the part, the resource, the reason and the fix of each refusal', () => {
    const refusal = {
      part: ['tables', 'payments', 'indexes', 0],
      place: 'spec/pr1234.yaml:12:3',
      name: 'payments',
      reason: 'it would be rebuilt',
      fix: 'add a new index',
    };
    expect(() => refuseAll([refusal])).to.throw(
      'this deployment is refused; nothing was changed:\n' +
        '  spec/pr1234.yaml:12:3: tables.payments.indexes[0] (payments): it would be rebuilt; add a new index',
    );
  });

  it('is nothing without refusals', () => {
    expect(() => refuseAll([])).to.not.throw();
  });
});
