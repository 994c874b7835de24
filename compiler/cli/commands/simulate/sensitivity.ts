// The dependence of a simulation's answer on assumptions about behaviour that AWS does not document.

import type { System } from '../../../estimates/cost/estimate';
import { THROTTLED } from '../../../estimates/simulation/gateway-stage';
import type { BriefSimulation, Simulation } from '../../../estimates/simulation/result';
import { ASSUMPTIONS, type Assumptions } from '../../../model/assumptions';
import { firstLimit } from './answer';
import { type Course, simulateCourseBriefly } from './course';
import { isCalm } from './headroom';

/** The answer of a simulation: which limit gives way first, when, and how many requests fail. */
export interface Answer {
  /** The limit and the second of its first refusal; absent if no limit gives way. */
  readonly limit?: string;
  readonly second?: number;
  readonly failed: number;
}

/** Assumptions that change the answer. */
export interface Sensitivity {
  /** Each assumption with its other values that fit its basis. */
  readonly assumptions: readonly { readonly name: keyof Assumptions; readonly values: readonly Value[] }[];
  /** The answers with the defaults, with each other value, and with the ends of all delays together. */
  readonly answers: readonly Answer[];
}

type Value = number | boolean | string;

/**
 * The assumptions of a simulation that change its answer; undefined if none does. Simulates the course with each of their other values, except
 * those of assumptions that the user chose. Delays are tried together first: most answers do not depend on any of them.
 * @param chosen the names of the assumptions that the user chose
 */
export function sensitivityOf(
  simulation: Simulation,
  system: System,
  course: Course,
  chosen: readonly string[],
): Sensitivity | undefined {
  const usual = answerOf(simulation, course);
  const answerWith = (values: readonly (readonly [string, Value | undefined])[]): Answer => {
    const assumptions = { ...course.assumptions, ...Object.fromEntries(values) } as Assumptions;
    return answerOf(simulateCourseBriefly(system, { ...course, assumptions }), course);
  };
  const isDifferent = (answer: Answer) => differs(answer, usual, simulation.outcome.requests);
  const names = simulation.assumptions
    .filter(isOfModels)
    .filter((name) => !chosen.includes(name) && (CAN_MATTER[name]?.(simulation, system, course) ?? true));
  const delays = names.filter(isDelay);
  const ends =
    delays.length === 0 ? [] : ENDS.map((end) => answerWith(delays.map((name) => [name, valueAt(end, name)])));
  const doDelaysMatter = ends.some(isDifferent);
  const tried = names
    .filter((name) => doDelaysMatter || !isDelay(name))
    .map((name) => {
      const values: readonly Value[] = ASSUMPTIONS[name].others;
      return { name, values, answers: values.map((value) => answerWith([[name, value]])) };
    })
    .filter(({ answers }) => answers.some(isDifferent));
  if (tried.length === 0) return undefined;
  return {
    assumptions: tried.map(({ name, values }) => ({ name, values })),
    answers: [usual, ...tried.flatMap(({ answers }) => answers), ...(doDelaysMatter ? ends : [])],
  };
}

/** The values of delays with which fewer requests fail, and those with which more do. */
const ENDS = ['fewer', 'more'] as const;
type End = (typeof ENDS)[number];

/**
 * The assumptions about delays and cold starts: whether fewer or more requests fail with the highest number, or with the other choice. Unlike
 * throttles, which also protect the limits behind them, each acts in one direction, so effects of several do not cancel each other.
 */
const DELAYS = {
  environmentIdleSeconds: 'fewer',
  environmentReuse: 'fewer',
  initMedianMilliseconds: 'more',
  initP99ToMedian: 'more',
  metricDelaySeconds: 'more',
  updateTableSeconds: 'more',
} as const satisfies { readonly [name in keyof Assumptions]?: End };

function isDelay(name: keyof Assumptions): name is keyof typeof DELAYS {
  return name in DELAYS;
}

function valueAt(end: End, name: keyof typeof DELAYS): Value | undefined {
  const { default: usual, others } = ASSUMPTIONS[name];
  const values: readonly Value[] = typeof usual === 'number' ? others : [usual, ...others];
  return values.at(DELAYS[name] === end ? -1 : 0);
}

type CanMatter = (simulation: Simulation, system: System, course: Course) => boolean;

/** While nothing is refused, cold starts matter only to functions near their concurrency. */
const ofColdStarts: CanMatter = ({ refusals }, system, course) =>
  refusals.length > 0 || !isCalm(system, course, { unit: 'executions' });

/** Autoscaling matters only to loads that use more than the units that are always there. */
const ofAutoscaling: CanMatter = ({ refusals }, system, course) =>
  refusals.length > 0 || !isCalm(system, course, { unit: 'units/s', share: 1 });

/** Whether an assumption can change the answer of a simulation. Assumptions without an entry always can. */
const CAN_MATTER: { readonly [name in keyof Assumptions]?: CanMatter } = {
  environmentIdleSeconds: ofColdStarts,
  initMedianMilliseconds: ofColdStarts,
  initP99ToMedian: ofColdStarts,
  metricDelaySeconds: ofAutoscaling,
  updateTableSeconds: ofAutoscaling,
  // The assumption only names the limit of refusals with this reason.
  growthRefusalReason: ({ refusals }) =>
    refusals.some(({ reason }) => reason === ASSUMPTIONS.growthRefusalReason.default),
  // A request that is not refused takes the same tokens either way.
  refusedRequestsCount: ({ refusals }) => refusals.some(({ reason }) => reason === THROTTLED.reason),
  // While all attempts together do not exceed the rate of a common throttle, it refuses none.
  stageThrottleScope: ({ columns }, { environment: { api } }) => {
    const attempts = columns.find(({ part, what }) => part === 'api' && what === 'attempts');
    return Math.max(...(attempts?.values ?? [])) > (api?.throttle?.rateLimit ?? 0);
  },
};

/** Whether an assumption is one of the models, which have other values. */
function isOfModels(name: string): name is keyof Assumptions {
  return name in ASSUMPTIONS;
}

function answerOf(simulation: BriefSimulation, course: Course): Answer {
  const first = firstLimit(simulation.refusals, course);
  const failed = Object.values(simulation.outcome.failed).reduce((sum, count) => sum + count, 0);
  return { ...(first === undefined ? {} : { limit: first.limit, second: first.first }), failed: Math.round(failed) };
}

/** A difference of fewer failed requests, as a share of all, is not one of the answer. */
const SMALLEST_SHARE = 0.01;

function differs(one: Answer, other: Answer, requests: number): boolean {
  if (one.limit !== other.limit || one.second !== other.second) return true;
  return Math.abs(one.failed - other.failed) > SMALLEST_SHARE * requests;
}
