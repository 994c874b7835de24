// `payment-spec drill`, run as a user does.

import { expect } from 'chai';
import { expectGolden } from '../../../golden';
import { callCommand, runCommand } from '../run';

describe('payment-spec drill', () => {
  it('prints the result of each alarm', async () => {
    const { code, stdout, stderr } = await callCommand(['drill', 'spec/pr1234.yaml']);
    expect({ code, stderr: stderr.includes('ENV308') }).to.deep.equal({ code: 0, stderr: false });
    expect(stdout.split('\n')).to.deep.equal([
      '   alarm                         must fire                      must not  without data  when data ends',
      '   payment-processor-duration    fired after 1 period (1 min)   quiet     OK            OK',
      '   payment-processor-error-rate  fired after 2 periods (2 min)  quiet     OK            OK',
      '   payment-processor-throttle    fired after 1 period (1 min)   quiet     OK            OK',
      '',
      'spec/pr1234.yaml: 3 alarms; all pass',
      '',
    ]);
  });

  it('fails if an alarm has no drill, and reports an alarm that stays in ALARM', () => {
    const lines = [
      'extends: pr1234.yaml',
      'alarms:',
      '  payment-processor-throttle: { drill: null }',
      '  reads:',
      '    metric: { resource: tables.payments, name: ReadThrottleEvents, statistic: Sum }',
      '    threshold: 0',
      '    drill: { fires: { metric: "1" }, quiet: { metric: "_" } }',
    ];
    const { code, stdout } = runCommand(['drill', '-', '--json'], { input: lines.join('\n') });
    expect(code).to.equal(1);
    const { alarms } = JSON.parse(stdout) as { alarms: { name: string; passes: boolean }[] };
    expect(alarms.filter(({ passes }) => !passes)).to.deep.equal([
      { name: 'payment-processor-throttle', passes: false, is: 'untried' },
      {
        name: 'reads',
        passes: false,
        is: 'tried',
        fires: { periods: 1, seconds: 60 },
        isQuiet: true,
        idle: 'INSUFFICIENT_DATA',
        afterwards: 'ALARM',
      },
    ]);
  });

  describe('--incidents', () => {
    it('prints a line for each incident, and the alarms that no incident fires', async () => {
      const { code, stdout } = await callCommand(['drill', 'production', '--incidents']);
      expectGolden('golden/production/incidents.txt', stdout);
      expect(code).to.equal(0);
    });

    it('fails if a page does not come, and prints all firings as JSON', () => {
      const drill = '{ fires: { errors: 0 0, failures: 61 61, invocations: 100 100 } }';
      const alarm = `{ payment-processor-error-rate: { threshold: 60, drill: ${drill} } }`;
      const input = `extends: pr1234.yaml\nalarms: ${alarm}\n`;
      const { code, stdout } = runCommand(['drill', '-', '--incidents', '--json'], { input });
      expect(code).to.equal(1);
      const { incidents, ...others } = JSON.parse(stdout) as {
        incidents: ({ name: string; verdict: string } & object)[];
      };
      expect(others).to.deep.equal({
        schemaVersion: 1,
        spec: 'spec/<stdin>',
        neverFiring: ['payment-processor-duration', 'payment-processor-throttle'],
        unjudged: [],
        pageWithinSeconds: 300,
      });
      const firing = { alarm: 'payment-processor-error-rate', seconds: 120 };
      expect(incidents.filter(({ name }) => name === 'tables fail' || name === 'bad deployment')).to.deep.equal([
        {
          name: 'tables fail',
          what: 'DynamoDB answers every request with an internal error.',
          verdict: 'paged',
          noticed: 2,
          firstAlarm: firing,
          firstPage: firing,
          firings: [firing],
        },
        {
          name: 'bad deployment',
          what: 'The functions behind the API fail half of their invocations.',
          verdict: 'never',
          noticed: 0,
          firings: [],
        },
      ]);
    });

    it('requires the traffic of the spec', () => {
      const { code, stderr } = runCommand(['drill', '-', '--incidents'], {
        input: 'extends: pr1234.yaml\ntraffic: null\n',
      });
      expect(code).to.equal(2);
      expect(stderr).to.include('add `traffic: { requestsPerSecond: … }`');
    });
  });
});
