// `explain`: the meaning of a field, the origin of its value, and its effect.

import { expect } from 'chai';
import { callCommand } from '../../run';

describe('payment-spec explain', () => {
  it('prints the description, origins and effect of a field in one spec', async () => {
    const { code, stdout, stderr } = await callCommand([
      'explain',
      'api.throttle.rateLimit',
      '--spec',
      'spec/production.yaml',
    ]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout.split('\n')).to.deep.equal([
      'api.throttle.rateLimit: a number of at least 1',
      '',
      "  The rate, in requests a second, at most the account's quota: quotas.apiGateway.",
      '  Default: 100. Example: 1000.',
      '',
      'Value',
      '  spec/production.yaml  200            spec/production.yaml:31:26',
      '                        overrides 100  default',
      '',
      'Drives: spec/production.yaml with 201 changes',
      '  ~ in place: apigateway:MethodSettings api-method-settings',
      '      settings.throttlingRateLimit: 200 -> 201',
      '',
      ...stdout.slice(stdout.indexOf('\nCost: ') + 1).split('\n'),
    ]);
  });

  it('prints what one step costs, and the limits that it moves', async () => {
    const explain = async (path: string) =>
      (await callCommand(['explain', path, '--spec', 'spec/production.yaml'])).stdout;
    const minimum = await explain('tables.payments.capacity.write.autoscaling.minimum');
    expect(minimum).to.match(
      /\nCost: spec\/production\.yaml with 181 changes a month, in US dollars\n +floor +expected +ceiling\n {2}tables\.payments: write capacity of the table +\+0\.47/,
    );
    // One unit of the table and of each of two indexes.
    expect(minimum).to.match(/\n {2}total +\+1\.42/);
    expect(await explain('tables.payments.capacity.read.autoscaling.maximum')).to.match(
      /\nLimits: spec\/production\.yaml with 1001 moves\n(?: {2}.*\n)* {2}read capacity of table payments: [\d,.]+ -> [\d,.]+ requests\/s\n/,
    );
    expect(await explain('api.throttle.rateLimit')).to.match(
      /\n {2}\d+ more uses\n {2}total +(?:\+[\d.]+ +)?\+101\.36\n/,
    );
    for (const idle of ['tables.payments.timeToLiveAttribute', 'suffix'])
      expect(await explain(idle)).not.to.match(/\n(Cost|Limits): /);
  });

  it('prints the value in all environments without --spec', async () => {
    const { stdout } = await callCommand(['explain', 'functions.payment-processor.memorySizeMegabytes']);
    expect(stdout).to.include(
      [
        'Value',
        '  spec/development.yaml  256            spec/development.yaml:20:26',
        '                         overrides 512  spec/system.yaml:62:26',
        '                         overrides 512  default',
        '  spec/pr.yaml           512            spec/system.yaml:62:26',
      ].join('\n'),
    );
  });

  it('prints the fields of a map, and the resources that it creates', async () => {
    const { stdout } = await callCommand(['explain', 'queues.payment-processor-dlq']);
    expect(stdout).to.match(/\nFields\n {2}messageRetentionSeconds +a whole number from 60 to 1,209,600\n/);
    expect(stdout).to.match(/\nMakes\n {2}sqs:Queue +payment-processor-dlq +spec\/system\.yaml:54:3\n/);
  });

  it('prints why a value cannot change alone', async () => {
    const { stdout } = await callCommand(['explain', 'tables.payments.billingMode', '--spec', 'spec/pr1234.yaml']);
    expect(stdout).to.include(
      '  No other value is valid unless other fields change too: table "payments" has a capacity; billing mode PAY_PER_REQUEST does not allow one.',
    );
  });

  it('prints one JSON value with --json', async () => {
    const { stdout } = await callCommand(['explain', 'api.cache.ttlSeconds', '--spec', 'spec/pr1234.yaml', '--json']);
    const { description, drives, ...rest } = JSON.parse(stdout);
    expect(description).to.match(/^The time for which a response is cached/);
    expect(drives.resources[0].properties).to.deep.equal([
      { path: 'settings.cacheTtlInSeconds', before: 300, after: 301, replaces: false, ignored: false },
    ]);
    expect(rest).to.deep.equal({
      schemaVersion: 1,
      path: 'api.cache.ttlSeconds',
      type: 'a whole number from 0 to 3,600',
      required: false,
      default: 300,
      examples: [300],
      fields: [],
      refused: [],
      specs: [{ spec: 'spec/pr1234.yaml', mentions: [{ place: 'spec/pr1234.yaml:28:53', value: 300 }] }],
    });
  });

  const mistakes: Record<string, { args: string[]; code: number; says: RegExp }> = {
    'a misspelled field': {
      args: ['api.thortle'],
      code: 2,
      says: /^error: unknown field thortle in api; did you mean throttle\?\n$/,
    },
    'a field of a number': {
      args: ['logRetentionDays.x'],
      code: 2,
      says: /^error: unknown field x in logRetentionDays; logRetentionDays is not a map\n$/,
    },
    'a missing spec': {
      args: ['api', '--spec', 'spec/nope.yaml'],
      code: 1,
      says: /^spec\/nope\.yaml:1:1: error ENV2001/,
    },
  };
  for (const [mistake, { args, code, says }] of Object.entries(mistakes)) {
    it(`refuses ${mistake} with exit code ${code}`, async () => {
      const run = await callCommand(['explain', ...args]);
      expect({ code: run.code, stdout: run.stdout }).to.deep.equal({ code, stdout: '' });
      expect(run.stderr).to.match(says);
    });
  }
});
