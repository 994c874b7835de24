// The values of the options of `simulate`: what they mean, and how mistakes are reported.

import { expect } from 'chai';
import { parseFault } from '../../../../../compiler/cli/command/fault-option';
import { parseDuration, parseRate, parseStages } from '../../../../../compiler/cli/command/load-options';
import { assumptionsOf } from '../../../../../compiler/cli/commands/simulate/assumptions';
import { faultsOf } from '../../../../../compiler/cli/commands/simulate/faults';
import { parseRatesFile } from '../../../../../compiler/cli/commands/simulate/rates-file';
import { compileProject } from '../../../../spec';

/** Tests that a function returns a value for some texts, and throws a message for others. */
function testTable(
  parse: (text: string) => unknown,
  valid: Readonly<Record<string, unknown>>,
  invalid: Readonly<Record<string, string>>,
): void {
  for (const [text, value] of Object.entries(valid))
    it(`accepts ${JSON.stringify(text)}`, () => expect(parse(text)).to.deep.equal(value));
  for (const [text, message] of Object.entries(invalid))
    it(`rejects ${JSON.stringify(text)}`, () =>
      expect(() => parse(text))
        .to.throw(Error)
        .with.property('message', message));
}

describe('a duration', () => {
  const expected = 'must be a duration from 1s to 7d in whole seconds, such as 90s, 10m, 2h or 1d.';
  testTable(
    parseDuration,
    { '90s': 90, '10m': 600, '2h': 7200, '1d': 86_400, '7d': 604_800, '1.5m': 90, ' 1s ': 1 },
    Object.fromEntries(
      ['', '10', '0s', '8d', '10 m', '0.5s', '-1m', '1w', '1m30s'].map((text) => [text, `"${text}" ${expected}`]),
    ),
  );
});

describe('a rate', () => {
  const expected = 'it must be a rate in requests a second, such as 200 or 0.5: above 0, and at most 1,000,000.';
  testTable(
    parseRate,
    { '200': 200, '0.5': 0.5, '1e6': 1e6, '200rps': 200, '200 rps': 200, '200/s': 200, '200 requests/s': 200 },
    Object.fromEntries(
      ['', 'rps', '0', '-1', '1000001', '10m', '200 rpm', '200 rps post'].map((text) => [text, expected]),
    ),
  );
});

describe('stages', () => {
  const expected = 'must be DURATION:RATE, with requests/s from 0 to 1,000,000, such as 30s:1000.';
  testTable(
    parseStages,
    {
      '2m:100,30s:1000.5, 1h:0': [
        { seconds: 120, target: 100 },
        { seconds: 30, target: 1000.5 },
        { seconds: 3600, target: 0 },
      ],
    },
    {
      '2m': `"2m" ${expected}`,
      '2m:': `"2m:" ${expected}`,
      '2m:1:1': `"2m:1:1" ${expected}`,
      '2m:-1': `"2m:-1" ${expected}`,
      '2m:1000001': `"2m:1000001" ${expected}`,
      '2m:1,2:1': '"2" must be a duration from 1s to 7d in whole seconds, such as 90s, 10m, 2h or 1d.',
      '4d:1,4d:1': 'all stages together must be at most 7d.',
    },
  );
});

describe('a file of rates', () => {
  const expected = 'must be REQUESTS or SECOND,REQUESTS, with requests/s from 0 to 1,000,000, such as 60,250';
  testTable(
    (text) => parseRatesFile('rates.csv', text),
    {
      '5\n0\n7.5\n': [5, 0, 7.5],
      'second,requests\r\n0,5\r\n3,9\r\n': [5, 5, 5, 9],
      'requests\n1': [1],
      '0,5\n\n2,6\n': [5, 5, 6],
    },
    {
      '': 'rates.csv has no rates; write a line with REQUESTS or SECOND,REQUESTS for each second',
      'requests\n': 'rates.csv has no rates; write a line with REQUESTS or SECOND,REQUESTS for each second',
      '5\nmany\n': `rates.csv:2: "many" ${expected}`,
      '5\n-1': `rates.csv:2: "-1" ${expected}`,
      '5\n1000001': `rates.csv:2: "1000001" ${expected}`,
      '0,5,6': `rates.csv:1: "0,5,6" ${expected}`,
      '0,': `rates.csv:1: "0," ${expected}`,
      '1,5': 'rates.csv:1: the first second is 1; it must be 0',
      '0,5\n2,6\n1,7': 'rates.csv:3: second 1 must be a whole number from 3 to 604799; seconds ascend from 0',
      '0,5\n0.5,6': 'rates.csv:2: second 0.5 must be a whole number from 1 to 604799; seconds ascend from 0',
      '0,5\n604800,6': 'rates.csv:2: second 604800 must be a whole number from 1 to 604799; seconds ascend from 0',
    },
  );
});

