// Detects card numbers, which the payment API does not accept, store or log (PCI DSS 3.5.1): payment methods are tokens.

import { foldDigits, replaceInvisible } from './ascii-digits';
import { CARD_LENGTHS, isCardNumber } from './card-issuers';
import { maskIdentifiers } from './identifiers';

/** The replacement in the log for a text or number that contains a card number. */
export const REMOVED = '[card number removed]';

/** Adjacent digits. */
interface Group {
  readonly start: number;
  readonly end: number;
  /** The number of digits in its chain before it. */
  readonly digitsBefore: number;
  /** The number of groups in its chain, up to and including this one, that are longer than those of a date or a security code. */
  readonly longGroups: number;
}

/** Common group lengths: American Express, Diners Club, Visa with 13 digits, and a split after the issuer's prefix. */
const USUAL_GROUPS: ReadonlySet<string> = new Set(['4-6-5', '4-6-4', '4-3-3-3', '6-13', '4-4-5', '4-4-7']);

/** The maximum length of a separator, in UTF-16 code units, such as a dash between spaces. */
const LONGEST_SEPARATOR = 5;
const SEPARATOR = new RegExp(`^[^\\p{L}\\p{N}]{1,${LONGEST_SEPARATOR}}$`, 'u');

/** The maximum number of digits of an expiry date or a security code, in one group. */
const SHORT_GROUP = 4;

/** The lengths, in digits, that are accepted for unusual groups; other lengths are too often not cards. */
const UNUSUAL_LENGTHS: readonly number[] = [15, 16, 19];

/** The lengths of a single group that are common for database ids ("Snowflakes"), and rare for cards. */
const ID_LENGTHS: readonly number[] = [17, 18];

/** The maximum number of digits of a telephone number after `+` (ITU-T E.164). */
const PHONE_DIGITS = 15;

/**
 * Whether a text contains a card number: in an issuer's range and length, with a check digit if the issuer uses one, in
 * digits of any script, grouped or not, with any surrounding text. Takes time linear in the text's length.
 *
 * Only complete numbers count, not a part of a longer number. Identifiers with many digits do not count.
 */
export function containsCardNumber(text: string): boolean {
  if (!mayContainCardNumber(text)) return false;
  const decoded = text.includes('%') ? decodePercent(text) : text;
  if (isAscii(decoded)) return holdsInGroups(decoded);
  const plain = foldDigits(decoded);
  // Without invisible characters, the groups are those that a reader sees. With them, an expiry date after one stays separate.
  const visible = replaceInvisible(plain, '');
  return holdsInGroups(visible) || (visible !== plain && holdsInGroups(replaceInvisible(plain, ' ')));
}

/** Whether a text has enough digits to contain a card number; most texts do not. */
function mayContainCardNumber(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < CARD_LENGTHS.minimum; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || code > 127) digits += 1;
  }
  return digits >= CARD_LENGTHS.minimum;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

function holdsInGroups(text: string): boolean {
  const masked = maskIdentifiers(text);
  if (!mayContainCardNumber(masked)) return false;
  let chain: Group[] = [];
  let digits = '';
  for (const { 0: found, index: start } of masked.matchAll(/\d+/g)) {
    const before = chain.at(-1);
    if (before && !SEPARATOR.test(masked.slice(before.end, Math.min(start, before.end + LONGEST_SEPARATOR + 1)))) {
      if (chainContainsCardNumber(masked, digits, chain)) return true;
      chain = [];
      digits = '';
    }
    const longGroups = (chain.at(-1)?.longGroups ?? 0) + (found.length > SHORT_GROUP ? 1 : 0);
    chain.push({ start, end: start + found.length, digitsBefore: digits.length, longGroups });
    digits += found;
  }
  return chainContainsCardNumber(masked, digits, chain);
}

/** Checks each run of groups up to the length of a card number, so that the time is linear in the text. */
function chainContainsCardNumber(text: string, digits: string, chain: readonly Group[]): boolean {
  for (const [first, { digitsBefore: from }] of chain.entries()) {
    for (let last = first; last < chain.length; last += 1) {
      const to = chain[last + 1]?.digitsBefore ?? digits.length;
      const length = to - from;
      if (length > CARD_LENGTHS.maximum) break;
      if (length < CARD_LENGTHS.minimum || !isCardNumber(digits, from, to)) continue;
      if (isWrittenAsOne(text, chain, first, last, length)) return true;
    }
  }
  return false;
}

/** Whether a range of a chain's groups is written as one number. */
function isWrittenAsOne(text: string, chain: readonly Group[], first: number, last: number, length: number): boolean {
  const groups = chain.slice(first, last + 1);
  const [start, end] = [groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0];
  if (text[start - 1] === '+' && length <= PHONE_DIGITS) return false;
  if (groups.length === 1) return !ID_LENGTHS.includes(length);

  const sizes = groups.map((group) => group.end - group.start);
  if (USUAL_GROUPS.has(sizes.join('-'))) return true;
  const [size = 0] = sizes;
  const isUniform = sizes.slice(1, -1).every((other) => other === size) && (sizes.at(-1) ?? 0) <= size;
  if (isUniform && size >= 4) return true;

  // Other groups must look like one number: the same separator throughout, and no adjacent letter.
  const separators = new Set(groups.slice(1).map(({ start: next }, at) => text.slice(groups[at]?.end, next)));
  const [separator = ''] = separators;
  if (separators.size > 1 || isLetter(text[start - 1]) || isLetter(text[end])) return false;
  if (isUniform) return true;
  if (groups.length === 2 && /^[.,]$/.test(separator)) return false;
  const longInside = (chain[last]?.longGroups ?? 0) - (chain[first - 1]?.longGroups ?? 0);
  return UNUSUAL_LENGTHS.includes(length) && longInside === chain.at(-1)?.longGroups;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
