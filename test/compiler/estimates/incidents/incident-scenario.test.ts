// The scenarios of the standard incidents.

import { expect } from 'chai';
import { scenarioOf, timeOf, USUAL_SECONDS } from '../../../../compiler/estimates/incidents/incident-scenario';
import { STANDARD_INCIDENTS } from '../../../../compiler/estimates/incidents/standard-incidents';
import { systemOf } from '../simulation/system';

const { environment } = systemOf('production.yaml');
const HOURS = [2, 2, 2, 2, 2, 4, 8, 20, ...Array.from({ length: 16 }, () => 2)];

function scenario(name: string) {
  const incident = STANDARD_INCIDENTS.find((one) => one.name === name);
  if (incident === undefined) throw new Error(`no incident ${name}`);
  return { incident, ...scenarioOf(incident, environment, HOURS) };
}

/** The requests of phases that hold a rate, as text such as `20 for 600 s`. */
function phasesOf(requests: readonly number[]): readonly string[] {
  const phases: { rate: number; seconds: number }[] = [];
  for (const rate of requests) {
    const last = phases.at(-1);
    const rounded = Number(rate.toFixed(6));
    if (last?.rate === rounded) last.seconds++;
    else phases.push({ rate: rounded, seconds: 1 });
  }
  return phases.map(({ rate, seconds }) => `${rate} for ${seconds} s`);
}

describe('the scenario of an incident', () => {
  it('begins with the usual traffic of the busiest hour, and lasts 30 min', () => {
    const { requests, faults, usualSeconds } = scenario('bad deployment');
    expect(phasesOf(requests)).to.deep.equal(['20 for 2400 s']);
    expect(usualSeconds).to.equal(USUAL_SECONDS);
    expect(faults).to.deep.equal([
      { is: 'failing function', function: 'payment-processor', share: 0.5, from: 600, until: 2400 },
    ]);
  });

  it('faults each table', () => {
    const tables = scenario('tables fail').faults.map((fault) => ('table' in fault ? fault.table : undefined));
    expect(tables).to.have.members(Object.keys(environment.tables));
  });

  it('multiplies the busiest hour for 10 min', () => {
    expect(phasesOf(scenario('spike x10').requests)).to.deep.equal(['20 for 600 s', '200 for 600 s', '20 for 1200 s']);
  });

  it('has 20 min of each hour of a day', () => {
    const { incident, requests, faults } = scenario('normal day');
    expect(faults).to.deep.equal([]);
    expect(requests.length).to.equal(USUAL_SECONDS + 24 * 1200);
    expect(phasesOf(requests).slice(0, 3)).to.deep.equal(['2 for 6600 s', '4 for 1200 s', '8 for 1200 s']);
    expect([0, 60, 1199, 1200, 1260].map((second) => timeOf(incident, USUAL_SECONDS + second))).to.deep.equal([
      0, 60, 1199, 3600, 3660,
    ]);
  });
});
