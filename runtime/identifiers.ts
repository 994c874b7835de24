// Detects identifiers with many digits that are not card numbers, by their format.

const HEX = '[0-9a-f]';

/**
 * UUIDs of every version, in groups (RFC 9562, section 4) or, with version and variant, ungrouped; trace ids (W3C Trace
 * Context, "traceparent"; AWS X-Ray, "Tracing header").
 */
const BY_FORM = new RegExp(
  [
    `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}(?!${HEX})`,
    `(?<![0-9a-z])${HEX}{12}[1-8]${HEX}{3}[89ab]${HEX}{15}(?![0-9a-z])`,
    `(?<![0-9a-z])${HEX}{2}-${HEX}{32}-${HEX}{16}-${HEX}{2}(?![0-9a-z])`,
    `(?<![0-9a-z])1-${HEX}{8}-${HEX}{24}(?![0-9a-z])`,
  ].join('|'),
  'gi',
);

/** Hexadecimal digests and ids of common lengths, such as MD5, SHA-1, SHA-256, trace ids and MongoDB ids. */
const DIGEST = /(?<![0-9a-z])(?:[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-z])/gi;

/** Repeated letters between digits, which digests contain, but not a card number with a word before or after it. */
const MANY_LETTERS = /[a-f]+\d+[a-f]+\d+[a-f]/i;

/** An IBAN (ISO 13616), ungrouped or in groups of four. */
const IBAN = /(?<![0-9a-z])[a-z]{2}\d{2}(?:[0-9a-z]{11,30}|(?: [0-9a-z]{4}){2,7}(?: [0-9a-z]{1,3})?)(?![0-9a-z])/gi;

/** A text that is exactly one UUID, the most common text with many digits. */
const WHOLE_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Replaces each identifier in a text by a letter. */
export function maskIdentifiers(text: string): string {
  if (WHOLE_UUID.test(text)) return 'x';
  return text
    .replace(BY_FORM, 'x')
    .replace(DIGEST, (found) => (MANY_LETTERS.test(found) ? 'x' : found))
    .replace(IBAN, (found) => (isIban(found) ? 'x' : found));
}

/** Whether an IBAN has valid check digits (ISO 13616: ISO/IEC 7064, MOD 97-10). */
function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase();
  let rest = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
