// Currencies are those of ISO 4217.

import { diagnose } from '../diagnostics/diagnostic';
import { currencyExponent } from '../resolve/currencies';
import type { Rule } from './rule';

/** ENV3008: a currency that ISO 4217 does not have. */
export const currencyRule: Rule = ({ environment, at }) =>
  environment.payment.currencies.flatMap((currency, index) =>
    currencyExponent(currency) === undefined
      ? [diagnose('unknown-currency', at(['payment', 'currencies', index]), { currency })]
      : [],
  );
