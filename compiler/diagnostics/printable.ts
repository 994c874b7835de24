// Text as a terminal shows it. The only file that imports `string-width`.

/** The distance of the tab stops of a frame, in columns. */
const TAB_WIDTH = 4;

/**
 * Makes text safe for a terminal: control characters become their pictures, and marks that change the text direction become
 * replacement characters (Unicode TR36, "bidirectional text spoofing").
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

/** The cells of a line; tabs are filled with spaces. */
export function cellsOf(line: string): Cell[] {
  let column = 0;
  return charactersOf(line).map((segment) => {
    const width = segment === '\t' ? TAB_WIDTH - (column % TAB_WIDTH) : widthOfCharacter(printable(segment));
    column += width;
    return { text: segment === '\t' ? ' '.repeat(width) : printable(segment), width };
  });
}

/** The characters of a line as a reader perceives them (grapheme clusters). */
function charactersOf(line: string): string[] {
  if (/^[\t -~]*$/.test(line)) return [...line];
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line);
  return [...segments].map(({ segment }) => segment);
}

function widthOfCharacter(character: string): number {
  if (/^[ -~]$/.test(character)) return 1;
  // Loaded on demand, because its tables of characters take as long to load as half a compilation.
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
