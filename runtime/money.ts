// Amounts as exact decimals: what an amount may be, and when two are equal. No binary floating point anywhere.

import { createJsonNumber, isJsonNumber, type JsonNumber } from './json';

/** What an amount of a currency may be. */
export interface CurrencyRule {
  /** The most decimals that it has (ISO 4217). */
  readonly exponent: number;
  /** The smallest amount, a decimal. */
  readonly minimum?: string | undefined;
  /** The largest amount, a decimal. */
  readonly maximum?: string | undefined;
}

/** The accepted currencies, by ISO 4217 code. */
export type Currencies = ReadonlyMap<string, CurrencyRule>;

/** An amount in canonical form, or what is wrong with it. */
export type AmountReading = { readonly amount: JsonNumber } | { readonly fault: string };

/** Most digits that DynamoDB keeps of a number (Amazon DynamoDB, "Supported data types and naming rules": 38 digits of precision). */
export const MAX_AMOUNT_DIGITS = 38;

const NOT_POSITIVE = 'Payment amount must be greater than 0';
const DECIMAL_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Reads an amount above 0, a JSON number or its text, in canonical form: without superfluous zeros at its end. */
export function readAmount(value: unknown): AmountReading {
  if (!isJsonNumber(value) && typeof value !== 'string') return { fault: NOT_POSITIVE };
  const text = value.toString();
  if (!DECIMAL_NUMBER.test(text)) return { fault: 'Payment amount must be a decimal such as 10.25' };
  const [mantissa = '', exponent] = text.split(/e/i);
  if (mantissa.startsWith('-') || !/[1-9]/.test(mantissa)) return { fault: NOT_POSITIVE };
  if (exponent !== undefined) return { fault: 'Payment amount must be written without an exponent' };
  if (text.replace('.', '').length > MAX_AMOUNT_DIGITS) {
    return { fault: `Payment amount must have at most ${MAX_AMOUNT_DIGITS} digits` };
  }
  return { amount: createJsonNumber(canonicalDecimal(text)) };
}

/** What a currency's rule says against an amount; undefined where it says nothing. */
export function amountFault(amount: JsonNumber, currency: string, rule: CurrencyRule): string | undefined {
  const text = amount.toString();
  const [, decimals = ''] = text.split('.');
  if (decimals.length > rule.exponent) {
    return `Payment amount must have at most ${rule.exponent} decimals in ${currency}`;
  }
  const { minimum, maximum } = rule;
  if (minimum !== undefined && isLess(text, minimum)) return `Payment amount must be at least ${minimum} ${currency}`;
  if (maximum !== undefined && isLess(maximum, text)) return `Payment amount must be at most ${maximum} ${currency}`;
  return undefined;
}

/** A decimal without superfluous zeros at its end: two are equal in value where their canonical forms are equal. */
export function canonicalDecimal(text: string): string {
  // DynamoDB drops these zeros too; dropping them first makes what is compared, stored and answered one text.
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function isLess(one: string, other: string): boolean {
  const [[wholeOne = '', partOne = ''], [wholeOther = '', partOther = '']] = [one.split('.'), other.split('.')];
  const length = Math.max(partOne.length, partOther.length);
  return BigInt(wholeOne + partOne.padEnd(length, '0')) < BigInt(wholeOther + partOther.padEnd(length, '0'));
}
