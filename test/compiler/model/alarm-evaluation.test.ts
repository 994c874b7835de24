// The times and the periods of alarm evaluations, and composite alarms.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html

import { expect } from 'chai';
import { compositeState, evaluatedPeriods, evaluationInterval } from '../../../compiler/model/alarm-evaluation';
import type { AlarmState } from '../../../compiler/model/alarm-state';

describe('the evaluation of an alarm', () => {
  it('takes place each minute, each 10 s for short periods, and each hour over more than a day', () => {
    const interval = (periodSeconds: number, evaluationPeriods: number) =>
      evaluationInterval({ periodSeconds, evaluationPeriods });
    expect([interval(60, 3), interval(3600, 24), interval(10, 1), interval(30, 5), interval(3600, 25)]).to.deep.equal([
      60, 60, 10, 10, 3600,
    ]);
  });

  it('covers periods that end at the evaluation: at minute 6, a period of 5 minutes covers minutes 2 to 6', () => {
    const periods = (now: number) =>
      evaluatedPeriods(now, { periodSeconds: 300, evaluationPeriods: 1 }, { alarmLookBackPeriods: 0 });
    expect(periods(360)).to.deep.equal([{ from: 60, to: 360 }]);
    expect(periods(419)).to.deep.equal([{ from: 60, to: 360 }]);
  });

  it('replaces missing data points by those of older periods', () => {
    const periods = evaluatedPeriods(600, { periodSeconds: 60, evaluationPeriods: 3 });
    expect(periods.map(({ to }) => to)).to.deep.equal([360, 420, 480, 540, 600]);
  });
});

describe('a composite alarm', () => {
  const rows: [states: AlarmState[], any: AlarmState, all: AlarmState][] = [
    [['OK', 'OK'], 'OK', 'OK'],
    [['OK', 'ALARM'], 'ALARM', 'OK'],
    [['ALARM', 'ALARM'], 'ALARM', 'ALARM'],
    [['INSUFFICIENT_DATA', 'ALARM'], 'ALARM', 'OK'],
    [['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA'], 'OK', 'OK'],
  ];
  for (const [states, any, all] of rows)
    it(`of ${states.join(' and ')} is ${any} for any, ${all} for all`, () => {
      expect([compositeState(states, 'any'), compositeState(states, 'all')]).to.deep.equal([any, all]);
    });
});
