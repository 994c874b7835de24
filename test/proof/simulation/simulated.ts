// Observes a course in the simulator.

import { simulate } from '../../../compiler/estimates/simulation/simulate';
import { mixOf } from '../../../compiler/estimates/traffic/traffic';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { valuesOf } from '../../compiler/estimates/simulation/system';
import { type CapacityPart, type Course, minutesOf, type Observation } from './course';

/** Simulates a course. */
export function observeSimulation(course: Course, start: number): Observation {
  const { system, round, rounds } = course;
  const size = Object.values(round).reduce((sum, count) => sum + count, 0);
  const simulation = simulate(system, {
    start,
    // One more second shows the capacity at the end of the last minute.
    requests: [...rounds.map((count) => count * size), 0],
    mix: mixOf(system.environment, round),
    faults: [],
    clients: { attempts: 1, pauseSeconds: 1 },
    assumptions: DEFAULT_ASSUMPTIONS,
  });
  const { outcome, refusals, alarms } = simulation;
  const minutes = Array.from({ length: minutesOf(course) }, (_, minute) => minute * 60);
  const units = (what: string, { direction, index }: CapacityPart) => {
    const part = index === undefined ? 'tables.payments' : `tables.payments.indexes.${index}`;
    return valuesOf(simulation, part, `${what} ${direction} units`);
  };
  return {
    responses: (status) => (status === 200 ? outcome.succeeded : (outcome.failed[status] ?? 0)),
    first: (status) => Math.min(...refusals.flatMap((refusal) => (refusal.status === status ? [refusal.first] : []))),
    consumed: (part) => {
      const values = units('consumed', part);
      return minutes.map((from) => values.slice(from, from + 60).reduce((sum, value) => sum + value, 0));
    },
    provisioned: (part) => {
      const values = units('provisioned', part);
      return minutes.map((from) => values[from + 60] ?? 0);
    },
    alarm: (name) => {
      const changes = alarms.filter(({ alarm }) => alarm === name).map(({ second, state }) => ({ second, state }));
      return firingsOf(changes);
    },
  };
}

/** The seconds at which an alarm fires and recovers, from its changes of state. */
export function firingsOf(changes: readonly { readonly second: number; readonly state: string }[]): readonly number[] {
  const seconds: number[] = [];
  for (const { second, state } of changes) {
    const isFiring = seconds.length % 2 === 1;
    if (isFiring !== (state === 'ALARM')) seconds.push(second);
  }
  return seconds;
}
