// The course of a simulation, for any edit of a spec.

import type { System } from '../../../estimates/cost/estimate';
import type { BriefSimulation, Refusal, Simulation } from '../../../estimates/simulation/result';
import type { Scenario } from '../../../estimates/simulation/scenario';
import {
  simulate,
  simulateBriefly,
  simulateConsumption,
  simulateUnlessRefused,
} from '../../../estimates/simulation/simulate';
import { mixOf, type RouteWeights } from '../../../estimates/traffic/traffic';

/** A scenario with the weights of routes in place of the shares of methods, which are objects of one compilation. */
export interface Course extends Omit<Scenario, 'mix'> {
  /** Empty: all routes alike. */
  readonly weights: RouteWeights;
}

/** Simulates a course on a system. */
export function simulateCourse(system: System, course: Course): Simulation {
  return simulate(system, scenarioOf(course, system));
}

/** Simulates how the requests of a course end on a system. */
export function simulateCourseBriefly(system: System, course: Course): BriefSimulation {
  return simulateBriefly(system, scenarioOf(course, system));
}

/** Simulates how the requests of a course end on a system, and what they consume. */
export function consumptionOf(system: System, course: Course): ReturnType<typeof simulateConsumption> {
  return simulateConsumption(system, scenarioOf(course, system));
}

/** Simulates how the requests of a course end on a system; undefined if a limit refuses some. */
export function simulateCourseUnlessRefused(
  system: System,
  course: Course,
  limit: Refusal['limit'],
): BriefSimulation | undefined {
  return simulateUnlessRefused(system, scenarioOf(course, system), limit);
}

function scenarioOf({ weights, ...scenario }: Course, { environment }: System): Scenario {
  return { ...scenario, mix: mixOf(environment, weights) };
}

/** The highest rate of a course, in requests/s. */
export function peakOf({ requests }: Course): number {
  return requests.reduce((highest, rate) => Math.max(highest, rate), 0);
}

/** The longest course of which many variants are simulated, in seconds: an hour takes a quarter of a second. */
const LONGEST_VARIED_SECONDS = 3600;

/** Whether variants of a course take so long that only the necessary ones are simulated. */
export function isLong({ requests }: Course): boolean {
  return requests.length > LONGEST_VARIED_SECONDS;
}
