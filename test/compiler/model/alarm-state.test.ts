// The state of an alarm with missing data: the tables of Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data".

import { expect } from 'chai';
import { type AlarmSettings, type AlarmState, alarmStates, nextState } from '../../../compiler/model/alarm-state';

const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

/** `0` is a point within the threshold, `X` a breaching point, `-` a missing point. */
const seriesOf = (points: string) => points.split(' ').map((point) => ({ '0': 0, X: 1 })[point]);

const settings = (more: Partial<AlarmSettings>): AlarmSettings => ({
  comparison: 'GreaterThanThreshold',
  threshold: 0,
  evaluationPeriods: 3,
  treatMissingData: 'missing',
  ...more,
});

/** The state for each treatment; `keeps` is the previous state. */
function statesOf(points: string, datapointsToAlarm: number): string[] {
  return TREATMENTS.map((treatMissingData) => {
    const after = (before: AlarmState) =>
      nextState(seriesOf(points), settings({ datapointsToAlarm, treatMissingData }), before);
    return after('OK') === 'OK' && after('ALARM') === 'ALARM' ? 'keeps' : after('OK');
  });
}

describe('an alarm of 3 out of 3 periods', () => {
  const rows: Record<string, string[]> = {
    '0 - X - X': ['OK', 'OK', 'OK', 'OK'],
    '0 - - - -': ['OK', 'OK', 'OK', 'OK'],
    '- - - - -': ['INSUFFICIENT_DATA', 'keeps', 'ALARM', 'OK'],
    '0 X X - X': ['ALARM', 'ALARM', 'ALARM', 'ALARM'],
    '- - - - X': ['INSUFFICIENT_DATA', 'keeps', 'ALARM', 'OK'],
    'X - - - -': ['ALARM', 'keeps', 'ALARM', 'OK'],
    '- - X - -': ['ALARM', 'keeps', 'ALARM', 'OK'],
  };
  for (const [points, states] of Object.entries(rows)) {
    it(`${points} is ${states.join(', ')}`, () => expect(statesOf(points, 3)).to.deep.equal(states));
  }
});

describe('an alarm of 2 out of 3 periods', () => {
  const rows: Record<string, string[]> = {
    '0 - X - X': ['ALARM', 'ALARM', 'ALARM', 'ALARM'],
    '0 0 X 0 X': ['ALARM', 'ALARM', 'ALARM', 'ALARM'],
    '0 - X - -': ['OK', 'OK', 'ALARM', 'OK'],
    '- - - - 0': ['OK', 'OK', 'ALARM', 'OK'],
    '- - - - X': ['INSUFFICIENT_DATA', 'keeps', 'ALARM', 'OK'],
    '- - - X -': ['ALARM', 'keeps', 'ALARM', 'OK'],
  };
  for (const [points, states] of Object.entries(rows)) {
    it(`${points} is ${states.join(', ')}`, () => expect(statesOf(points, 2)).to.deep.equal(states));
  }
});

describe('an alarm over time', () => {
  it('enters ALARM when enough points breach the threshold, and recovers', () => {
    expect(alarmStates([0, 1, 1, 1, 0], settings({}), 'INSUFFICIENT_DATA')).to.deep.equal([
      'OK',
      'OK',
      'OK',
      'ALARM',
      'OK',
    ]);
  });

  it('uses its comparison operator', () => {
    const at = (comparison: AlarmSettings['comparison']) =>
      [0, 1, 2].map((value) => nextState([value], settings({ comparison, threshold: 1, evaluationPeriods: 1 }), 'OK'));
    expect(at('GreaterThanThreshold')).to.deep.equal(['OK', 'OK', 'ALARM']);
    expect(at('GreaterThanOrEqualToThreshold')).to.deep.equal(['OK', 'ALARM', 'ALARM']);
    expect(at('LessThanThreshold')).to.deep.equal(['ALARM', 'OK', 'OK']);
    expect(at('LessThanOrEqualToThreshold')).to.deep.equal(['ALARM', 'ALARM', 'OK']);
  });
});