describe('a fault', () => {
  const form =
    'must be SECTION.NAME=EFFECT:AMOUNT, then "from TIME" and "for TIME" if needed; an example is "tables.payments=slow:5x from 2m for 5m".';
  const written = (text: string) => ({ text, section: 'tables' as const, name: 'payments', from: 0 });
  testTable(
    parseFault,
    {
      'tables.payments=hot:50% from 2m for 5m': {
        ...written('tables.payments=hot:50% from 2m for 5m'),
        kind: { is: 'hot partition', table: 'payments', share: 0.5 },
        from: 120,
        seconds: 300,
      },
      'tables.payments=slow:5x': {
        ...written('tables.payments=slow:5x'),
        kind: { is: 'slow table', table: 'payments', factor: 5 },
      },
      'tables.payments=error:2.5% from 0s': {
        ...written('tables.payments=error:2.5% from 0s'),
        kind: { is: 'failing table', table: 'payments', share: 0.025 },
      },
      'functions.a.b=slow:1.5x for 1h': {
        ...{ text: 'functions.a.b=slow:1.5x for 1h', section: 'functions', name: 'a.b', from: 0, seconds: 3600 },
        kind: { is: 'slow function', function: 'a.b', factor: 1.5 },
      },
      'functions.f=error:100%': {
        ...{ text: 'functions.f=error:100%', section: 'functions', name: 'f', from: 0 },
        kind: { is: 'failing function', function: 'f', share: 1 },
      },
      'functions.f=409:50%': {
        ...{ text: 'functions.f=409:50%', section: 'functions', name: 'f', from: 0 },
        kind: { is: 'error response', function: 'f', status: 409, share: 0.5 },
      },
      'functions.f=amount:1000x': {
        ...{ text: 'functions.f=amount:1000x', section: 'functions', name: 'f', from: 0 },
        kind: { is: 'unusual amount', function: 'f', factor: 1000 },
      },
      'tables.payments=foreign:10%': {
        ...written('tables.payments=foreign:10%'),
        kind: { is: 'foreign writes', table: 'payments', share: 0.1 },
      },
      'queues.q=error:100%': {
        ...{ text: 'queues.q=error:100%', section: 'queues', name: 'q', from: 0 },
        kind: { is: 'failing queue', queue: 'q', share: 1 },
      },
      'webhooks.w=error:100%': {
        ...{ text: 'webhooks.w=error:100%', section: 'webhooks', name: 'w', from: 0 },
        kind: { is: 'failing webhook', webhook: 'w', share: 1 },
      },
      'schedules.f.nightly=error:100%': {
        ...{ text: 'schedules.f.nightly=error:100%', section: 'schedules', name: 'f.nightly', from: 0 },
        kind: { is: 'failing schedule', schedule: 'f.nightly', share: 1 },
      },
    },
    {
      '': `"" ${form}`,
      'tables.payments': `"tables.payments" ${form}`,
      'tables.payments=slow': `"tables.payments=slow" ${form}`,
      'tables.payments=slow:5x for 5m from 2m': `"tables.payments=slow:5x for 5m from 2m" ${form}`,
      'table.payments=slow:5x': 'unknown section "table"; did you mean tables?',
      'buckets.dead=slow:5x': 'unknown section "buckets"; allowed: tables, functions, queues, webhooks, schedules.',
      'queues.dead=slow:5x': 'unknown effect on queues "slow"; allowed: error.',
      'tables.payments=slw:5x': 'unknown effect on tables "slw"; did you mean slow?',
      'functions.f=hot:5%':
        'unknown effect on functions "hot"; allowed: slow, error, amount, a status from 400 to 599.',
      'functions.f=399:5%':
        'unknown effect on functions "399"; allowed: slow, error, amount, a status from 400 to 599.',
      'functions.f=404:5': '404:5 must have a percentage above 0% and at most 100%, such as 404:50%.',
      'functions.f=amount:5%': 'amount:5% must have a factor from 1x to 1000x, such as amount:5x.',
      'tables.t=toString:5x': 'unknown effect on tables "toString"; allowed: hot, slow, error, foreign.',
      'tables.payments=hot:0%': 'hot:0% must have a percentage above 0% and at most 100%, such as hot:50%.',
      'tables.payments=error:101%': 'error:101% must have a percentage above 0% and at most 100%, such as error:50%.',
      'tables.payments=hot:0.5': 'hot:0.5 must have a percentage above 0% and at most 100%, such as hot:50%.',
      'tables.payments=slow:5': 'slow:5 must have a factor from 1x to 1000x, such as slow:5x.',
      'tables.payments=slow:0.5x': 'slow:0.5x must have a factor from 1x to 1000x, such as slow:5x.',
      'tables.payments=slow:5x from noon':
        '"noon" must be a duration from 1s to 7d in whole seconds, such as 90s, 10m, 2h or 1d.',
    },
  );

  describe('of a system', () => {
    const { resolved } = compileProject('spec/case.yaml', { 'spec/case.yaml': 'extends: production.yaml\n' });
    if (resolved === undefined) throw new Error('the spec does not compile');
    const faultOf = (text: string) => faultsOf([parseFault(text)], resolved.expanded, 600);

    it('ends at its end or at that of the simulation', () => {
      const ends = ['', ' from 1m', ' from 1m for 2m', ' from 9m for 2m'].map((when) => {
        const [fault] = faultOf(`tables.payments=slow:5x${when}`);
        return [fault?.from, fault?.until];
      });
      expect(ends).to.deep.equal([
        [0, 600],
        [60, 600],
        [60, 180],
        [540, 600],
      ]);
    });

    it('names a part of the system, and begins within the simulation', () => {
      expect(() => faultOf('tables.payment=slow:5x')).to.throw('unknown table "payment"; did you mean payments?');
      expect(() => faultOf('functions.zzz=slow:5x')).to.throw(/^unknown function "zzz"; the functions are payment-/);
      expect(() => faultOf('queues.failed=error:5%')).to.throw('unknown queue "failed"; did you mean failed-events?');
      expect(() => faultOf('webhooks.shop=error:5%')).to.throw('unknown webhook "shop"; the webhooks are merchant');
      expect(() => faultOf('schedules.nightly=error:5%')).to.throw(
        'unknown schedule "nightly"; the schedules are reconciliation.nightly',
      );
      expect(() => faultOf('tables.payments=slow:5x from 10m')).to.throw(
        'the fault "tables.payments=slow:5x from 10m" begins after the end of the simulation, which has 600 s',
      );
    });
  });
});

describe('the value of an assumption', () => {
  testTable(
    (text) => {
      const [name = '', value = ''] = text.split('=');
      return assumptionsOf([{ name, value }]);
    },
    {
      'metricDelaySeconds=60': { metricDelaySeconds: 60 },
      'refusedRequestsCount=true': { refusedRequestsCount: true },
      'stageThrottleScope=stage': { stageThrottleScope: 'stage' },
    },
    {
      'metricDelay=60': 'unknown assumption "metricDelay"; did you mean metricDelaySeconds?',
      'metricDelaySeconds=long':
        'assumption metricDelaySeconds is "long"; it must be a number of at least 0, such as 120',
      'metricDelaySeconds=-1': 'assumption metricDelaySeconds is "-1"; it must be a number of at least 0, such as 120',
      'refusedRequestsCount=yes': 'assumption refusedRequestsCount is "yes"; allowed: false, true',
      'stageThrottleScope=route': 'assumption stageThrottleScope is "route"; allowed: method, stage',
    },
  );
});
