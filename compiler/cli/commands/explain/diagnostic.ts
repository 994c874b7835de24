// Finds the diagnostic that the user names.

import { findDiagnostic, nearestDiagnostic } from '../../../compile/catalogue-page';
import type { CatalogueEntry } from '../../../diagnostics/definition';
import { didYouMean } from '../../../diagnostics/suggest';
import { UsageError } from '../../errors/usage-error';

/** The diagnostic with this code or slug; undefined if the text is neither. UsageError for an unknown code. */
export function diagnosticNamed(text: string): CatalogueEntry | undefined {
  const found = findDiagnostic(text);
  if (found !== undefined || !/^env[0-9]/i.test(text)) return found;
  const nearest = nearestDiagnostic(text);
  const advice = nearest === undefined ? 'docs/diagnostics.md lists all of them' : didYouMean(nearest);
  throw new UsageError(`unknown diagnostic "${text}"; ${advice}`);
}
