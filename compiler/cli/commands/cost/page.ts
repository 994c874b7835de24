// Renders an estimate as an HTML page: the bars of each level, and the costs, assumptions and prices as tables.

import { grouped } from '../../../diagnostics/words';
import { dollars, exactDollars } from '../../../estimates/cost/dollars';
import { type Estimate, LEVELS } from '../../../estimates/cost/estimate';
import type { Growth } from '../../../estimates/cost/growth';
import { RATES } from '../../../estimates/cost/prices/rates';
import { COST_ASSUMPTIONS } from '../../../estimates/traffic/assumptions';
import { escapeMarkup } from '../../../picture/escape';
import { renderPage } from '../../../picture/page';
import { plainTable, TABLE_STYLE, wideSection } from '../../../picture/page-table';
import { BARS_STYLE, barsLegend, renderBars } from './bars';
import { GROWTH_HEAD, growthNotes, growthRows, sensitivityText } from './outlook';
import { amountText, type CostPart, Footnotes, partsOf, totalText } from './rows';
import type { CostResult, PlacedAdvice } from './run';

/** The meaning of each level. */
export const LEVEL_MEANINGS = {
  floor: 'no requests',
  expected: 'the traffic of the spec',
  ceiling: 'all that throttles, capacities and concurrency admit, all month',
} as const;

/** The self-contained page of an estimate. */
export function renderCostPage({ path, estimate, advice, sensitivities, growth }: CostResult): string {
  const notes = new Footnotes();
  return renderPage({
    title: `${path}: cost of a month`,
    lead: `An estimate in US dollars for ${estimate.region}, without taxes and discounts.`,
    style: `${TABLE_STYLE}${STYLE}${BARS_STYLE}`,
    content: [
      ...LEVELS.map((level) => {
        const total = totalText(estimate.totals[level], notes);
        return `<section><h2>${level}: ${total}</h2><p>${LEVEL_MEANINGS[level]}</p>${renderBars(estimate, level)}${barsLegend()}</section>`;
      }),
      ...adviceSection(advice),
      wideSection('Cost by part', costsTable(estimate, notes)),
      ...(growth === undefined ? [] : [growthSection(growth)]),
      wideSection('Assumptions', `${assumptionsTable()}${noteList(sensitivities.map(sensitivityText))}`),
      wideSection('Prices', pricesTable(estimate)),
    ].join('\n'),
  });
}

const STYLE = `
section p { margin: -6px 0 8px; color: var(--soft) }
tbody tr:first-child .part { padding-top: 9px; font-weight: 600 }
tfoot th, tfoot td { border-top: 1px solid var(--line) }
.place, caption { color: var(--soft) }
.place { font-weight: normal; font-size: 12px; margin-left: 8px; overflow-wrap: anywhere }
caption { text-align: left; padding-bottom: 4px }
.notes { list-style: none; padding: 0; margin: 10px 0 0; color: var(--soft) }
`;

function growthSection(growth: Growth): string {
  const table = plainTable(GROWTH_HEAD, growthRows(growth), [1, 2, 3]);
  return wideSection(`Growth of ${growth.percentPerMonth} % a month`, `${table}${noteList(growthNotes(growth))}`);
}

function noteList(notes: readonly string[]): string {
  return `<ul class="notes">${notes.map((note) => `<li>${escapeMarkup(note)}</li>`).join('')}</ul>`;
}

function adviceSection(advice: readonly PlacedAdvice[]): readonly string[] {
  if (advice.length === 0) return [];
  const rows = advice.map(({ what, usd, field, place, condition }) => [
    what,
    dollars(usd),
    `${field}, ${place}`,
    condition,
  ]);
  return [
    wideSection(
      'Advice at the expected traffic',
      plainTable(['Change', 'Saves', 'Field', 'Reason and condition'], rows, [1]),
    ),
  ];
}

function costsTable(estimate: Estimate, notes: Footnotes): string {
  const parts = partsOf(estimate).map((part) => partRows(part, notes));
  const total = LEVELS.map((level) => number(totalText(estimate.totals[level], notes))).join('');
  return [
    '<table><caption>US dollars a month at each level, the most expensive part first</caption>',
    `<thead><tr><th scope="col">Use</th>${LEVELS.map((level) => `<th scope="col" class="number">${level}</th>`).join('')}</tr></thead>`,
    ...parts,
    `<tfoot><tr><th scope="row">total</th>${total}</tr></tfoot></table>`,
    noteList(notes.lines),
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
    `${RATES[rate].meaning}${begin === 0 ? '' : `, above ${grouped(begin)}`}`,
    `${exactDollars(usd)} for each ${unit}`,
    date,
    basis === 'memory' ? 'from memory, not verified' : source,
  ]);
  return plainTable(['Price of', 'US dollars', 'Date', 'Source'], rows);
}

function number(text: string): string {
  return `<td class="number">${escapeMarkup(text)}</td>`;
}
