// Simulates a load on a spec, and finds what prevents the first limit from giving way.

import type { System } from '../../../estimates/cost/estimate';
import type { Refusal, Simulation } from '../../../estimates/simulation/result';
import { optimizeSooner } from '../../../host/optimizer';
import { processContext } from '../../../host/process-context';
import { type SpecMap, toPlain } from '../../../source/spec-node';
import type { Run } from '../../command/parts';
import { type Placed, placeLimit } from '../../specs/placed-field';
import { compileFile, openSpec } from '../../specs/spec-file';
import { firstLimit } from './answer';
import type { SimulateArguments } from './arguments';
import { type Conditions, conditionsOf } from './conditions';
import { type Course, isLong, simulateCourse } from './course';
import { type Headroom, headroomOf, isCalm } from './headroom';
import { type Remedy, remediesFor } from './remedies';
import { type Sensitivity, sensitivityOf } from './sensitivity';

/** A limit that refuses requests, with the location of its field; without one for a limit of AWS or a fault. */
export type PlacedRefusal = Placed<Refusal>;

/** The simulation of a spec. */
export interface SimulateResult extends Conditions {
  readonly path: string;
  readonly simulation: Omit<Simulation, 'refusals'> & { readonly refusals: readonly PlacedRefusal[] };
  /** The edits that keep the first limit from giving way. */
  readonly remedies: readonly Remedy[];
  /** Present if assumptions change the answer. */
  readonly sensitivity?: Sensitivity;
  /** Present if no limit gives way. */
  readonly headroom?: Headroom;
}

/** Simulates the load. */
export const run: Run<SimulateArguments, SimulateResult> = (parsed, { root, note }) => {
  const spec = openSpec(root, parsed.spec);
  const { path } = spec;
  const compilation = compileFile(spec);
  const { graph, resolved } = compilation;
  if (graph === undefined || resolved === undefined) return { refused: [{ path, ...compilation }] };
  note({ name: parsed.spec, ...compilation });
  const system: System = { graph, environment: resolved.expanded };
  const { course, conditions } = conditionsOf(parsed, resolved.expanded, root);
  const chosen = parsed.assume.map(({ name }) => name);
  return { result: { path, conditions, course, ...resultOf(system, course, resolved.spec, chosen) } };
};

function resultOf(
  system: System,
  course: Course,
  spec: SpecMap,
  chosen: readonly string[],
): Omit<SimulateResult, 'path' | keyof Conditions> {
  optimizeSooner();
  const simulation = simulateCourse(system, course);
  const first = firstLimit(simulation.refusals, course);
  const trial = { system, plain: toPlain(spec), context: processContext(), course };
  const isVaried = !isLong(course) && !isCalm(system, course);
  const sensitivity = isVaried ? sensitivityOf(simulation, system, course, chosen) : undefined;
  const headroom = first === undefined ? headroomOf(system, course) : undefined;
  return {
    simulation: { ...simulation, refusals: simulation.refusals.map((refusal) => placeLimit(spec, refusal)) },
    remedies: first === undefined ? [] : remediesFor(first, trial),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(headroom === undefined ? {} : { headroom }),
  };
}
