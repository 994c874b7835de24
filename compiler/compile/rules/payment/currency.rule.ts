// Checks that currencies are codes of ISO 4217.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { currencyExponent } from '../../../language/resolve/currencies';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unknown-currency': {
    code: 'ENV3008',
    severity: 'error',
    summary: 'A currency that is not in ISO 4217, or does not have a minor unit.',
    explanation: [
      'Amounts are stored in the minor unit of their currency, whose decimals ISO 4217 defines.',
      'A code that is not in the list, or that does not have a minor unit, such as gold (XAU), does not define decimals.',
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
