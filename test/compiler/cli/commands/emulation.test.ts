// `payment-spec emulation`, run as a user does.

import { expect } from 'chai';
import { callCommand } from '../run';

describe('payment-spec emulation', () => {
  it('prints a line for each field, and the number of fields of each class', async () => {
    const { code, stdout } = await callCommand(['emulation']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).to.equal(0);
    expect(lines[0]).to.match(/^field +local run +difference from AWS$/);
    expect(lines.find((line) => line.startsWith('api.throttle.rateLimit '))).to.match(/ enforced *$/);
    expect(lines.find((line) => line.startsWith('tables.<name>.pointInTimeRecovery '))).to.match(
      / not local +The local run makes no backups$/,
    );
    expect(lines.at(-1)).to.match(/^\d+ enforced, \d+ approximated, \d+ not local$/);
  });

  it('prints one JSON value with --json', async () => {
    const { fields } = JSON.parse((await callCommand(['emulation', '--json'])).stdout);
    expect(fields).to.deep.include({ path: 'api.throttle.rateLimit', is: 'enforced' });
    expect(fields).to.deep.include({
      path: 'tables.*.pointInTimeRecovery',
      is: 'not local',
      why: 'The local run makes no backups',
    });
  });
});
