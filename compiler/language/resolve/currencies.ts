// Currencies and their decimals, from ISO 4217. The only file that imports `currency-codes`.

import { code } from 'currency-codes';

/** The decimals of a currency's minor unit; undefined for an unknown currency, or one without a country (gold, tests). */
export function currencyExponent(currency: string): number | undefined {
  const record = code(currency);
  return record?.countries.some((country) => !/^zz/i.test(country)) ? record.digits : undefined;
}

/** The limits of amounts in a currency, as decimals. */
interface AmountLimits {
  readonly minimum?: string;
  readonly maximum?: string;
}

/** Currencies in the handler's format, such as `EUR=2,JPY=0::5000000,USD=2:0.50`: code, exponent and limits, sorted by code. */
export function currencyRules(
  currencies: readonly string[],
  limits: { readonly [currency: string]: AmountLimits | undefined },
): string {
  return [...currencies]
    .sort()
    .map((currency) => {
      const { minimum = '', maximum = '' } = limits[currency] ?? {};
      return `${currency}=${currencyExponent(currency) ?? ''}:${minimum}:${maximum}`.replace(/:+$/, '');
    })
    .join(',');
}
