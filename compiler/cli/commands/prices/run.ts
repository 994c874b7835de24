// Lists the prices of the project.

import { ALL_RATES, type Rate, unpriced } from '../../../estimates/cost/prices/rates';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import type { PricesArguments } from './arguments';

/** Lists the prices of a Region, or of all Regions. */
export const run: Run<PricesArguments, readonly Rate[]> = ({ region }) => {
  if (region === undefined) return { result: ALL_RATES };
  const reason = unpriced(region);
  if (reason !== undefined) throw new UsageError(reason);
  return { result: ALL_RATES.filter((rate) => rate.region === region) };
};
