// Amounts as exact decimals: what an amount may be, and when two are equal. No binary floating point anywhere.

import { RequestError } from './errors';
import { createJsonNumber, isJsonNumber, type JsonNumber } from './json';

/** The accepted currencies: ISO 4217 code to the number of decimals that the currency has. */
export type CurrencyExponents = ReadonlyMap<string, number>;

/** Most digits that DynamoDB keeps of a number (Amazon DynamoDB, "Supported data types and naming rules": 38 digits of precision). */
export const MAX_AMOUNT_DIGITS = 38;

/** Reads an amount above 0, in canonical form: without superfluous zeros at its end. Throws RequestError 400. */
export function readAmount(value: unknown): JsonNumber {
  const text = isJsonNumber(value) ? value.toString() : '0';
  const [mantissa = '', exponent] = text.split(/e/i);
  if (mantissa.startsWith('-') || !/[1-9]/.test(mantissa)) {
    throw new RequestError(400, 'Payment amount must be greater than 0');
  }
  if (exponent !== undefined) throw new RequestError(400, 'Payment amount must be written without an exponent');
  if (text.replace('.', '').length > MAX_AMOUNT_DIGITS) {
    throw new RequestError(400, `Payment amount must have at most ${MAX_AMOUNT_DIGITS} digits`);
  }
  return createJsonNumber(canonicalDecimal(text));
}

/** Checks that a currency is accepted and has as many decimals as the amount. Throws RequestError 400. */
export function checkCurrency(amount: JsonNumber, currency: string, exponents: CurrencyExponents): void {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RequestError(400, `Unsupported currency: ${currency}`);
  const [, decimals = ''] = amount.toString().split('.');
  if (decimals.length > exponent) {
    throw new RequestError(400, `Payment amount must have at most ${exponent} decimals in ${currency}`);
  }
}

/** Whether two decimals have the same value, however many zeros they end with. */
export function isSameDecimal(one: string, other: string): boolean {
  return canonicalDecimal(one) === canonicalDecimal(other);
}

function canonicalDecimal(text: string): string {
  // DynamoDB drops these zeros too; dropping them first makes what is compared, stored and answered one text.
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
