// Decodes a spec: UTF-8 text with or without a byte order mark, below a size limit.

import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { createSource, SIZE_LIMIT_BYTES, type Source } from '../../../source/source';
import { diagnose } from './diagnostics';

/** Creates a source from the content of a file. Errors: ENV1006 and ENV1007; the text must then not be parsed. */
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
  // The first replacement character is the first wrong byte, unless the file itself contains that character.
  const wrong = Math.max(0, source.text.indexOf('\uFFFD'));
  return { source, mistake: diagnose('wrong-encoding', at(source, wrong), { found: 'a byte that is not UTF-8' }) };
}

/** Detects UTF-16 by its byte order mark, or by the NUL bytes of ASCII text. */
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
