// Text as a terminal shows it: the one door to `string-width`.

/** How far apart the tab stops of a frame are, in columns. */
const TAB_WIDTH = 4;

/**
 * Text in which nothing moves the cursor, changes colours or turns the direction: control characters as their pictures,
 * marks that turn the direction as replacement characters (Unicode TR36, "bidirectional text spoofing").
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x7f) return '␡';
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD';
  });
}

/** A piece of a line as it is shown, with its width in columns. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

/** A line as what a reader takes for its characters, tabs filled with spaces. */
export function cellsOf(line: string): Cell[] {
  let column = 0;
  return charactersOf(line).map((segment) => {
    const width = segment === '\t' ? TAB_WIDTH - (column % TAB_WIDTH) : widthOfCharacter(printable(segment));
    column += width;
    return { text: segment === '\t' ? ' '.repeat(width) : printable(segment), width };
  });
}

/** What a reader takes for the characters of a line. */
function charactersOf(line: string): string[] {
  if (/^[\t -~]*$/.test(line)) return [...line];
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line);
  return [...segments].map(({ segment }) => segment);
}

function widthOfCharacter(character: string): number {
  if (/^[ -~]$/.test(character)) return 1;
  // Its tables of characters take as long to load as half a compilation.
  const { default: stringWidth }: typeof import('string-width') = require('string-width');
  return stringWidth(character);
}

/** The columns that cells take. */
export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** The text of cells. */
export function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}
