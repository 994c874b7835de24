// Renders prices as a table and as JSON.

import { grouped } from '../../../diagnostics/words';
import { exactDollars } from '../../../estimates/cost/dollars';
import { RATES, type Rate } from '../../../estimates/cost/prices/rates';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { renderColumns } from '../../text/columns';

/** The prices as a table, or as one JSON value. */
export const view: View<readonly Rate[], TextOrJson> = {
  text: renderRates,
  json: (rates) => ({ schemaVersion: 1, currency: 'USD', rates }),
};

const HEAD = ['Region', 'price of', 'USD', 'for each', 'from', 'to', 'date', 'source'];

function renderRates(rates: readonly Rate[]): string {
  const rows = rates.map((rate) => [
    rate.region,
    RATES[rate.rate].meaning,
    exactDollars(rate.usd),
    rate.unit,
    rate.begin === 0 ? '' : grouped(rate.begin),
    rate.end === null ? '' : grouped(rate.end),
    rate.date,
    rate.basis === 'memory' ? 'from memory, not verified' : rate.source,
  ]);
  const unverified = rates.filter(({ basis }) => basis === 'memory').length;
  return [...renderColumns([HEAD, ...rows]), '', `${rates.length} prices, ${unverified} of them from memory`].join(
    '\n',
  );
}
