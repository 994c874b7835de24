// Lists the resources of a spec, or its values.

import type { ResourceGraph } from '../../../graph/graph';
import { type ResolvedValue, resolvedValuesOf } from '../../../language/values/resolved-spec';
import type { Run } from '../../command/parts';
import { compileAndCheck, openSpec } from '../../specs/spec-file';
import type { PlanArguments } from './arguments';

/** The resources of a spec, with their inputs if `details` is true, or its values. */
export type PlanResult =
  | { readonly is: 'resources'; readonly path: string; readonly graph: ResourceGraph; readonly details: boolean }
  | { readonly is: 'values'; readonly path: string; readonly values: readonly ResolvedValue[] };

/** Lists the resources or the values. */
export const run: Run<PlanArguments, PlanResult> = async (parsed, { root, note }) => {
  const spec = openSpec(root, parsed.spec);
  const { path } = spec;
  const compilation = await compileAndCheck(spec, root);
  const { graph, resolved } = compilation;
  if (graph === undefined || resolved === undefined) return { refused: [{ path, ...compilation }] };
  note({ name: parsed.spec, ...compilation });
  if (!parsed.resolved) return { result: { is: 'resources', path, graph, details: parsed.details === true } };
  return { result: { is: 'values', path, values: resolvedValuesOf(resolved.spec, resolved.environment) } };
};
