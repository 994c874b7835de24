// Amounts as exact decimals: validation and equality, without binary floating point.

import { createJsonNumber, isJsonNumber, type JsonNumber } from './json';

/** The limits of amounts in a currency. */
export interface CurrencyRule {
  /** The maximum number of decimals (ISO 4217). */
  readonly exponent: number;
  /** The minimum amount, a decimal. */
  readonly minimum?: string | undefined;
  /** The maximum amount, a decimal. */
  readonly maximum?: string | undefined;
}

/** The accepted currencies, by ISO 4217 code. */
export type Currencies = ReadonlyMap<string, CurrencyRule>;

/** An amount in canonical form, or its error. */
export type AmountReading = { readonly amount: JsonNumber } | { readonly fault: string };

/** The maximum precision of a DynamoDB number, in digits (Amazon DynamoDB, "Supported data types and naming rules": 38 digits). */
const MAX_AMOUNT_DIGITS = 38;

const NOT_POSITIVE = 'Payment amount must be greater than 0';
const DECIMAL_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Reads an amount above 0, as a JSON number or its text, in canonical form: without trailing zeros. */
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

/** The violation of a currency's rule by an amount; undefined if there is none. */
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

/** A decimal without trailing zeros; decimals are equal if their canonical forms are equal. */
export function canonicalDecimal(text: string): string {
  // DynamoDB also removes these zeros; removing them first makes the compared, stored and returned texts equal.
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function isLess(one: string, other: string): boolean {
  const [[wholeOne = '', partOne = ''], [wholeOther = '', partOther = '']] = [one.split('.'), other.split('.')];
  const length = Math.max(partOne.length, partOther.length);
  return BigInt(wholeOne + partOne.padEnd(length, '0')) < BigInt(wholeOther + partOther.padEnd(length, '0'));
}
