// `payment-spec capacity`, run as a user does.

import { expect } from 'chai';
import { callCommand } from '../../run';

describe('payment-spec capacity', () => {
  it('states the rate of each mix, and the limits in order with their lines', async () => {
    const { code, stdout } = await callCommand(['capacity', 'pr1234']);
    expect(code).to.equal(0);
    const lines = stdout.split('\n');
    expect(lines[0]).to.equal('spec/pr1234.yaml: the largest steady rates of requests');
    expect(lines.find((line) => line.startsWith('only post-payment '))).to.match(
      / 50 +write capacity of index status-index +write capacity of/,
    );
    expect(stdout).to.match(
      / 50 units\/s \(minimum 5\) +DynamoDB throttles writes +tables\.payments\.capacity\.write\.autoscaling\.maximum +spec\/pr1234\.yaml:\d+:\d+\n/,
    );
  });

  it('proposes values for a wanted rate of a mix', async () => {
    const args = ['capacity', 'pr1234', '--mix', 'post-payment=3,get-payment=1', '--for', '100'];
    const { stdout } = await callCommand(args);
    expect(stdout).to.contain('limits for 3 post-payment : 1 get-payment, in the order');
    expect(stdout).to.contain('  raise tables.payments.capacity.write.autoscaling.maximum from 50 to 75 units/s  (');
    const { mixes, wanted } = JSON.parse((await callCommand([...args, '--json'])).stdout);
    expect(mixes[0].limits[0].rate).to.be.closeTo(50 / 0.75, 1e-9);
    expect(wanted.proposals[0].value).to.equal(75);
    const { stdout: enough } = await callCommand(['capacity', 'pr1234', '--mix', 'post-payment=1', '--for', '50']);
    expect(enough).to.contain('50 requests/s need no change.');
  });

  it('rejects unknown routes and weights that are not numbers', async () => {
    const errorOf = async (mix: string) => {
      const { code, stderr } = await callCommand(['capacity', 'pr1234', '--mix', mix]);
      expect(code).to.equal(2);
      return stderr;
    };
    expect(await errorOf('post-paymant=1')).to.contain('unknown route "post-paymant"; did you mean post-payment?');
    expect(await errorOf('post-payment')).to.contain('"post-payment" must be ROUTE=WEIGHT');
    expect(await errorOf('post-payment=0')).to.contain('at least one weight must be above 0');
  });
});
