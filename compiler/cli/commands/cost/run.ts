// Estimates the monthly cost of a spec.

import type { Advice } from '../../../estimates/cost/advice/advice';
import { adviceOn } from '../../../estimates/cost/advice/advise';
import { type Estimate, estimateCost, type System } from '../../../estimates/cost/estimate';
import { type Growth, growthOf } from '../../../estimates/cost/growth';
import { unpriced } from '../../../estimates/cost/prices/rates';
import { type Sensitivity, sensitivitiesOf } from '../../../estimates/cost/sensitivity';
import type { SpecMap } from '../../../source/spec-node';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { type PlacedField, placeField } from '../../specs/placed-field';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { CostArguments } from './arguments';

/** The estimate of a spec. */
export interface CostResult {
  readonly path: string;
  readonly estimate: Estimate;
  readonly advice: readonly PlacedAdvice[];
  readonly sensitivities: readonly Sensitivity[];
  /** The growth that the user asked for. */
  readonly growth?: Growth;
}

/** Advice with the location of the field. */
export type PlacedAdvice = Omit<Advice, 'field'> & PlacedField;

const DEFAULT_MONTHS = 12;

/** Estimates the cost. */
export const run: Run<CostArguments, CostResult> = (
  { spec: name, freeTier, growth: percent, months },
  { root, note },
) => {
  if (months !== undefined && percent === undefined) throw new UsageError('--months needs --growth');
  const spec = openSpec(root, name);
  const { path } = spec;
  const compilation = compileFile(spec);
  const { graph, resolved } = compilation;
  if (graph === undefined || resolved === undefined) return { refused: [{ path, ...compilation }] };
  const reason = unpriced(graph.provider.region);
  if (reason !== undefined) throw new UsageError(reason);
  note({ name, ...compilation });
  const system = { graph, environment: resolved.expanded };
  const estimate = estimateCost(system, { freeTier });
  const growth = percent === undefined ? undefined : growthOf(system, months ?? DEFAULT_MONTHS, percent);
  if (percent !== undefined && growth === undefined)
    throw new UsageError(`${path} has no traffic, so that --growth has nothing to grow`);
  return {
    result: {
      path,
      estimate,
      advice: placedAdvice(system, resolved.spec),
      sensitivities: sensitivitiesOf(system),
      ...(growth && { growth }),
    },
  };
};

/** The advice for a system, each with the location of its field in the spec. */
export function placedAdvice(system: System, spec: SpecMap): readonly PlacedAdvice[] {
  return adviceOn(system).map((advice) => ({ ...advice, ...placeField(spec, advice.field) }));
}
