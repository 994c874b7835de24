// The scenario of an incident: usual traffic first, then the incident.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions';
import { NO_REPEATS, type Scenario, SIMULATION_START } from '../simulation/scenario';
import { constantRate } from '../traffic/shapes';
import { allRequests, expectedTraffic, mixOf } from '../traffic/traffic';
import type { Incident, IncidentCourse } from './incident';
import { FAULT_SECONDS } from './incident-times';

/** The seconds of usual traffic before an incident. Buckets and environments are then in their usual state: the burst of a table is 300 s. */
export const USUAL_SECONDS = 600;

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

/**
 * The simulated seconds of each hour of a day, whose rate is constant. They are longer than the burst of a table (300 s) and the 15 min
 * after which autoscaling lowers a capacity.
 */
const SIMULATED_SECONDS_PER_HOUR = 1200;

/** The usual requests a second of each hour; undefined if the spec has no traffic, or only traffic of 0. */
export function usualHours(environment: ExpandedEnvironment): readonly number[] | undefined {
  const traffic = expectedTraffic(environment);
  if (traffic === undefined) return undefined;
  const hours = allRequests(traffic);
  return hours.some((rate) => rate > 0) ? hours : undefined;
}

/** The scenario of an incident. The incident begins after USUAL_SECONDS; clients do not repeat failed requests. */
export function scenarioOf({ course }: Incident, environment: ExpandedEnvironment, hours: readonly number[]): Scenario {
  const peak = Math.max(...hours);
  const usual = constantRate(course.is === 'day' ? (hours[0] ?? 0) : peak, USUAL_SECONDS);
  // Schedules and days are those of the busiest hour.
  const start = course.is === 'day' ? SIMULATION_START : startOf(hours.indexOf(peak));
  const begin = start + USUAL_SECONDS;
  const seconds = course.is === 'fault' ? course.secondsOf(environment, begin) : FAULT_SECONDS;
  const requests = [...usual, ...requestsOf(course, hours, peak, seconds)];
  const faults = course.is === 'fault' ? course.faultsOf(environment) : [];
  return {
    start,
    requests,
    usualSeconds: USUAL_SECONDS,
    mix: mixOf(environment),
    faults: faults.map((fault) => ({ ...fault, from: USUAL_SECONDS, until: requests.length })),
    clients: NO_REPEATS,
    assumptions: DEFAULT_ASSUMPTIONS,
  };
}

/** The time since the begin of an incident at a second of its scenario. The scenario of a day has only a part of each hour. */
export function timeOf({ course }: Incident, second: number): number {
  const seconds = second - USUAL_SECONDS;
  if (course.is !== 'day' || seconds < 0) return seconds;
  const hour = Math.floor(seconds / SIMULATED_SECONDS_PER_HOUR);
  return hour * SECONDS_PER_HOUR + (seconds % SIMULATED_SECONDS_PER_HOUR);
}

/** The start of a scenario whose incident begins with an hour of a day. */
function startOf(hour: number): number {
  return SIMULATION_START + SECONDS_PER_DAY + hour * SECONDS_PER_HOUR - USUAL_SECONDS;
}

function requestsOf(
  course: IncidentCourse,
  hours: readonly number[],
  peak: number,
  seconds: number,
): readonly number[] {
  switch (course.is) {
    case 'day':
      return hours.flatMap((rate) => constantRate(rate, SIMULATED_SECONDS_PER_HOUR));
    case 'spike':
      return [...constantRate(peak * course.factor, course.seconds), ...constantRate(peak, seconds - course.seconds)];
    case 'fault':
      return constantRate(peak, seconds);
  }
}
