// Checks that currencies are codes of ISO 4217.

import { defineDiagnostics } from '../../diagnostics/definition';
import { currencyExponent } from '../../resolve/currencies';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unknown-currency': {
    code: 'ENV3008',
    severity: 'error',
    summary: 'A currency that is not in use by ISO 4217, or that has no minor unit.',
    explanation: [
      'Amounts are stored in the minor unit of their currency, whose decimals ISO 4217 defines.',
      'An amount in a code that is not in the list, or that has no minor unit, such as gold (XAU), has no defined decimals.',
    ],
    message: (p: { currency: string }) =>
      `unknown currency "${p.currency}": expected a code of ISO 4217 with a minor unit`,
  },
});

/** ENV3008: an unknown currency. */
export const currencyRule: Rule = {
  diagnose,
  *check({ environment: { payment }, at }) {
    for (const [index, currency] of payment.currencies.entries()) {
      if (currencyExponent(currency) === undefined)
        yield diagnose('unknown-currency', at(['payment', 'currencies', index]), { currency });
    }
  },
};
