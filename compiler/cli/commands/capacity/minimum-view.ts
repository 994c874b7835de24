// Renders the cheapest settings for a rate: each field, the cost, and lines of YAML to paste.

import { numberText } from '../../../diagnostics/words';
import { dollars, signedDollars } from '../../../estimates/cost/dollars';
import { COST_ASSUMPTIONS } from '../../../estimates/traffic/assumptions';
import { alignRight, renderColumns } from '../../text/columns';
import { durationText } from '../../text/duration';
import type { BillingModes } from './billing-modes';
import { renderFragment } from './fragment';
import type { FieldChange, Minimum } from './minimum';
import { CAUTIOUS_ASSUMPTIONS, type Shortage, SIMULATED_SECONDS } from './steady';

/** A minimum as text. */
export function renderMinimum(path: string, mix: string, minimum: Minimum): string {
  const { rate, shortages, changes, usd, billing } = minimum;
  const title = `${path}: the cheapest settings for ${numberText(rate)} requests/s of ${mix}`;
  if (shortages.length > 0) return [title, '', ...shortages.map(shortageText)].join('\n');
  return [
    title,
    '',
    ...(changes.length === 0
      ? ['No field changes: each has its smallest sufficient value.']
      : [
          ...renderColumns(alignRight([HEAD, ...changes.map(rowOf)], [1, 2, 3])),
          '',
          `All together, in USD a month: ${totalText(usd)}.`,
          '',
          `lines for ${path}`,
          ...renderFragment(changes),
        ]),
    '',
    ...(billing === undefined ? [] : [billingText(rate, billing)]),
    ...REMARKS,
  ].join('\n');
}

const HEAD = ['field', 'present', 'proposed', 'USD a month', 'place'];

function rowOf({ field, present, proposed, usd, place }: FieldChange): string[] {
  return [field, numberText(present), numberText(proposed), signedDollars(usd.floor ?? 0), place];
}

function totalText({ floor = 0, expected, ceiling = 0 }: Minimum['usd']): string {
  const withTraffic = expected === undefined ? [] : [`${signedDollars(expected)} with the expected traffic`];
  return [`${signedDollars(floor)} without requests`, ...withTraffic, `${signedDollars(ceiling)} at the limits`].join(
    ', ',
  );
}

function billingText(rate: number, { provisioned, onDemand, isOnDemandSufficient }: BillingModes): string {
  const cheaper = provisioned <= onDemand ? 'Provisioned capacity' : 'On-demand capacity';
  const costs = `provisioned ${dollars(provisioned)}, on demand ${dollars(onDemand)} USD`;
  const caution = isOnDemandSufficient ? '' : ' New on-demand tables do not admit the rate at once.';
  return `${cheaper} is cheaper for the tables if ${numberText(rate)} requests/s last all month: ${costs}.${caution}`;
}

/** The source of the duration of invocations. */
export const DURATION_REMARK = `The duration of an invocation is expectedDurationMilliseconds, or ${COST_ASSUMPTIONS.durationMilliseconds.value} ms.`;

const REMARKS = [
  `Simulated: an idle system gets the rate at once, for ${durationText(SIMULATED_SECONDS)}. No limit refuses a request.`,
  `Autoscaling is as slow as observed (metrics after ${CAUTIOUS_ASSUMPTIONS.metricDelaySeconds} s, updates in ${CAUTIOUS_ASSUMPTIONS.updateTableSeconds} s), and the methods share the throttle of the stage.`,
  'The values have no headroom: state the highest rate that the system must sustain. A smaller value of any of them is not sufficient.',
  DURATION_REMARK,
  'Not searched: the billing mode, shardCount, targetUtilizationPercent, memory, and the cache.',
];

/** A limit that prevents the rate, with the way to raise it. */
function shortageText({ what, field, amounts }: Shortage): string {
  const numbers =
    amounts === undefined
      ? ''
      : `: ${numberText(amounts.value)} ${amounts.unit}; the rate needs ${numberText(amounts.needed)}`;
  return `prevented by ${what}${numbers}${adviceFor(field, amounts)}`;
}

function adviceFor(field: Shortage['field'], amounts: Shortage['amounts']): string {
  if (field?.startsWith('quotas.') === true) {
    const value = amounts === undefined ? '' : ` of ${numberText(amounts.needed)}`;
    return `; request a quota${value} from AWS, and set ${field}`;
  }
  return field === undefined ? '' : `; ${field} cannot be high enough within the quotas of the account`;
}
