// Renders an estimate as an HTML page: the bars of each level, and the costs, assumptions and prices as tables.

import { exactDollars } from '../../../cost/dollars';
import { type Estimate, LEVELS } from '../../../cost/estimate';
import { RATES } from '../../../cost/prices/rates';
import { escapeMarkup } from '../../../picture/escape';
import { renderPage } from '../../../picture/page';
import { COST_ASSUMPTIONS } from '../../../traffic/assumptions';
import { BARS_STYLE, barsLegend, renderBars } from './bars';
import { amountText, type CostPart, Footnotes, partsOf, totalText } from './rows';
import type { CostResult } from './run';

/** The meaning of each level. */
export const LEVEL_MEANINGS = {
  floor: 'no requests',
  expected: 'the traffic of the spec',
  ceiling: 'all that throttles, capacities and concurrency admit, all month',
} as const;

/** The self-contained page of an estimate. */
export function renderCostPage({ path, estimate }: CostResult): string {
  const notes = new Footnotes();
  return renderPage({
    title: `${path}: cost of a month`,
    lead: `An estimate in US dollars for ${estimate.region}, without taxes and discounts.`,
    style: `${STYLE}${BARS_STYLE}`,
    content: [
      ...LEVELS.map((level) => {
        const total = totalText(estimate.totals[level], notes);
        return `<section><h2>${level}: ${total}</h2><p>${LEVEL_MEANINGS[level]}</p>${renderBars(estimate, level)}${barsLegend()}</section>`;
      }),
      wide('Cost by part', costsTable(estimate, notes)),
      wide('Assumptions', assumptionsTable()),
      wide('Prices', pricesTable(estimate)),
    ].join('\n'),
  });
}

const STYLE = `
section p { margin: -6px 0 8px; color: var(--soft) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: 3px 8px 3px 0; vertical-align: top; font-weight: normal }
thead th, tfoot th, tfoot td { font-weight: 600 }
thead th { border-bottom: 1px solid var(--line) }
tbody tr:first-child .part { padding-top: 9px; font-weight: 600 }
tfoot th, tfoot td { border-top: 1px solid var(--line) }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.text { min-width: 640px }
.date { white-space: nowrap }
.place, caption { color: var(--soft) }
.place { font-weight: normal; font-size: 12px; margin-left: 8px; overflow-wrap: anywhere }
caption { text-align: left; padding-bottom: 4px }
.notes { list-style: none; padding: 0; margin: 10px 0 0; color: var(--soft) }
`;

function wide(title: string, content: string): string {
  return `<section class="wide"><h2>${title}</h2><div class="scroll" role="region" aria-label="${title}" tabindex="0">${content}</div></section>`;
}

function costsTable(estimate: Estimate, notes: Footnotes): string {
  const parts = partsOf(estimate).map((part) => partRows(part, notes));
  const total = LEVELS.map((level) => number(totalText(estimate.totals[level], notes))).join('');
  return [
    '<table><caption>US dollars a month at each level, the most expensive part first</caption>',
    `<thead><tr><th scope="col">Use</th>${LEVELS.map((level) => `<th scope="col" class="number">${level}</th>`).join('')}</tr></thead>`,
    ...parts,
    `<tfoot><tr><th scope="row">total</th>${total}</tr></tfoot></table>`,
    `<ul class="notes">${notes.lines.map((note) => `<li>${escapeMarkup(note)}</li>`).join('')}</ul>`,
  ].join('\n');
}

function partRows({ part, place, rows }: CostPart, notes: Footnotes): string {
  const uses = rows.map(({ what, usd }) => {
    const amounts = LEVELS.map((level) => number(amountText(usd[level], notes))).join('');
    return `<tr><th scope="row">${escapeMarkup(what)}</th>${amounts}</tr>`;
  });
  const name = `${escapeMarkup(part)}<span class="place">${escapeMarkup(place)}</span>`;
  return `<tbody><tr><th scope="rowgroup" class="part" colspan="${1 + LEVELS.length}">${name}</th></tr>${uses.join('')}</tbody>`;
}

function assumptionsTable(): string {
  const rows = Object.values(COST_ASSUMPTIONS).map(({ value, meaning, basis }) => [meaning, String(value), basis]);
  return plainTable(['Assumption', 'Value', 'Reason'], rows);
}

function pricesTable({ rates }: Estimate): string {
  const rows = rates.map(({ rate, usd, unit, begin, date, basis, source }) => [
    `${RATES[rate].meaning}${begin === 0 ? '' : `, above ${begin.toLocaleString('en-US')}`}`,
    `${exactDollars(usd)} for each ${unit}`,
    date,
    basis === 'memory' ? 'from memory, not verified' : source,
  ]);
  return plainTable(['Price of', 'US dollars', 'Date', 'Source'], rows);
}

const DATE = /^\d{4}-\d\d-\d\d$/;

function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows.map(([first = '', ...others]) => {
    const cells = others
      .map((cell) => `<td${DATE.test(cell) ? ' class="date"' : ''}>${escapeMarkup(cell)}</td>`)
      .join('');
    return `<tr><th scope="row">${escapeMarkup(first)}</th>${cells}</tr>`;
  });
  const titles = head.map((title) => `<th scope="col">${title}</th>`).join('');
  return `<table class="text"><thead><tr>${titles}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function number(text: string): string {
  return `<td class="number">${escapeMarkup(text)}</td>`;
}
