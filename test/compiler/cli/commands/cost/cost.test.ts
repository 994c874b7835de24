// `payment-spec cost` and `payment-spec prices`, run as a user does.

import { expect } from 'chai';
import { callCommand, runCommand } from '../../run';

describe('payment-spec cost', () => {
  it('prints the floor and the ceiling of each part with its line', async () => {
    const { code, stdout } = await callCommand(['cost', 'pr1234']);
    expect(code).to.equal(0);
    const lines = stdout.split('\n');
    expect(lines[0]).to.equal('spec/pr1234.yaml: the cost of a month in us-east-1, in US dollars');
    expect(lines.find((line) => line.startsWith('tables.payments '))).to.match(/ spec\/pr1234\.yaml:\d+:\d+$/);
    expect(lines.find((line) => line.startsWith('  cache of 0.5 GB '))).to.match(/ 14\.60 +14\.60 +14\.60$/);
    expect(lines.find((line) => line.startsWith('total '))).to.match(/^total +28\.\d\d +\d\d\.\d\d +[\d,]+\.\d\d$/);
    expect(stdout).to.contain('- the hours of a month: 730 (');
  });

  it('names the facts that an unknown cost depends on', () => {
    const input = 'extends: system.yaml\nenvironment: Test\nsuffix: one\noutputs: null\n';
    const { stdout } = runCommand(['cost', '-'], { input });
    expect(stdout).to.match(/^total +[\d.]+ \+ \[\d\] +[\d.]+ \+ \[1\] \+ \[\d\] /m);
    expect(stdout).to.match(/^\[1\] depends on traffic$/m);
    expect(stdout).to.match(/^\[2\] depends on tables\.payments\.expectedSizeGigabytes$/m);
  });

  it('prints Markdown, CSV and JSON with the same amounts', async () => {
    const print = async (format: string) => (await callCommand(['cost', 'pr1234', '--format', format])).stdout;
    expect(await print('markdown')).to.match(
      /\| `api\.stage` \| cache of 0\.5 GB \| 14\.60 \| 14\.60 \| 14\.60 \| `spec\/\S+` \|/,
    );
    expect(await print('csv')).to.match(
      /^api\.stage,[^,]+,prod,cache of 0\.5 GB,apigateway\.cache\.0\.5,us-east-1,hour,730,14\.6/m,
    );
    const { currency, lines, assumptions } = JSON.parse(await print('json'));
    expect(currency).to.equal('USD');
    expect(assumptions.hoursPerMonth.value).to.equal(730);
    expect(lines.find(({ what }: { what: string }) => what === 'cache of 0.5 GB').usd.floor).to.be.closeTo(14.6, 1e-9);
  });

  it('prints advice with the saving and the line of the field', async () => {
    const { stdout } = await callCommand(['cost', 'pr1234']);
    expect(stdout).to.match(
      /\nAdvice at the expected traffic, in US dollars a month:\n\n(?:- save .*\n)*- save [\d.]+: remove the cache of the stage \(spec\/pr1234\.yaml:\d+:\d+\): it costs 14\.60, /,
    );
  });

  it('names the prices from memory that an estimate uses', async () => {
    const closing = async (spec: string) => (await callCommand(['cost', spec])).stdout.split('\n').slice(-3).join('\n');
    expect(await closing('production')).to.match(
      /^Prices from memory, not verified: rotations of key material, the first two of a key, invocations by schedules\.$/m,
    );
    expect(await closing('development')).to.not.contain('from memory');
  });

  it('prints a line for each month of growth, and the month in which a limit is reached', async () => {
    const grow = async (...args: string[]) => callCommand(['cost', 'production', ...args]);
    const { stdout } = await grow('--growth', '50', '--months', '12');
    expect(stdout).to.match(/\nGrowth of 50 % a month, in US dollars a month:\n\n *month +requests\/s /);
    expect(stdout).to.match(/\n +12 +[\d,.]+ +[\d,.]+ +[\d,.]+\n\n- in month \d+, the busiest hour reaches the /);
    const { growth } = JSON.parse((await grow('--growth', '1', '--json')).stdout);
    expect(growth.months).to.have.length(12);
    expect((await grow('--growth', '1', '--format', 'markdown')).stdout).to.contain(
      '| month | requests/s | in the busiest hour | expected cost |\n| ---: | ---: | ---: | ---: |\n| 1 | ',
    );
    for (const [args, says] of [
      [['--months', '3'], '--months needs --growth'],
      [['--growth', 'much'], 'it must be a number from -99 to 1,000.'],
      [['--growth', '5', '--months', '37'], 'it must be a whole number from 1 to 36.'],
    ] as const) {
      const refused = await grow(...args);
      expect(refused.code).to.equal(2);
      expect(refused.stderr).to.contain(says);
    }
  });

  it('lists the diagnostics of an invalid spec', () => {
    const { code, stderr } = runCommand(['cost', '-'], { input: 'extends: system.yaml\nenvironmint: X\n' });
    expect(code).to.equal(1);
    expect(stderr).to.contain('error ENV3');
  });
});

describe('payment-spec prices', () => {
  it('lists prices with their dates and sources', async () => {
    const { code, stdout } = await callCommand(['prices', '--region', 'us-east-1']);
    expect(code).to.equal(0);
    expect(stdout).to.match(
      /^us-east-1 +requests to a REST API +0\.0000035 +request +333,000,000 +2026-09-21 +AWS price list of AmazonApiGateway$/m,
    );
    expect(stdout).to.not.match(/^eu-/m);
    const [, all, unverified] = /\n(\d+) prices, (\d+) of them from memory\n$/.exec(stdout) ?? [];
    expect(stdout.match(/^us-east-1 /gm)?.length).to.equal(Number(all));
    expect(stdout.match(/ from memory, not verified$/gm)?.length).to.equal(Number(unverified));
    expect(stdout).to.match(/^us-east-1 +invocations by schedules .* from memory, not verified$/m);
  });

  it('names the Regions with prices for another Region', async () => {
    const { code, stderr } = await callCommand(['prices', '--region', 'us-west-2']);
    expect(code).to.equal(2);
    expect(stderr).to.contain(
      'there are no prices for us-west-2; Regions with prices: us-east-1, eu-central-1, eu-west-1',
    );
  });
});
