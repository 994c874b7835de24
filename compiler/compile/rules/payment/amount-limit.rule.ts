// Checks that limits of amounts are for accepted currencies and do not have more decimals than the currency.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { currencyExponent } from '../../../language/resolve/currencies';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'amount-limit': {
    code: 'ENV3015',
    severity: 'error',
    summary: 'A limit on amounts that rejects every amount, or that never applies.',
    explanation: [
      'A limit for a currency outside payment.currencies never applies.',
      'An amount has at most the decimals that ISO 4217 defines for its currency, so it never equals a limit with more decimals.',
      'If the minimum is above the maximum, every amount is rejected.',
    ],
    message: {
      'not-accepted': (p: { currency: string }) => `${p.currency} has limits, but is not in payment.currencies`,
      'too-exact': (p: { name: string; limit: string; currency: string; exponent: number }) =>
        `the ${p.name} ${p.limit} has more decimals than ${p.currency}, which has ${p.exponent}`,
      'out-of-order': (p: { minimum: string; maximum: string; currency: string }) =>
        `the minimum ${p.minimum} ${p.currency} is above the maximum ${p.maximum}`,
    },
  },
});

/** ENV3015: a limit of a currency that is not accepted, with too many decimals, or a minimum above the maximum. */
export const amountLimitRule: Rule = {
  diagnose,
  *check({ environment: { payment }, at }) {
    for (const [currency, limits] of Object.entries(payment.limits)) {
      const path = specPath('payment', 'limits', currency);
      if (!payment.currencies.includes(currency)) {
        yield diagnose('amount-limit', at(path, 'key'), { is: 'not-accepted', currency });
        continue;
      }
      const exponent = currencyExponent(currency) ?? 0;
      for (const name of ['minimum', 'maximum'] as const) {
        const limit = limits[name];
        if (limit === undefined || decimalsOf(limit).length <= exponent) continue;
        yield diagnose('amount-limit', at([...path, name]), { is: 'too-exact', name, limit, currency, exponent });
      }
      const { minimum, maximum } = limits;
      if (minimum === undefined || maximum === undefined || scaled(minimum) <= scaled(maximum)) continue;
      const found = { is: 'out-of-order', minimum, maximum, currency } as const;
      yield diagnose('amount-limit', at([...path, 'minimum']), found);
    }
  },
};

/** The maximum number of decimals of a limit in the language. */
const MAX_DECIMALS = 4;

function scaled(decimal: string): bigint {
  const [whole = ''] = decimal.split('.');
  return BigInt(whole + decimalsOf(decimal).padEnd(MAX_DECIMALS, '0'));
}

function decimalsOf(decimal: string): string {
  return decimal.split('.')[1] ?? '';
}
