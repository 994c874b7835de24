// Limits of amounts are for accepted currencies, and are amounts of them.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { currencyExponent } from '../resolve/currencies';
import type { Rule } from './rule';

/** ENV3015: a limit of a currency that is not accepted, with too many decimals, or a minimum above the maximum. */
export const amountLimitRule: Rule = ({ environment, at }) =>
  Object.entries(environment.payment.limits).flatMap(([currency, limits]): Diagnostic[] => {
    const path = ['payment', 'limits', currency];
    if (!environment.payment.currencies.includes(currency)) {
      const problem = `${currency} has limits, but is not among payment.currencies`;
      return [diagnose('amount-limit', at(path, 'key'), { problem })];
    }
    const exponent = currencyExponent(currency) ?? 0;
    const tooExact = Object.entries(limits).flatMap(([name, limit]) => {
      if (decimalsOf(limit).length <= exponent) return [];
      const problem = `the ${name} ${limit} has more decimals than ${currency}, which has ${exponent}`;
      return [diagnose('amount-limit', at([...path, name]), { problem })];
    });
    const { minimum, maximum } = limits;
    if (minimum === undefined || maximum === undefined || scaled(minimum) <= scaled(maximum)) return tooExact;
    const problem = `the minimum ${minimum} ${currency} is above the maximum ${maximum}`;
    return [...tooExact, diagnose('amount-limit', at([...path, 'minimum']), { problem })];
  });

/** The most decimals that a limit has in the language. */
const MAX_DECIMALS = 4;

function scaled(decimal: string): bigint {
  const [whole = ''] = decimal.split('.');
  return BigInt(whole + decimalsOf(decimal).padEnd(MAX_DECIMALS, '0'));
}

function decimalsOf(decimal: string): string {
  return decimal.split('.')[1] ?? '';
}
