// Bytes to text: a spec is UTF-8, with or without a byte order mark, and of a size that people write.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { createSource, type Source } from '../source/source';

/** The largest spec, in bytes: some thousand lines, which are read within a second. */
export const SIZE_LIMIT_BYTES = 131_072;

/** Makes a source of what a file holds. Mistakes are ENV1006 and ENV1007; the text is then not to be parsed. */
export function decodeSource(path: string, content: Uint8Array | string): { source: Source; mistake?: Diagnostic } {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (bytes.length > SIZE_LIMIT_BYTES) {
    const source = createSource(path, '');
    return { source, mistake: diagnose('too-large', at(source, 0), { limit: SIZE_LIMIT_BYTES }) };
  }
  const utf16 = nameOfUtf16(bytes);
  if (utf16 !== undefined) {
    const source = createSource(path, '');
    return { source, mistake: diagnose('wrong-encoding', at(source, 0), { found: `${utf16} text` }) };
  }
  const source = createSource(path, new TextDecoder().decode(bytes));
  const zero = source.text.indexOf('\0');
  if (zero !== -1) return { source, mistake: diagnose('wrong-encoding', at(source, zero), { found: 'a NUL byte' }) };
  if (isUtf8(bytes)) return { source };
  // The first replacement is the first wrong byte, but in a file that also has the replacement character itself.
  const wrong = Math.max(0, source.text.indexOf('\uFFFD'));
  return { source, mistake: diagnose('wrong-encoding', at(source, wrong), { found: 'a byte that is no UTF-8' }) };
}

/** UTF-16 by its byte order mark, or by the NUL that every other byte of ASCII then is. */
function nameOfUtf16([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'UTF-16 (little-endian)';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined))
    return 'UTF-16 (big-endian)';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function at(source: Source, start: number) {
  return { source, start, end: Math.min(start + 1, source.text.length) };
}
