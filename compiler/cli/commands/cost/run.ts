// Estimates the monthly cost of a spec.

import type { Advice } from '../../../cost/advice/advice';
import { adviceOn } from '../../../cost/advice/advise';
import { type Estimate, estimateCost, type System } from '../../../cost/estimate';
import { unpriced } from '../../../cost/prices/rates';
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
}

/** Advice with the location of the field. */
export type PlacedAdvice = Omit<Advice, 'field'> & PlacedField;

/** Estimates the cost. */
export const run: Run<CostArguments, CostResult> = ({ spec: name, freeTier }, { root, note }) => {
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
  return { result: { path, estimate, advice: placedAdvice(system, resolved.spec) } };
};

/** The advice for a system, each with the location of its field in the spec. */
export function placedAdvice(system: System, spec: SpecMap): readonly PlacedAdvice[] {
  return adviceOn(system).map((advice) => ({ ...advice, ...placeField(spec, advice.field) }));
}
