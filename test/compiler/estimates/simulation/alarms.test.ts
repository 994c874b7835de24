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

  it('are not judged if a metric does not follow from a simulation', () => {
    const { unjudged } = run(PRODUCTION, { requests: steadyRate(20, MINUTE) });
    expect(unjudged).to.include('payment-processor-refused');
    expect(unjudged).not.to.include('payments-throttles');
    expect(unjudged).not.to.include('payments-failing');
  });

  it('are not judged if a part of a composite alarm is not', () => {
    const parts = ['payment-api-server-errors', 'payment-processor-refused'];
    const system = systemOf('production.yaml', {
      compositeAlarms: { both: { description: 'Errors or refusals', anyOf: parts, notify: 'NONE' } },
    });
    expect(run(system, { requests: steadyRate(20, MINUTE) }).unjudged).to.include('both');
  });
});
