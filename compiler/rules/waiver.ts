// Waivers at work: the findings that a spec accepts, kept apart from those that it does not.

import type { Environment } from '../../schema/environment.generated';
import { isWaivable } from '../diagnostics/catalogue';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { findWaiver, type Waiver } from '../graph/graph';
import { type SpecMap, spanAt } from '../source/spec-node';

/** A finding that a waiver covers. */
export interface WaivedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly waiver: Waiver;
}

/** The waivers of an environment, with their names. */
export function waiversOf(waivers: Environment['waivers']): Waiver[] {
  return Object.entries(waivers).map(([name, waiver]) => ({ name, ...waiver }));
}

/** Parts diagnostics by whether a waiver covers them. */
export function applyWaivers(found: readonly Diagnostic[], named: Environment['waivers']) {
  const waivers = waiversOf(named);
  const diagnostics: Diagnostic[] = [];
  const waived: WaivedDiagnostic[] = [];
  for (const diagnostic of found) {
    const { slug, code, path } = diagnostic;
    const waiver = isWaivable(slug) && path !== undefined ? findWaiver(waivers, code, path) : undefined;
    if (waiver === undefined) diagnostics.push(diagnostic);
    else waived.push({ diagnostic, waiver });
  }
  return { diagnostics, waived };
}

/**
 * ENV3055: waivers of ours that cover nothing.
 * @param series how the codes begin that were looked for: only a waiver of such a code can be found to cover nothing
 */
export function unusedWaivers(
  named: Environment['waivers'],
  waived: readonly WaivedDiagnostic[],
  root: SpecMap,
  series: RegExp,
): Diagnostic[] {
  const used = new Set(waived.map(({ waiver }) => waiver.name));
  return waiversOf(named)
    .filter(({ name, code }) => series.test(code) && !used.has(name))
    .map(({ name, code, path }) =>
      diagnose('unused-waiver', spanAt(root, ['waivers', name], 'key'), { name, code, path }, { help: 'remove it' }),
    );
}
