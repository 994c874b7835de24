// The HTML document of a page: self-contained, without scripts, in the theme of the system.

import { createHash } from 'node:crypto';
import { escapeMarkup } from './escape';

/** A page. */
export interface Page {
  readonly title: string;
  /** The sentence below the title. */
  readonly lead: string;
  /** The style sheet of its content; the variables and classes of `BASE` are available. */
  readonly style: string;
  /** The markup of its sections. */
  readonly content: string;
}

/** The number of colours of series: the classes `s0`, `s1` and so on. */
export const SERIES_COLOURS = 5;

/** The document. Its Content-Security-Policy allows its own style sheet alone. */
export function renderPage({ title, lead, style, content }: Page): string {
  const sheet = `${BASE}${style}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${sheet}</style>
</head>
<body>
<header><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(lead)}</p></header>
<main>
${content}
</main>
</body>
</html>`;
}

/** A line of a style sheet for the class of each colour. */
export function seriesStyle(lineOf: (name: string) => string): string {
  return Array.from({ length: SERIES_COLOURS }, (_, at) => lineOf(`s${at}`)).join('\n');
}

const BASE = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --page: #f6f8fa; --card: #fff; --line: #d1d9e0; --grid: #d8dee4; --limit: #cf222e;
  --s0: #0969da; --s1: #bc4c00; --s2: #8250df; --s3: #1a7f37; --s4: #818b98 }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9198a1; --page: #010409; --card: #0d1117; --line: #3d444d; --grid: #30363d; --limit: #ff7b72;
  --s0: #58a6ff; --s1: #f0883e; --s2: #bc8cff; --s3: #3fb950; --s4: #767e88 } }
body { font: 14px system-ui, sans-serif; color: var(--text); background: var(--page); margin: 0 auto; padding: 16px; max-width: 1560px }
h1 { font-size: 20px; margin: 0 }
h2 { font-size: 14px; margin: 0 0 10px }
header p { margin: 4px 0 16px; color: var(--soft) }
main { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 14px }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px; min-width: 0 }
.wide { grid-column: 1 / -1 }
.legend { list-style: none; margin: 4px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12px }
.legend li::before { content: ""; display: inline-block; width: 12px; height: 3px; margin-right: 6px; vertical-align: middle }
${seriesStyle((name) => `.legend .${name}::before { background: var(--${name}) }`)}
@media (max-width: 1080px) { main { grid-template-columns: repeat(2, minmax(0, 1fr)) } }
@media (max-width: 700px) { main { grid-template-columns: minmax(0, 1fr) } body { padding: 10px } section { padding: 10px } }
`;
