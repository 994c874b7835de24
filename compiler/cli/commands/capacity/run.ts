// Finds the largest steady rates of requests that a spec sustains.

import type { Compilation } from '../../../compile/compile';
import { type Bottleneck, valueFor } from '../../../estimates/traffic/bottleneck';
import { bottlenecksOf } from '../../../estimates/traffic/bottlenecks';
import { expectedWeights, mixOf, type RouteWeights } from '../../../estimates/traffic/traffic';
import { optimizeSooner } from '../../../host/optimizer';
import { processContext } from '../../../host/process-context';
import type { Run } from '../../command/parts';
import { checkName } from '../../errors/unknown-name';
import { UsageError } from '../../errors/usage-error';
import { type Placed, placeLimit } from '../../specs/placed-field';
import { compileFile, openSpec } from '../../specs/spec-file';
import { mixTitle } from '../../text/mix';
import type { CapacityArguments } from './arguments';
import { findMinimum, type Minimum } from './minimum';

/** A limit with the location of its value; without one for a limit of AWS. */
export type PlacedLimit = Placed<Bottleneck>;

/** The limits of one mix of routes, the first one first. */
export interface MixCapacity {
  readonly mix: string;
  readonly limits: readonly PlacedLimit[];
}

/** A value to raise, so that the system sustains a rate. */
export interface Proposal {
  readonly limit: PlacedLimit;
  /** The smallest value that sustains the rate. */
  readonly value: number;
}

/** The capacity of a spec. */
export interface CapacityResult {
  readonly path: string;
  /** The mix of the traffic first, then each route alone. */
  readonly mixes: readonly MixCapacity[];
  /** With a wanted rate: the values to raise for the first mix. */
  readonly wanted?: { readonly rate: number; readonly proposals: readonly Proposal[] };
  /** With a wanted rate and a search: the cheapest settings for the first mix. */
  readonly minimum?: Minimum;
}

/** Finds the limits for the mix of the traffic, and for each route alone. */
export const run: Run<CapacityArguments, CapacityResult> = (parsed, { root, note }) => {
  const { spec: name, mix, for: rate, find } = parsed;
  if (find !== undefined && rate === undefined) throw new UsageError('--find requires --for, the rate to sustain');
  const spec = openSpec(root, name);
  const { path } = spec;
  const compilation = compileFile(spec);
  const { graph, resolved } = compilation;
  if (graph === undefined || resolved === undefined) return { refused: [{ path, ...compilation }] };
  note({ name, ...compilation });
  const routes = Object.keys(resolved.expanded.api?.routes ?? {});
  if (routes.length === 0) throw new UsageError(`${path} has no routes, so nothing sends requests to it`);
  for (const route of Object.keys(mix ?? {})) checkName('route', route, routes);
  const mixes = capacitiesOf(resolved, mix);
  if (rate === undefined) return { result: { path, mixes } };
  if (find === undefined)
    return { result: { path, mixes, wanted: { rate, proposals: proposalsFor(mixes[0]?.limits ?? [], rate) } } };
  const weights = mix ?? expectedWeights(resolved.expanded);
  const system = { graph, environment: resolved.expanded };
  optimizeSooner();
  const minimum = findMinimum({ system, spec: resolved.spec, context: processContext() }, { rate, weights });
  return { result: { path, mixes, minimum }, exitCode: minimum.shortages.length === 0 ? 0 : 1 };
};

/** The limits for a mix of routes (default: that of the traffic), and for each route alone. */
export function capacitiesOf({ expanded, spec }: Resolved, mix?: CapacityArguments['mix']): readonly MixCapacity[] {
  const weights = mix ?? expectedWeights(expanded);
  const capacityOf = (title: string, own: RouteWeights) => ({
    mix: title,
    limits: bottlenecksOf(expanded, mixOf(expanded, own)).map((limit) => placeLimit(spec, limit)),
  });
  const routes = Object.keys(expanded.api?.routes ?? {});
  return [
    capacityOf(mixTitle(weights, expanded), weights),
    ...routes.map((route) => capacityOf(`only ${route}`, { [route]: 1 })),
  ];
}

type Resolved = Pick<NonNullable<Compilation['resolved']>, 'expanded' | 'spec'>;

/** The limits below a rate, each with the value that allows the rate. A field that several limits share gets the largest value. */
function proposalsFor(limits: readonly PlacedLimit[], rate: number): readonly Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const limit of limits.filter((one) => one.rate < rate)) {
    const value = valueFor(limit, rate);
    const key = limit.field ?? limit.what;
    if (value > (proposals.get(key)?.value ?? 0)) proposals.set(key, { limit, value });
  }
  return [...proposals.values()];
}
