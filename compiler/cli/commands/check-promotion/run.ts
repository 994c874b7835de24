// Checks that an environment is at least as safe as the one before it.

import type { Compilation } from '../../../compile/compile';
import { WaiverSet } from '../../../compile/rules/waivers/waivers';
import { sortDiagnostics } from '../../../diagnostics/diagnostic';
import { findWeaker } from '../../../language/values/promotion';
import type { Run } from '../../command/parts';
import type { SpecReport } from '../../command/report-view';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { CheckPromotionArguments } from './arguments';

/** The codes that fail a promotion. */
const PROMOTED = /^ENV7/;

/** Reports the fields that are weaker in the second environment. The exit code is 1 if there are any. */
export const run: Run<CheckPromotionArguments, SpecReport> = (parsed, { root }) => {
  const [before, after] = [parsed.before, parsed.after].map((name) => {
    const file = openSpec(root, name);
    return { path: file.path, ...compileFile(file) };
  }) as [Side, Side];
  const { diagnostics, waived } = compare(before, after);
  const isRefused = diagnostics.length > 0;
  const specs = [{ path: after.path, ...(isRefused ? {} : { resources: after.graph?.resources.length ?? 0 }) }];
  return { result: { root, specs, diagnostics, waived }, exitCode: isRefused ? EXIT.invalid : EXIT.ok };
};

type Side = Compilation & { readonly path: string };

/** The weaker fields, or the errors of specs that cannot be compared. */
function compare(before: Side, after: Side): Pick<Compilation, 'diagnostics' | 'waived'> {
  const [old, present] = [before, after].map(({ path, resolved }) => resolved && { path, ...resolved });
  if (old === undefined || present === undefined || after.graph === undefined) {
    // `validate` prints warnings about the specs, which are not related to the promotion.
    const invalid = [before, after].flatMap(({ graph, diagnostics }) => (graph === undefined ? diagnostics : []));
    return { diagnostics: sortDiagnostics(invalid), waived: [] };
  }
  const waivers = new WaiverSet({ environment: present.environment, root: present.spec }, after.graph.waivers);
  const diagnostics = waivers.apply(findWeaker(old, present));
  return { diagnostics: [...diagnostics, ...waivers.unused(PROMOTED)], waived: waivers.waived };
}
