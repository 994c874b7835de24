// Refusals as diagnostics of the spec that asks for the change.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { type SpecMap, spanAt } from '../source/spec-node';
import type { Refusal } from './pass';

/** Makes an ENV8001 of each refusal, at its part of the spec; at the nearest part around one that is no longer there. */
export function diagnoseRefusals(refusals: readonly Refusal[], spec: SpecMap): Diagnostic[] {
  return refusals.map(({ part, reason, wayOut }) => {
    const span = { ...spanAt(spec, part.split('.'), 'key'), path: part };
    return diagnose('refused-deployment', span, { part, reason }, { help: wayOut });
  });
}
