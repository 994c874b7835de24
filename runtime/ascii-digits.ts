// Converts digits of all scripts to ASCII digits.

/** Invisible characters, and marks that belong to the previous character. */
const INVISIBLE = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const DECIMAL_DIGIT = /^\p{Nd}$/u;

/** Converts a text's digits to ASCII, including other scripts, full-width and superscript digits. Takes linear time. */
export function foldDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, fold);
}

/** Replaces invisible characters. */
export function replaceInvisible(text: string, by: string): string {
  return text.replace(INVISIBLE, by);
}

// One character at a time: normalizing a whole text takes time quadratic in its combining marks.
function fold(character: string): string {
  if (DECIMAL_DIGIT.test(character)) return String(digitValue(character));
  const plain = character.normalize('NFKC');
  return /[0-9A-Za-z]/.test(plain) ? plain : character;
}

/** The value of a decimal digit; the digits of a script are contiguous, from zero to nine (Unicode Standard, section 4.6). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
