// `explain` of a diagnostic: prints its page of the catalogue.

import { type DiagnosticSlug, findDiagnostic, nearestDiagnostic, pageOf, renderPage } from '../diagnostics/page';
import { EXIT } from './exit-code';
import { UsageError } from './usage-error';

/** Maximum width of a page in columns; longer lines are hard to read. */
const PAGE_WIDTH = 100;

/** The diagnostic with this code or slug; undefined if the text is neither. UsageError for an unknown code. */
export function diagnosticNamed(text: string): DiagnosticSlug | undefined {
  const slug = findDiagnostic(text);
  if (slug !== undefined || !/^env[0-9]/i.test(text)) return slug;
  const nearest = nearestDiagnostic(text);
  const advice = nearest === undefined ? 'docs/diagnostics.md lists all of them' : `did you mean ${nearest}?`;
  throw new UsageError(`unknown diagnostic "${text}"; ${advice}`);
}

/** Prints the page of a diagnostic. Returns the exit code. */
export function runExplainDiagnostic(slug: DiagnosticSlug, { json }: { readonly json?: true }): number {
  const page = pageOf(slug);
  const width = Math.min(PAGE_WIDTH, process.stdout.columns ?? PAGE_WIDTH);
  console.log(json ? JSON.stringify({ schemaVersion: 1, ...page }, undefined, 2) : renderPage(page, width));
  return EXIT.ok;
}
