// `payment-spec simulate`, run as a user does.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { expectGolden } from '../../../../golden';
import { callCommand } from '../../run';

const SPIKE = ['simulate', 'pr1234', '--rps', '500', '--shape', 'spike', '--mix', 'post-payment=60,get-payment=40'];

/** The spike as text and as JSON, which several tests read. */
const once = <Result>(run: () => Promise<Result>) => {
  let result: Promise<Result> | undefined;
  return () => (result ??= run());
};
const spikeText = once(() => callCommand(SPIKE));
const spikeJson = once(() => jsonOf(SPIKE));

interface JsonResult {
  readonly schemaVersion: number;
  readonly requests: readonly number[];
  readonly columns: readonly { part: string; what: string; unit: string; values: readonly number[] }[];
  readonly refusals: readonly { limit: string; first: number; place?: string }[];
  readonly remedies: readonly object[];
}

async function jsonOf(args: readonly string[]): Promise<JsonResult> {
  const { code, stdout, stderr } = await callCommand([...args, '--json']);
  expect(code, stderr).to.equal(0);
  return JSON.parse(stdout);
}

describe('payment-spec simulate', () => {
  it('begins with the answer, and draws what explains it', async () => {
    const { code, stdout } = await spikeText();
    expect(code).to.equal(0);
    expectGolden('golden/pr1234/spike.txt', stdout);
    const [load, , answer, raise] = stdout.split('\n');
    expect(load).to.equal(
      'spec/pr1234.yaml: spike from 50 to 500 requests/s for 10 min; 60 post-payment : 40 get-payment',
    );
    expect(answer).to.match(
      /^gives way first: \w.* at [\d,]+ requests\/s, .* into the run; [\w.-]+, spec\/pr1234\.yaml:\d+:\d+$/,
    );
    expect(raise).to.match(/^ {2}raise [\w.-]+ from \d+ to \d+.* \([\d.]+ USD a month more without requests\); then /);
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => /[▁-█]/.test(line))
          .map((line) => line.length),
      ),
    ).to.be.at.most(120);
  });

  it('has equal results for equal arguments', async () => {
    expect((await callCommand(SPIKE)).stdout).to.equal((await spikeText()).stdout);
  });

  it('holds below all limits, and names the nearest one', async () => {
    const { stdout } = await callCommand(['simulate', 'pr1234']);
    expect(stdout).to.match(/^spec\/pr1234\.yaml: the busiest hour of traffic, [\d.]+ requests\/s for 10 min; /);
    expect(stdout).to.match(
      /\nholds: the highest rate is [\d.]+ % of the \d+ requests\/s that the nearest limit, the .*, sustains\n/,
    );
    expect(stdout).to.not.contain('refusals');
  });

  it('prints the same values as JSON and as CSV', async () => {
    const { schemaVersion, requests, columns, refusals, remedies } = await spikeJson();
    expect(schemaVersion).to.equal(1);
    expect([requests.length, requests[0], requests[300]]).to.deep.equal([600, 50, 500]);
    expect(refusals[0]).to.include.keys('limit', 'first', 'field', 'place');
    expect(remedies.length).to.be.above(0);
    const { stdout } = await callCommand([...SPIKE, '--format', 'csv']);
    const [head = '', ...lines] = stdout.trimEnd().split('\n');
    const rows = lines.map((line) => line.split(',').map(Number));
    expect(head.split(',')).to.deep.equal([
      'second',
      'requests',
      ...columns.map(({ part, what, unit }) => `${part} ${what} (${unit})`),
    ]);
    expect(rows.map(([second]) => second)).to.deep.equal(requests.map((_, second) => second));
    expect(rows.map(([, rate]) => rate)).to.deep.equal(requests);
    columns.forEach(({ values }, at) => {
      expect(rows.map((row) => row[at + 2])).to.deep.equal(values);
    });
  });

  it('reports a fault apart from the limit that gives way first', async () => {
    const { stdout } = await callCommand([...SPIKE, '--fault', 'functions.payment-processor=error:10% for 1m']);
    expect(stdout).to.match(/^.*; functions\.payment-processor=error:10% for 1m\n/);
    expect(stdout).to.match(/\ngives way first: (write|read) capacity of /);
    const { refusals } = await jsonOf([...SPIKE, '--fault', 'functions.payment-processor=error:10%']);
    expect(refusals.map(({ limit }) => limit)).to.include('function payment-processor');
  });

  it('uses other values of assumptions, and repeats of clients', async () => {
    const { stdout } = await callCommand([...SPIKE, '--client-attempts', '3', '--client-pause', '2s']);
    expect(stdout).to.contain('; clients send a failed request up to 3 times\n');
    expect(stdout).to.match(/\nattempts +[\d,]+ \([12]\.\d+ for each request\)\n/);
    const { columns } = await jsonOf([
      ...SPIKE,
      '--assume',
      'metricDelaySeconds=0',
      '--assume',
      'updateTableSeconds=0',
    ]);
    const raisedAt = (all: JsonResult['columns']) =>
      all
        .find(({ part, what }) => part === 'tables.payments' && what === 'provisioned write units')
        ?.values.findIndex((units) => units > 5);
    expect(raisedAt(columns)).to.be.within(1, (raisedAt((await spikeJson()).columns) ?? 0) - 100);
  });

  describe('with a file of rates', () => {
    const folder = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    after(() => rmSync(folder, { recursive: true }));

    it('follows it, and reports the line of a mistake', async () => {
      const file = join(folder, 'rates.csv');
      writeFileSync(file, 'second,requests\n0,1\n5,3\n');
      expect((await jsonOf(['simulate', 'pr1234', '--rates', file])).requests).to.deep.equal([1, 1, 1, 1, 1, 3]);
      writeFileSync(file, '1\nmany\n');
      const { code, stderr } = await callCommand(['simulate', 'pr1234', '--rates', file]);
      expect(code).to.equal(2);
      expect(stderr).to.contain(`${file}:2: "many" must be REQUESTS or SECOND,REQUESTS`);
    });

    it('reports a file that does not exist', async () => {
      const { code, stderr } = await callCommand(['simulate', 'pr1234', '--rates', join(folder, 'none.csv')]);
      expect(code).to.equal(1);
      expect(stderr).to.match(/error: cannot open .*none\.csv: no such file or directory/);
    });
  });

  const mistakes: readonly (readonly [args: string, message: string])[] = [
    ['pr1234 --rps 0', 'it must be a rate in requests a second'],
    ['pr1234 --rps 5 --stages 1m:5', "option '--stages <list>' cannot be used with option '--rps <rate>'"],
    ['pr1234 --rates a.csv --shape spike', "option '--rates <csv>' cannot be used with option '--shape <shape>'"],
    ['pr1234 --rps 5 --base 6', '--base 6 must be at most the highest rate, which is 5 requests/s'],
    ['pr1234 --rps 5 --shape wave', 'Allowed choices are constant, step, ramp, spike, diurnal'],
    ['pr1234 --rps 5 --for soon', '"soon" must be a duration from 1s to 7d'],
    ['pr1234 --rps 5 --mix post=1', 'unknown route "post"; did you mean post-payment?'],
    ['pr1234 --rps 5 --fault tables.payment=slow:5x', 'unknown table "payment"; did you mean payments?'],
    ['pr1234 --rps 5 --client-attempts 11', 'attempts are a whole number from 1 to 10'],
    ['pr1234 --rps 5 --assume delay', '"delay" must be NAME=VALUE, such as metricDelaySeconds=60'],
    ['pr1234 --rps 5 --assume metricDelay=5', 'unknown assumption "metricDelay"; did you mean metricDelaySeconds?'],
    ['pr', 'the spec has no traffic; state a rate with --rps, --stages or --rates, such as --rps 500'],
  ];
  for (const [args, message] of mistakes)
    it(`rejects ${args}`, async () => {
      const { code, stdout, stderr } = await callCommand(['simulate', ...args.split(' ')]);
      expect(stderr).to.contain(message);
      expect([code, stdout]).to.deep.equal([2, '']);
    });
});
