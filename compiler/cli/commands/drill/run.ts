// Tries each alarm of a spec on values that must and must not fire it, and without data.

import { drillAll } from '../../../monitoring/alarms/drill';
import type { Run } from '../../command/parts';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { DrillArguments } from './arguments';
import { type DrillResult, passes } from './result';

/** Tries all alarms of a spec. The exit code is 1 if an alarm fails or has no drill. */
export const run: Run<DrillArguments, DrillResult> = ({ spec: name }, { root, note }) => {
  const spec = openSpec(root, name);
  const { graph, diagnostics, resolved } = compileFile(spec);
  if (resolved === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  note({ name, graph, diagnostics });
  const results = drillAll(resolved.expanded.facts.alarms);
  return {
    result: { path: spec.path, results },
    exitCode: [...results.values()].every(passes) ? EXIT.ok : EXIT.invalid,
  };
};
