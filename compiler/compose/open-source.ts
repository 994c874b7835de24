// A file as a source, or the mistake that kept it from being read.

import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic';
import { decodeSource } from '../parse/decode';
import { createSource, type Source, type Span } from '../source/source';

/** Why a file that is there cannot be read. */
export interface Unreadable {
  readonly unreadable: 'a folder' | 'neither a file nor a folder' | 'forbidden to read' | 'outside';
}

/**
 * Reads a file by its path relative to the project, with `/` between folders; undefined where there is none.
 * @param within the folder that the file must not lead out of, by way of a symbolic link
 */
export type ReadFile = (path: string, within?: string) => Uint8Array | string | Unreadable | undefined;

/** Where a file was asked for by `extends`, and the folder that it must be in. */
export interface Asked {
  readonly span: Span;
  readonly folder: string;
}

/** Reads a file as text. Mistakes are ENV1006, ENV1007 and ENV2xxx; of the former two there is a source besides. */
export function openSource(path: string, read: ReadFile, asked?: Asked): Outcome<Source> {
  const content = read(path, asked?.folder);
  const span = asked?.span ?? { source: createSource(path, ''), start: 0, end: 0 };
  if (content === undefined) return { diagnostics: [diagnose('file-not-found', span, { path })] };
  if (typeof content === 'object' && 'unreadable' in content)
    return { diagnostics: [diagnoseUnreadable(content, span, path, asked?.folder)] };
  const { source, mistake } = decodeSource(path, content);
  return { value: source, diagnostics: mistake === undefined ? [] : [mistake] };
}

function diagnoseUnreadable({ unreadable }: Unreadable, span: Span, path: string, folder = '.'): Diagnostic {
  return unreadable === 'outside'
    ? diagnose('extends-outside', span, { path, folder })
    : diagnose('unreadable-file', span, { path, problem: unreadable });
}
