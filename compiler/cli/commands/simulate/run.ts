// Simulates a load on a spec, and finds what prevents the first limit from giving way.

import { readFileSync } from 'node:fs';
import type { System } from '../../../cost/estimate';
import { processContext } from '../../../host/process-context';
import { DEFAULT_ASSUMPTIONS } from '../../../model/assumptions';
import type { Refusal, Simulation } from '../../../simulation/result';
import { type SpecMap, toPlain } from '../../../source/spec-node';
import { bottlenecksOf } from '../../../traffic/bottlenecks';
import { mixOf } from '../../../traffic/traffic';
import type { Run } from '../../command/parts';
import { checkName } from '../../errors/unknown-name';
import { UsageError } from '../../errors/usage-error';
import { type PlacedField, placeField } from '../../specs/placed-field';
import { compileFile, openSpec } from '../../specs/spec-file';
import { absolutePath } from '../../specs/spec-reference';
import { mixTitle } from '../../text/mix';
import { firstLimit } from './answer';
import type { SimulateArguments } from './arguments';
import { assumptionsOf } from './assumptions';
import { type Course, simulateCourse } from './course';
import { faultsOf } from './faults';
import { loadOf } from './load';
import { peakOf, type Remedy, remediesFor } from './remedies';
import { type Sensitivity, sensitivityOf } from './sensitivity';

/** A limit that refuses requests, with the location of its field; without one for a limit of AWS or a fault. */
export type PlacedRefusal = Omit<Refusal, 'field'> & Partial<PlacedField>;

/** The limit that the load comes closest to. */
export interface Headroom {
  readonly limit: string;
  /** The steady rate that the limit sustains, in requests/s. */
  readonly sustained: number;
  /** The highest rate of the load as a share of it. */
  readonly share: number;
}

/** The simulation of a spec. */
export interface SimulateResult {
  readonly path: string;
  /** The load, the mix, the faults and the repeats, for people. */
  readonly conditions: readonly string[];
  readonly course: Course;
  readonly simulation: Omit<Simulation, 'refusals'> & { readonly refusals: readonly PlacedRefusal[] };
  /** The edits that keep the first limit from giving way. */
  readonly remedies: readonly Remedy[];
  /** Present if assumptions change the answer. */
  readonly sensitivity?: Sensitivity;
  /** Present if no limit gives way. */
  readonly headroom?: Headroom;
}

/** The time of the first second: midnight on a Thursday. It is fixed, so that equal arguments have equal results. */
const START = Date.UTC(2026, 0, 1) / 1000;

/** Simulates the load. */
export const run: Run<SimulateArguments, SimulateResult> = (parsed, { root, note }) => {
  const spec = openSpec(root, parsed.spec);
  const { path } = spec;
  const compilation = compileFile(spec);
  const { graph, resolved } = compilation;
  if (graph === undefined || resolved === undefined) return { refused: [{ path, ...compilation }] };
  note({ name: parsed.spec, ...compilation });
  const system: System = { graph, environment: resolved.expanded };
  const { course, conditions } = courseOf(parsed, system, root);
  const chosen = parsed.assume.map(({ name }) => name);
  return { result: { path, conditions, course, ...resultOf(system, course, resolved.spec, chosen) } };
};

/** The course that the arguments state, and its description. */
function courseOf(
  { mix, fault, clientAttempts, clientPause, assume, ...options }: SimulateArguments,
  { environment }: System,
  root: string,
): Pick<SimulateResult, 'course' | 'conditions'> {
  const routes = Object.keys(environment.api?.routes ?? {});
  if (routes.length === 0) throw new UsageError('the spec has no routes, so nothing sends requests to it');
  for (const route of Object.keys(mix ?? {})) checkName('route', route, routes);
  const weights = mix ?? environment.traffic?.routes ?? {};
  const load = loadOf(options, environment, (file) => readFileSync(absolutePath(root, file), 'utf8'));
  const repeats = `clients send a failed request up to ${clientAttempts} times`;
  return {
    course: {
      ...{ start: START, requests: load.requests, weights },
      faults: faultsOf(fault, environment, load.requests.length),
      clients: { attempts: clientAttempts, pauseSeconds: clientPause },
      assumptions: { ...DEFAULT_ASSUMPTIONS, ...assumptionsOf(assume) },
    },
    conditions: [
      load.text,
      mixTitle(weights, environment),
      ...fault.map(({ text }) => text),
      ...(clientAttempts === 1 ? [] : [repeats]),
    ],
  };
}

function resultOf(
  system: System,
  course: Course,
  spec: SpecMap,
  chosen: readonly string[],
): Omit<SimulateResult, 'path' | 'conditions' | 'course'> {
  const simulation = simulateCourse(system, course);
  const first = firstLimit(simulation.refusals, course);
  const trial = { system, plain: toPlain(spec), context: processContext(), course };
  const sensitivity = sensitivityOf(simulation, system, course, chosen);
  const headroom = first === undefined ? headroomOf(system, course) : undefined;
  return {
    simulation: { ...simulation, refusals: simulation.refusals.map((refusal) => placed(refusal, spec)) },
    remedies: first === undefined ? [] : remediesFor(first, trial),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(headroom === undefined ? {} : { headroom }),
  };
}

function placed({ field, ...refusal }: Refusal, spec: SpecMap): PlacedRefusal {
  return field === undefined ? refusal : { ...refusal, ...placeField(spec, field) };
}

/** The limit that the highest rate of the load comes closest to; undefined if the requests do not use any. */
function headroomOf({ environment }: System, course: Course): Headroom | undefined {
  const [nearest] = bottlenecksOf(environment, mixOf(environment, course.weights));
  if (nearest === undefined) return undefined;
  return { limit: nearest.what, sustained: nearest.rate, share: peakOf(course) / nearest.rate };
}
