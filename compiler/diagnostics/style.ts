// The style of printed diagnostics: colours and the width of a line.

import { styleText } from 'node:util';

/** The parts of a diagnostic that have a colour. */
export type Part = 'error' | 'warning' | 'place' | 'caret' | 'help';

/** A style. */
export interface Style {
  /** The columns of a line, beyond which frames are cut. */
  readonly width: number;
  readonly paint: (part: Part, text: string) => string;
}

const COLOURS: Readonly<Record<Part, Parameters<typeof styleText>[0]>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  place: 'cyan',
  caret: 'red',
  help: 'green',
};

/** The style for files and pipes: no colours, and the width of a wide terminal. */
export const PLAIN: Style = { width: 120, paint: (_part, text) => text };

/** The style for a terminal with colours. */
function colouredStyle(width: number): Style {
  return { width, paint: (part, text) => styleText(COLOURS[part], text, { validateStream: false }) };
}

/** The properties of a stream that determine the style. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * The style for a stream: colours on a terminal, unless NO_COLOR is set (no-color.org) or TERM is dumb; with FORCE_COLOR
 * set to anything but 0 always (force-color.org).
 */
export function styleFor(
  { isTTY = false, columns }: Output,
  variables: Readonly<Record<string, string | undefined>>,
): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = variables;
  const width = (isTTY ? columns : undefined) ?? PLAIN.width;
  const forced = FORCE_COLOR === undefined || FORCE_COLOR === '' ? undefined : FORCE_COLOR !== '0';
  const coloured = forced ?? (isTTY && !NO_COLOR && TERM !== 'dumb');
  return coloured ? colouredStyle(width) : { ...PLAIN, width };
}
