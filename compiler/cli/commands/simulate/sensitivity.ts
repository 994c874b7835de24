// The influence of assumptions on the answer of a simulation.

import type { System } from '../../../cost/estimate';
import { ASSUMPTIONS, type Assumptions } from '../../../model/assumptions';
import type { Simulation } from '../../../simulation/result';
import { type Course, simulateCourse } from './course';

/** The answer of a simulation: which limit gives way first, when, and how many requests fail. */
export interface Answer {
  readonly limit?: string;
  readonly second?: number;
  readonly failed: number;
}

/** An assumption that changes the answer. */
export interface Influence {
  readonly name: keyof Assumptions;
  /** The answer with each value of the assumption that fits its basis. */
  readonly answers: readonly { readonly value: number | boolean | string; readonly answer: Answer }[];
}

/** The answer of a simulation. */
function answerOf({ refusals: [first], outcome }: Simulation): Answer {
  const failed = Object.values(outcome.failed).reduce((sum, count) => sum + count, 0);
  return { ...(first === undefined ? {} : { limit: first.limit, second: first.first }), failed: Math.round(failed) };
}

/** The assumptions of a simulation that change its answer. Simulates the course with each of their other values. */
export function influencesOn(simulation: Simulation, system: System, course: Course): readonly Influence[] {
  const usual = answerOf(simulation);
  return simulation.assumptions.flatMap((used) => {
    const name = used as keyof Assumptions;
    const answers = ASSUMPTIONS[name].others.map((value) => {
      const assumptions: Assumptions = { ...course.assumptions, [name]: value };
      return { value, answer: answerOf(simulateCourse(system, { ...course, assumptions })) };
    });
    return answers.some(({ answer }) => differs(answer, usual, simulation.outcome.requests)) ? [{ name, answers }] : [];
  });
}

/** A difference of fewer failed requests, as a share of all, is not one of the answer. */
const SMALLEST_SHARE = 0.01;

function differs(one: Answer, other: Answer, requests: number): boolean {
  if (one.limit !== other.limit || one.second !== other.second) return true;
  return Math.abs(one.failed - other.failed) > SMALLEST_SHARE * requests;
}
