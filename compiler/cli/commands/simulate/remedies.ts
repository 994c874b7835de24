// Finds the smallest edits of a spec under which a limit no longer refuses requests, and verifies each by a simulation.

import { isDeepStrictEqual } from 'node:util';
import type { CompileContext } from '../../../compile/compile';
import { editedSystem } from '../../../compile/edited-system';
import { estimateCost, type System } from '../../../estimates/cost/estimate';
import type { BriefSimulation, Refusal } from '../../../estimates/simulation/result';
import { type Bottleneck, valueFor } from '../../../estimates/traffic/bottleneck';
import { editEnvironment, numberAt } from '../../../language/expand/edited-environment';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { Edit } from '../../../source/edit';
import { formatPath, type Plain } from '../../../source/spec-node';
import { firstLimit } from './answer';
import { type Candidate, type CandidateField, candidatesFor } from './candidates';
import {
  type Course,
  consumptionOf,
  isLong,
  peakOf,
  simulateCourseBriefly,
  simulateCourseUnlessRefused,
} from './course';
import { limitsOf } from './headroom';
import { largestBelow, smallestAbove } from './search';
import { unitsForDemand } from './units-for-demand';

/** Another value of a field. */
export interface FieldEdit {
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

/** Edits under which a limit no longer refuses requests. */
export interface Remedy {
  readonly direction: Candidate['direction'];
  readonly edits: readonly FieldEdit[];
  /** The change of the monthly cost without requests, in US dollars. */
  readonly usd: number;
  /** The share of the requests that then succeed. */
  readonly succeeded: number;
  /** The limit that gives way first after the edits; absent if none does. */
  readonly next?: Refusal;
}

/** A spec, its system, and the course that is simulated. */
export interface Trial {
  readonly system: System;
  /** The plain values of the spec, merged with the specs that it extends. */
  readonly plain: Plain;
  readonly context: CompileContext;
  readonly course: Course;
}

/** The remedies for a limit: a higher value of the limit, and a lower throttle before it. */
export function remediesFor(refusal: Refusal, trial: Trial): readonly Remedy[] {
  return candidatesFor(refusal, trial.system.environment, trial.course).flatMap((candidates) => {
    for (const candidate of candidates) {
      const remedy = remedyBy(candidate, refusal, trial);
      if (remedy !== undefined) return [remedy];
    }
    return [];
  });
}

/** The remedy of a candidate; undefined if no value of its fields helps. */
function remedyBy(candidate: Candidate, refusal: Refusal, trial: Trial): Remedy | undefined {
  const { environment } = trial.system;
  const present = presentValue(environment, candidate.fields[0]);
  if (present === undefined) return undefined;
  const search = new Search(candidate, trial);
  const value = nearestValue(candidate, present, refusal, search);
  if (value === undefined) return undefined;
  const edits = editsTo(value, candidate, environment);
  return edits.length === 0 ? undefined : verified(edits, candidate, refusal, trial, search.simulated.get(value));
}

/** An environment with its simulation. */
interface Simulated {
  readonly environment: ExpandedEnvironment;
  readonly simulation: BriefSimulation;
}

/**
 * The simulations of a course with values of a candidate. They edit the environment, which is faster than to compile each value: alarms and permissions
 * are those of the spec.
 */
class Search {
  /** The whole simulations so far, by value. */
  readonly simulated = new Map<number, Simulated>();

  constructor(
    private readonly candidate: Candidate,
    readonly trial: Trial,
  ) {}

  /** Simulates the course with a value, and what it consumes. */
  consumption(value: number): ReturnType<typeof consumptionOf> {
    return this.simulate(value, (system) => consumptionOf(system, this.trial.course));
  }

  /** Whether a limit admits all requests with a value. */
  admitsAll(value: number, limit: Refusal['limit']): boolean {
    return (
      this.simulate(value, (system) => simulateCourseUnlessRefused(system, this.trial.course, limit)) !== undefined
    );
  }

  /** States that a simulation with a value equals that with another one: a limit that refuses no requests has no influence on others. */
  repeat(value: number, simulated: number): void {
    const known = this.simulated.get(simulated);
    if (known !== undefined) this.simulated.set(value, { ...known, environment: this.environmentWith(value) });
  }

