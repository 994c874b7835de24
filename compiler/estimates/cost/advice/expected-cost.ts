// The expected cost of some lines of an estimate.

import { isKnown } from '../../traffic/amount';
import type { CostLine, Estimate } from '../estimate';

/** The sum of the known expected costs of the lines that match, in US dollars a month. */
export function expectedCost({ lines }: Estimate, matches: (line: CostLine) => boolean): number {
  return lines.filter(matches).reduce((sum, { usd }) => sum + (isKnown(usd.expected) ? usd.expected : 0), 0);
}
