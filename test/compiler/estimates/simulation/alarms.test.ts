// The alarms of a simulation: when they change, and those that cannot be judged.

import { expect } from 'chai';
import type { Fault } from '../../../../compiler/estimates/simulation/scenario';
import { run, START, steadyRate, systemOf } from './system';

const PRODUCTION = systemOf('production.yaml');
const MINUTE = 60;
const down = (from: number, until: number): readonly Fault[] => [
  { is: 'failing function', function: 'payment-processor', share: 1, from, until },
];

/** The changes of an alarm. */
function changesOf(alarm: string, faults: readonly Fault[], minutes = 20, start = START) {
  const { alarms } = run(PRODUCTION, { requests: steadyRate(20, minutes * MINUTE), faults, start });
  return alarms.flatMap((event) => (event.alarm === alarm ? [[event.second, event.state]] : []));
}

describe('the alarms of a simulation', () => {
  it('do not change without a refusal or a fault', () => {
    const { alarms } = run(PRODUCTION, { requests: steadyRate(20, 10 * MINUTE) });
    expect(alarms).to.deep.equal([]);
  });

  it('fire after their periods, and recover', () => {
    // Two of three minutes above the threshold.
    expect(changesOf('payment-api-server-errors', down(5 * MINUTE, 10 * MINUTE))).to.deep.equal([
      [7 * MINUTE, 'ALARM'],
      [12 * MINUTE, 'OK'],
    ]);
  });

  it('are evaluated at the full minutes of the clock', () => {
    const [first] = changesOf('payment-api-server-errors', down(5 * MINUTE, 10 * MINUTE), 20, START + 20);
    expect(first).to.deep.equal([6 * MINUTE + 40, 'ALARM']);
  });

  it('include composite alarms', () => {
    expect(changesOf('payments-failing', down(5 * MINUTE, 10 * MINUTE))[0]?.[1]).to.equal('ALARM');
  });

  for (const spec of ['pr1234.yaml', 'development.yaml', 'production.yaml'])
    it(`are all judged in ${spec}`, () => {
      expect(run(systemOf(spec), { requests: steadyRate(20, MINUTE) }).unjudged).to.deep.equal([]);
    });

  it('are not judged if a metric, or a part of a composite alarm, does not follow from a simulation', () => {
    const system = systemOf('production.yaml', {
      alarms: {
        oversized: {
          description: 'Records are too large',
          metric: { resource: 'functions.payment-publisher', name: 'OversizedRecordCount', statistic: 'Sum' },
          threshold: 0,
          drill: { fires: { metric: '1' }, quiet: { metric: '0' } },
        },
      },
      compositeAlarms: {
        both: { description: 'Either', anyOf: ['payment-api-server-errors', 'oversized'], notify: 'NONE' },
      },
    });
    expect(run(system, { requests: steadyRate(20, MINUTE) }).unjudged).to.deep.equal(['oversized', 'both']);
  });
});
