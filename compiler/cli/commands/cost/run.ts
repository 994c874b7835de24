// Estimates the monthly cost of a spec.

import { type Estimate, estimateCost } from '../../../cost/estimate';
import { unpriced } from '../../../cost/prices/rates';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { CostArguments } from './arguments';

/** The estimate of a spec. */
export interface CostResult {
  readonly path: string;
  readonly estimate: Estimate;
}

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
  return { result: { path, estimate: estimateCost({ graph, environment: resolved.expanded }, { freeTier }) } };
};
