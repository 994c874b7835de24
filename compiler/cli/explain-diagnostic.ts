// `explain` of a diagnostic: the page of the catalogue.

import { type DiagnosticSlug, findDiagnostic, nearestDiagnostic, pageOf, renderPage } from '../diagnostics/page';
import { EXIT } from './exit-code';
import { UsageError } from './usage-error';

/** The widest lines of a page, in columns: text is read badly in wider ones. */
const PAGE_WIDTH = 100;

/** Which diagnostic a text names; undefined where it names none. UsageError where it is a code, but no known one. */
export function diagnosticNamed(text: string): DiagnosticSlug | undefined {
  const slug = findDiagnostic(text);
  if (slug !== undefined || !/^env[0-9]/i.test(text)) return slug;
  const nearest = nearestDiagnostic(text);
  const advice = nearest === undefined ? 'docs/diagnostics.md lists all' : `did you mean ${nearest}?`;
  throw new UsageError(`there is no diagnostic ${text}; ${advice}`);
}

/** Prints the page of a diagnostic; gives the exit code. */
export function runExplainDiagnostic(slug: DiagnosticSlug, { json }: { readonly json?: true }): number {
  const page = pageOf(slug);
  const width = Math.min(PAGE_WIDTH, process.stdout.columns ?? PAGE_WIDTH);
  console.log(json ? JSON.stringify({ schemaVersion: 1, ...page }, undefined, 2) : renderPage(page, width));
  return EXIT.ok;
}
