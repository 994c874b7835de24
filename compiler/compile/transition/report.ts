// Converts refusals to diagnostics of the spec, or to text for the engine.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { fieldAt, formatPath, type SpecMap } from '../../source/spec-node';
import { diagnose } from './diagnostics';
import type { Refusal } from './pass';

/** Creates an ENV8001 for each refusal, at its part of the spec, or at the nearest existing parent. */
export function diagnoseRefusals(refusals: readonly Refusal[], spec: SpecMap): Diagnostic[] {
  return refusals.map(({ part, reason, fix }) => {
    const span = fieldAt(spec, part, 'key');
    return diagnose('refused-deployment', span, { part: formatPath(part), reason }, { help: fix });
  });
}

/** Renders a refusal as one line, with its location. */
export function renderRefusal({ place, part, name, reason, fix }: Refusal): string {
  return `${place}: ${formatPath(part)} (${name}): ${reason}; ${fix}`;
}
