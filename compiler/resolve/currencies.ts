// What ISO 4217 says of currencies: the one door to `currency-codes`.

import { code } from 'currency-codes';

/** The decimals of a currency's minor unit; undefined where ISO 4217 has no such currency, or lists it for no country (gold, tests). */
export function currencyExponent(currency: string): number | undefined {
  const record = code(currency);
  return record?.countries.some((country) => !/^zz/i.test(country)) ? record.digits : undefined;
}

/** Currencies with their exponents as the handler reads them: `EUR=2,JPY=0`, in the order of their codes. */
export function currencyExponents(currencies: readonly string[]): string {
  return [...currencies]
    .sort()
    .map((currency) => `${currency}=${currencyExponent(currency) ?? ''}`)
    .join(',');
}
