// The page of a diagnostic: what it means, why it matters, and how to mend it.

import { CATALOGUE, type DiagnosticSlug, isWaivable } from './catalogue';
import { nearestName } from './nearest';

export type { DiagnosticSlug };

/** What the catalogue says of a diagnostic, for programs. */
export interface Page {
  readonly code: string;
  readonly slug: DiagnosticSlug;
  readonly severity: string;
  readonly summary: string;
  readonly explanation: string;
  /** How to accept it; absent where it cannot be. */
  readonly waiver?: string;
}

/** The page of a diagnostic. */
export function pageOf(slug: DiagnosticSlug): Page {
  const { code, severity, summary, explanation } = CATALOGUE[slug];
  const waiver = `To accept it for a time, waive it in the spec: waivers: { <name>: { code: ${code}, path: <the field>, reason: <why>, expires: <YYYY-MM-DD> } }`;
  return { code, slug, severity, summary, explanation, ...(isWaivable(slug) ? { waiver } : {}) };
}

/** Finds a diagnostic by its code or slug, in upper or lower case. */
export function findDiagnostic(name: string): DiagnosticSlug | undefined {
  const wanted = name.toLowerCase();
  return SLUGS.find((slug) => slug === wanted || CATALOGUE[slug].code.toLowerCase() === wanted);
}

/** The code of the same phase, or the slug, nearest to a name that is neither. */
export function nearestDiagnostic(name: string): string | undefined {
  if (!/^env/i.test(name)) return nearestName(name.toLowerCase(), SLUGS);
  const wanted = name.toUpperCase();
  const codes = SLUGS.map((slug) => CATALOGUE[slug].code);
  return nearestName(
    wanted,
    codes.filter((code) => code.startsWith(wanted.slice(0, 'ENV0'.length))),
  );
}

/** Renders a page for a terminal, in lines of at most `width` columns. */
export function renderPage({ code, slug, severity, summary, explanation, waiver }: Page, width: number): string {
  return [
    `${code} ${slug} (${severity})`,
    wrap(summary, width),
    wrap(explanation, width),
    ...(waiver === undefined ? [] : [wrap(waiver, width)]),
  ].join('\n\n');
}

const SLUGS = Object.keys(CATALOGUE) as DiagnosticSlug[];

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  return lines.join('\n');
}
