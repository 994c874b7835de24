// Refreshes compiler/estimates/cost/prices/rates.json from AWS's public price list, and prints the rows to review: `npm run prices:refresh`.
// With --check the file stays as it is. Exits 1 if a row is missing or ambiguous, or, with --check, changed.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_RATES } from '../compiler/estimates/cost/prices/rates';
import { fetchLists } from './prices/fetch-lists';
import { refreshRates } from './prices/refresh';
import { renderOutcomes, renderRatesFile } from './prices/render';

const FILE = join(__dirname, '../compiler/estimates/cost/prices/rates.json');

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

async function main(): Promise<void> {
  const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { rates, outcomes } = refreshRates(ALL_RATES, await fetchLists(ALL_RATES, fetchJson));
  process.stdout.write(`${renderOutcomes(outcomes)}\n`);
  if (!check) writeFileSync(FILE, renderRatesFile(rates));
  const failing = check ? ['missing', 'ambiguous', 'changed'] : ['missing', 'ambiguous'];
  if (outcomes.some(({ status }) => failing.includes(status))) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(`refresh-prices: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