  private environmentWith(value: number): ExpandedEnvironment {
    const { environment } = this.trial.system;
    return editEnvironment(environment, editsTo(value, this.candidate, environment));
  }

  private simulate<S extends BriefSimulation | undefined>(value: number, simulate: (system: System) => S): S {
    const environment = this.environmentWith(value);
    const simulation = simulate({ ...this.trial.system, environment });
    if (simulation !== undefined) this.simulated.set(value, { environment, simulation });
    return simulation;
  }
}

/** The value of a candidate that is nearest to the present one; for a long course only the value that its highest rate needs. */
function nearestValue(candidate: Candidate, present: number, refusal: Refusal, search: Search): number | undefined {
  const { trial } = search;
  const { environment } = trial.system;
  const limit = steadyLimit(refusal, trial);
  const need = limit && valueFor(limit, peakOf(trial.course));
  if (isLong(trial.course)) return candidate.direction === 'raise' ? need : undefined;
  const holds = (value: number) => search.admitsAll(value, refusal.limit);
  if (candidate.direction === 'lower') return largestBelow(present, sustainedRate(limit) ?? present / 2, holds);
  const simulate = (units: number) => search.consumption(units);
  const fewest =
    need === undefined ? undefined : unitsForDemand(refusal, environment, { present, ample: need, simulate });
  if (need !== undefined && fewest !== undefined && areFixed(editsTo(fewest, candidate, environment))) {
    search.repeat(fewest, need);
    return fewest;
  }
  return smallestAbove(present, fewest ?? need ?? 2 * present, holds);
}

/** Whether edits of a capacity leave nothing to autoscaling: it does not have any, or its bounds become equal. */
function areFixed(edits: readonly Edit[]): boolean {
  const names = edits.map(({ path }) => path.at(-1));
  return names.includes('units') || (names.includes('minimum') && names.includes('maximum'));
}

/**
 * Compiles the edited spec and simulates it. Undefined if the compiler rejects it, or if the limit refuses requests.
 * @param known a simulation of the search, which is not repeated for the same environment
 */
function verified(
  edits: readonly NumberEdit[],
  { direction }: Candidate,
  refusal: Refusal,
  { system, plain, context, course }: Trial,
  known: Simulated | undefined,
): Remedy | undefined {
  const edited = editedSystem(plain, edits, context);
  if (edited === undefined) return undefined;
  const isKnown = known !== undefined && isDeepStrictEqual(known.environment, edited.environment);
  const simulation = isKnown ? known.simulation : simulateCourseBriefly(edited, course);
  if (refuses(simulation, refusal)) return undefined;
  const next = firstLimit(simulation.refusals, course);
  return {
    direction,
    edits: edits.map(({ path, from, value }) => ({ field: formatPath(path), from, to: value })),
    usd: estimateCost(edited).totals.floor.usd - estimateCost(system).totals.floor.usd,
    succeeded: simulation.outcome.succeeded / simulation.outcome.requests,
    ...(next === undefined ? {} : { next }),
  };
}

function refuses({ refusals }: BriefSimulation, { limit }: Refusal): boolean {
  return refusals.some((one) => one.limit === limit);
}

/** An edit of a number. */
interface NumberEdit extends Edit {
  readonly from: number;
  readonly value: number;
}

/** The edits that give the fields of a candidate a value where it passes their own. */
function editsTo(
  value: number,
  { fields, direction }: Candidate,
  environment: ExpandedEnvironment,
): readonly NumberEdit[] {
  return fields.flatMap((field) => {
    const from = presentValue(environment, field);
    if (from === undefined) return [];
    const passes = direction === 'raise' ? value > from : value < from;
    return passes ? [{ path: field.path, from, value }] : [];
  });
}

/** The rate of requests that a limit sustains before autoscaling reacts. */
function sustainedRate(limit: Bottleneck | undefined): number | undefined {
  return limit && (limit.atOnce ?? limit.value) / limit.perRequest;
}

/** The limit of a refusal as one of a steady rate; undefined if it is not one. */
function steadyLimit({ limit }: Refusal, { system, course }: Trial): Bottleneck | undefined {
  return limitsOf(system.environment, course).find(({ what }) => what === limit);
}

function presentValue(environment: ExpandedEnvironment, { path, inherits }: CandidateField): number | undefined {
  return numberAt(environment, path) ?? (inherits && numberAt(environment, inherits));
}
