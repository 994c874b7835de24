// Lists the prices of the project.

import { ALL_RATES, PRICED_REGIONS, type Rate } from '../../../cost/prices/rates';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import type { PricesArguments } from './arguments';

/** Lists the prices of a Region, or of all Regions. */
export const run: Run<PricesArguments, readonly Rate[]> = ({ region }) => {
  if (region === undefined) return { result: ALL_RATES };
  const rates = ALL_RATES.filter((rate) => rate.region === region);
  if (rates.length === 0) {
    throw new UsageError(`there are no prices for ${region}; Regions with prices: ${PRICED_REGIONS.join(', ')}`);
  }
  return { result: rates };
};
