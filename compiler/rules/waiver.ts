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

/** The waivers that hold on a day, as YYYY-MM-DD in UTC; the finding of an expired one counts again. */
export function holdingWaivers(waivers: Environment['waivers'], today: string): Waiver[] {
  return waiversOf(waivers).filter((waiver) => !isExpired(waiver, today));
}

/** Whether the last day of a waiver is before a day. */
export function isExpired({ expires }: Pick<Waiver, 'expires'>, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** Parts diagnostics by whether a waiver covers them. */
export function applyWaivers(found: readonly Diagnostic[], waivers: readonly Waiver[]) {
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
 * ENV3055: waivers of this compiler's findings that cover nothing.
 * @param waivers those that hold: an expired one is reported as such
 * @param series how the codes begin that were looked for: only a waiver of such a code can be found to cover nothing
 */
export function unusedWaivers(
  waivers: readonly Waiver[],
  waived: readonly WaivedDiagnostic[],
  root: SpecMap,
  series: RegExp,
): Diagnostic[] {
  const used = new Set(waived.map(({ waiver }) => waiver.name));
  return waivers
    .filter(({ name, code }) => series.test(code) && !used.has(name))
    .map(({ name, code, path }) =>
      diagnose('unused-waiver', spanAt(root, ['waivers', name], 'key'), { name, code, path }, { help: 'remove it' }),
    );
}
