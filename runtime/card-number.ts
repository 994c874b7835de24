// Card numbers, which the payment API neither takes nor keeps (PCI DSS 3.5.1): payment methods are tokens.

/** The digits of a card number (ISO/IEC 7812-1). */
const DIGITS = { minimum: 13, maximum: 19 } as const;

// Digits on end, wherever they are; or in groups as people write them, standing alone: parts of a UUID are none.
const RUN = /\d{13,}/g;
const GROUPS = /(?<![\p{L}\p{N}])\d(?:[\s._-]?\d){12,}(?![\p{L}\p{N}])/gu;

/** Whether a text holds 13 to 19 digits with the check digit of a card number (Luhn), be they grouped or in another script's forms. */
export function holdsCardNumber(text: string): boolean {
  // Most texts are too short to search, and need no normal form.
  if (text.length < DIGITS.minimum) return false;
  const plain = text.normalize('NFKC');
  return [...(plain.match(RUN) ?? []), ...(plain.match(GROUPS) ?? [])].some((found) => {
    const digits = found.replaceAll(/\D/g, '');
    return digits.length >= DIGITS.minimum && digits.length <= DIGITS.maximum && hasCheckDigit(digits);
  });
}

function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (const [at, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
