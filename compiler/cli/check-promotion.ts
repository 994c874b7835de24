// `check-promotion`: checks that an environment is at least as safe as the one before it.

import type { Compilation } from '../compile';
import { sortDiagnostics } from '../diagnostics/diagnostic';
import type { Format } from '../diagnostics/formats/formats';
import { applyWaivers, unusedWaivers } from '../rules/waiver';
import { findWeaker } from '../values/promotion';
import { EXIT } from './exit-code';
import { printReport } from './report';
import { compileFile, openSpec } from './spec-file';

/** Options of `check-promotion`. */
export interface CheckPromotionOptions {
  readonly root: string;
  readonly format: Format;
}

/** The codes that fail a promotion. */
const PROMOTED = /^ENV7/;

/** Compares two environments and prints the fields that are weaker in the second. Returns the exit code: 1 if there are any. */
export function runCheckPromotion(from: string, to: string, { root, format }: CheckPromotionOptions): number {
  const [before, after] = [from, to].map((name) => {
    const file = openSpec(root, name);
    return { path: file.path, ...compileFile(file) };
  }) as [Side, Side];
  const { diagnostics, waived } = compare(before, after);
  const isRefused = diagnostics.length > 0;
  const specs = [{ path: after.path, ...(isRefused ? {} : { resources: after.graph?.resources.length ?? 0 }) }];
  printReport({ specs, diagnostics, waived }, format, root);
  return isRefused ? EXIT.invalid : EXIT.ok;
}

type Side = Compilation & { readonly path: string };

/** The weaker fields, or the errors of specs that cannot be compared. */
function compare(before: Side, after: Side): Pick<Compilation, 'diagnostics' | 'waived'> {
  const [old, present] = [before, after].map(({ path, resolved }) => resolved && { path, ...resolved });
  if (old === undefined || present === undefined || after.graph === undefined) {
    // Warnings of the specs themselves do not concern the promotion: `validate` prints them.
    const invalid = [before, after].flatMap(({ graph, diagnostics }) => (graph === undefined ? diagnostics : []));
    return { diagnostics: sortDiagnostics(invalid), waived: [] };
  }
  const { waivers } = after.graph;
  const { diagnostics, waived } = applyWaivers(findWeaker(old, present), waivers);
  return { diagnostics: [...diagnostics, ...unusedWaivers(waivers, waived, present.spec, PROMOTED)], waived };
}
