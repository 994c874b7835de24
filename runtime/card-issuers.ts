// The number ranges of card issuers, their lengths and check digits.

/** The cards of one issuer: the prefixes of their numbers, the lengths, and whether the last digit is a check digit. */
interface CardRange {
  readonly issuer: string;
  /** Prefixes, or the first and the last one of a range: `51-55 2221-2720`. */
  readonly prefixes: string;
  readonly lengths: readonly number[];
  readonly hasCheckDigit: boolean;
}

/** The minimum and maximum length of a card number, in digits (ISO/IEC 7812-1: at most 19; Maestro starts at 12). */
export const CARD_LENGTHS = { minimum: 12, maximum: 19 } as const;

const range = (
  issuer: string,
  prefixes: CardRange['prefixes'],
  lengths: readonly number[],
  hasCheckDigit = true,
): CardRange => ({ issuer, prefixes, lengths, hasCheckDigit });

/**
 * The ranges in use.
 *
 * Source: ISO/IEC 7812-1 for the format, and the tables of Braintree's `credit-card-type` 10.3.0 (MIT) for the ranges, narrowed
 * where they are too wide to distinguish cards from other numbers: Visa does not use 18 digits; JCB's 1800 has 15 digits, so that
 * microsecond timestamps, which start with 1800 in 2027, are not cards; Maestro has all lengths in its own ranges only.
 * UnionPay does not guarantee a check digit (README of Braintree's `card-validator`, "luhnValidateUnionPay").
 */
const RANGES: readonly CardRange[] = [
  range('Visa', '4', [13, 16, 19]),
  range('Mastercard', '51-55 2221-2720', [16]),
  range('American Express', '34 37', [15]),
  range('Discover', '6011 644-649 65', [16, 19]),
  range('Diners Club', '300-305 3095 36 38-39', [14, 16, 19]),
  range('JCB', '3528-3589', [16, 17, 18, 19]),
  range('JCB', '1800', [15]),
  range('JCB', '2131', [15, 16]),
  range('UnionPay', '62', [16, 17, 18, 19], false),
  range('UnionPay', '810-817', [16]),
  range('Maestro', '5018 5020 5038 5893 6304 6759 6761-6763', [12, 13, 14, 15, 16, 17, 18, 19]),
  range('Maestro, Elo, Hipercard, RuPay, Verve', '50 56-59 6', [16, 19]),
  range('Mir', '2200-2204', [16]),
  range('Troy', '9792', [16]),
];

/** The ranges by the first four digits; most lists are empty. */
const BY_FIRST_FOUR: ReadonlyMap<string, readonly CardRange[]> = indexByFirstFour();

/** Whether the ASCII digits of a text between two positions are a complete card number. */
export function isCardNumber(text: string, from = 0, to = text.length): boolean {
  const length = to - from;
  if (length < CARD_LENGTHS.minimum) return false;
  const ranges = BY_FIRST_FOUR.get(text.slice(from, from + 4)) ?? [];
  return ranges.some(
    ({ lengths, hasCheckDigit }) => lengths.includes(length) && (!hasCheckDigit || endsWithCheckDigit(text, from, to)),
  );
}

function indexByFirstFour(): Map<string, CardRange[]> {
  const index = new Map<string, CardRange[]>();
  for (const range of RANGES) {
    for (const prefixes of range.prefixes.split(' ')) {
      const [first = '', last = first] = prefixes.split('-');
      for (let four = Number(first.padEnd(4, '0')); four <= Number(last.padEnd(4, '9')); four += 1) {
        index.set(String(four), [...(index.get(String(four)) ?? []), range]);
      }
    }
  }
  return index;
}

/** Whether the last digit is the check digit of the preceding digits (ISO/IEC 7812-1, Annex B: Luhn). */
function endsWithCheckDigit(text: string, from: number, to: number): boolean {
  let sum = 0;
  for (let at = to - 1, isDoubled = false; at >= from; at -= 1, isDoubled = !isDoubled) {
    const value = text.charCodeAt(at) - 48;
    sum += isDoubled ? (value > 4 ? 2 * value - 9 : 2 * value) : value;
  }
  return sum % 10 === 0;
}
