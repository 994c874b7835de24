// Renders refreshed prices: the text of rates.json, with a row on each line, and a report of the rows for a reviewer.

import { renderColumns } from '../../compiler/cli/text/columns';
import type { Rate } from '../../compiler/estimates/cost/prices/rates';
import type { Outcome } from './refresh';

/** The text of rates.json. A refresh changes only the lines of rows that differ. */
export function renderRatesFile(rates: readonly Rate[]): string {
  return `[\n${rates.map((rate) => `  ${rowText(rate)}`).join(',\n')}\n]\n`;
}

function rowText(rate: Rate): string {
  const members = Object.entries(rate).map(([key, value]) => `${JSON.stringify(key)}: ${valueText(value)}`);
  return `{ ${members.join(', ')} }`;
}

/** JSON without exponents: 1e-7 is valid JSON, but hard to compare with a price. */
function valueText(value: string | number | null): string {
  const text = JSON.stringify(value);
  return typeof value === 'number' && text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

/** The outcomes that a reviewer reads, and the number of the others. */
export function renderOutcomes(outcomes: readonly Outcome[]): string {
  const shown = outcomes.filter(({ status, detail }) => status !== 'unchanged' || detail !== '');
  const rows = shown.map(({ region, rate, status, detail }) => [status, region, rate, detail]);
  const counts = (['changed', 'unchanged', 'missing', 'ambiguous', 'kept'] as const).map(
    (status) => `${outcomes.filter((outcome) => outcome.status === status).length} ${status}`,
  );
  return [...renderColumns(rows), counts.join(', ')].join('\n');
}
