// Tries each alarm of a spec on values that must and must not fire it, or judges the alarms by standard incidents.

import type { System } from '../../../estimates/cost/estimate';
import { isFinding, judgeAlarms } from '../../../estimates/incidents/judge';
import { optimizeSooner } from '../../../host/optimizer';
import { drillAll } from '../../../monitoring/alarms/drill';
import type { Outcome, Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { DrillArguments } from './arguments';
import { type DrillResult, passes } from './result';

/** Tries or judges all alarms of a spec. The exit code is 1 if an alarm fails or has no drill, or if an incident has a finding. */
export const run: Run<DrillArguments, DrillResult> = ({ spec: name, incidents }, { root, note }) => {
  const spec = openSpec(root, name);
  const { graph, diagnostics, resolved } = compileFile(spec);
  if (graph === undefined || resolved === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  note({ name, graph, diagnostics });
  const system: System = { graph, environment: resolved.expanded };
  return incidents ? judge(spec.path, system) : trySamples(spec.path, system);
};

function trySamples(path: string, { environment }: System): Outcome<DrillResult> {
  const results = drillAll(environment.facts.alarms);
  return {
    result: { is: 'samples', path, results },
    exitCode: [...results.values()].every(passes) ? EXIT.ok : EXIT.invalid,
  };
}

function judge(path: string, system: System): Outcome<DrillResult> {
  optimizeSooner();
  const judgement = judgeAlarms(system);
  if (judgement === undefined)
    throw new UsageError(
      'incidents happen during the traffic of a spec; add `traffic: { requestsPerSecond: … }` to it',
    );
  return {
    result: { is: 'incidents', path, judgement },
    exitCode: judgement.incidents.some(isFinding) ? EXIT.invalid : EXIT.ok,
  };
}
