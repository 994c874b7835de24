// The page of a diagnostic: its meaning, its effect on AWS, and how to fix or waive it.

import { type CatalogueEntry, isWaivable } from '../diagnostics/definition';
import { nearestName } from '../diagnostics/suggest';
import { CATALOGUE } from './catalogue';

/** The catalogue's entry of a diagnostic, for programs. */
export interface Page {
  readonly code: string;
  readonly slug: string;
  readonly severity: string;
  readonly summary: string;
  readonly explanation: string;
  /** How to waive the diagnostic; absent if it cannot be waived. */
  readonly waiver?: string;
}

/** The page of a diagnostic. */
export function pageOf(entry: CatalogueEntry): Page {
  const { code, slug, severity, summary, explanation } = entry;
  const waiver = `To accept it, waive it in the spec: waivers: { <name>: { code: ${code}, path: <the field>, value: "<its value>", reason: <why>, expires: <YYYY-MM-DD> } }`;
  return {
    code,
    slug,
    severity,
    summary,
    explanation: explanation.join(' '),
    ...(isWaivable(entry) ? { waiver } : {}),
  };
}

/** Finds a diagnostic by its code or slug, in upper or lower case. */
export function findDiagnostic(name: string): CatalogueEntry | undefined {
  const wanted = name.toLowerCase();
  return CATALOGUE.find(({ code, slug }) => slug === wanted || code.toLowerCase() === wanted);
}

/** The code of the same phase, or the slug, that is most similar to an unknown name. */
export function nearestDiagnostic(name: string): string | undefined {
  if (!/^env/i.test(name))
    return nearestName(
      name.toLowerCase(),
      CATALOGUE.map(({ slug }) => slug),
    );
  const wanted = name.toUpperCase();
  const codes = CATALOGUE.map(({ code }) => code);
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

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  return lines.join('\n');
}
