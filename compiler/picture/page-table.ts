// Tables of pages.

import { escapeMarkup } from './escape';

/** The style sheet of tables on a page. */
export const TABLE_STYLE = `
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: 3px 8px 3px 0; vertical-align: top; font-weight: normal }
thead th, tfoot th, tfoot td { font-weight: 600 }
thead th { border-bottom: 1px solid var(--line) }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.text { min-width: 640px }
.date { white-space: nowrap }
`;

/** A section as wide as the page, whose content scrolls sideways on a narrow screen. */
export function wideSection(title: string, content: string): string {
  const name = escapeMarkup(title);
  return `<section class="wide"><h2>${name}</h2><div class="scroll" role="region" aria-label="${name}" tabindex="0">${content}</div></section>`;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * A table of texts; the first cell of a row is its head.
 * @param numbers the positions of columns of numbers, which are aligned to the right
 */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const classOf = (at: number, cell: string) => {
    if (numbers.includes(at)) return ' class="number"';
    return DATE.test(cell) ? ' class="date"' : '';
  };
  const titles = head.map((title, at) => `<th scope="col"${classOf(at, title)}>${escapeMarkup(title)}</th>`).join('');
  const body = rows.map(([first = '', ...others]) => {
    const cells = others.map((cell, at) => `<td${classOf(at + 1, cell)}>${escapeMarkup(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeMarkup(first)}</th>${cells}</tr>`;
  });
  return `<table class="text"><thead><tr>${titles}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}
