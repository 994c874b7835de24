// Renders changes of costs as cells of a table.

import type { UsdByLevel } from '../../estimates/cost/cost-difference';
import { signedDollars } from '../../estimates/cost/dollars';
import { LEVELS } from '../../estimates/cost/estimate';

/** A cell for each level; empty for a level that does not change. */
export function changeCells(usd: UsdByLevel): readonly string[] {
  return LEVELS.map((level) => {
    const amount = usd[level];
    return amount === undefined ? '' : signedDollars(amount);
  });
}
