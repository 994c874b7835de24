// `payment-spec drill`, run as a user does.

import { expect } from 'chai';
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
});
