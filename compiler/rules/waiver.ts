// Waivers at work: the warnings that a spec accepts, kept apart from those that it does not.

import type { Environment } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { findWaiver, type Waiver } from '../graph/graph';
import { type SpecMap, spanAt } from '../source/spec-node';

/** A warning that a waiver covers. */
export interface WaivedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly waiver: Waiver;
}

/** The waivers of an environment, with their names. */
export function waiversOf(waivers: Environment['waivers']): Waiver[] {
  return Object.entries(waivers).map(([name, waiver]) => ({ name, ...waiver }));
}

/**
 * Parts diagnostics by whether a waiver covers them. ENV3055: a waiver of ours that covers nothing.
 * @param series how the codes begin that were looked for: only a waiver of such a code can be found to cover nothing
 */
export function applyWaivers(
  found: readonly Diagnostic[],
  named: Environment['waivers'],
  root: SpecMap,
  series: RegExp,
) {
  const waivers = waiversOf(named);
  const covering = found.map(({ severity, code, path }) =>
    severity === 'warning' && path !== undefined ? findWaiver(waivers, code, path) : undefined,
  );
  const waived = found.flatMap((diagnostic, at): WaivedDiagnostic[] => {
    const waiver = covering[at];
    return waiver === undefined ? [] : [{ diagnostic, waiver }];
  });
  const unused = waivers
    .filter((waiver) => series.test(waiver.code) && !covering.includes(waiver))
    .map(({ name, code, path }) =>
      diagnose('unused-waiver', spanAt(root, ['waivers', name], 'key'), { name, code, path }, { help: 'remove it' }),
    );
  return { diagnostics: [...found.filter((_, at) => covering[at] === undefined), ...unused], waived };
}
