// Chooses the style of printed text for a stream.

import { type Style, styleFor } from '../../diagnostics/style';

/** The style for standard output or standard error. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  return styleFor(stream, process.env);
}
