// Renders the effect of another value of a field on cost and limits.

import { numberText } from '../../../diagnostics/words';
import { LEVELS } from '../../../estimates/cost/estimate';
import { alignRight, renderColumns } from '../../text/columns';
import { changeCells } from '../../text/cost-cells';
import { section } from '../../text/section';
import type { Explanation } from './explanation';

/** The largest number of uses in the table. */
const MOST_USES = 8;

/** The sections "Cost" and "Limits"; none if the value changes neither. */
export function renderStep({ spec, outcome, step }: NonNullable<Explanation['drives']>): string[] {
  if (step === undefined) return [];
  const tried = outcome.effect?.tried;
  const trial = `${spec} ${tried === undefined ? 'without it' : `with ${JSON.stringify(tried)}`}`;
  const { usd, uses, limits } = step;
  const rows = [
    ...uses.slice(0, MOST_USES).map(({ part, what, usd: own }) => [`${part}: ${what}`, ...changeCells(own)]),
    ...(uses.length > MOST_USES ? [[`${uses.length - MOST_USES} more uses`, '', '', '']] : []),
    ['total', ...changeCells(usd)],
  ];
  const isCosted = Object.keys(usd).length > 0;
  return [
    ...section(
      `Cost: ${trial} changes a month, in US dollars`,
      isCosted ? renderColumns(alignRight([['', ...LEVELS], ...rows], [1, 2, 3])) : [],
    ),
    ...section(
      `Limits: ${trial} moves`,
      limits.map(({ what, before, after }) => `${what}: ${numberText(before)} -> ${numberText(after)} requests/s`),
    ),
  ];
}
