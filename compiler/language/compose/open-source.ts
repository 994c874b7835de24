// Reads a file as a source, or returns the error.

import { posix } from 'node:path';
import type { Diagnostic, Outcome } from '../../diagnostics/diagnostic';
import { didYouMean, nearestName } from '../../diagnostics/suggest';
import type { Missing, ReadFile, Unreadable } from '../../source/read-file';
import { createSource, type Source, type Span } from '../../source/source';
import { diagnose } from './diagnostics';
import { decodeSource } from './parse/decode';

/** The location of the `extends` that names a file, and the folder that it must be in. */
export interface Asked {
  readonly span: Span;
  readonly folder: string;
}

/** Reads a file as text. Errors: ENV1006, ENV1007 and ENV2xxx; the first two come with a source. */
export function openSource(path: string, read: ReadFile, asked?: Asked): Outcome<Source> {
  const content = read(path, asked?.folder);
  const span = asked?.span ?? { source: createSource(path, ''), start: 0, end: 0 };
  if (content === undefined) return { diagnostics: [diagnose('file-not-found', span, { path })] };
  if (typeof content === 'object' && 'beside' in content)
    return { diagnostics: [diagnose('file-not-found', span, { path }, adviceOn(path, content))] };
  if (typeof content === 'object' && 'unreadable' in content)
    return { diagnostics: [diagnoseUnreadable(content, span, path, asked?.folder)] };
  const { source, mistake } = decodeSource(path, content);
  return { value: source, diagnostics: mistake === undefined ? [] : [mistake] };
}

/** Suggests the most similar file, or lists the existing files of the same type. */
function adviceOn(path: string, { beside }: Missing): Pick<Diagnostic, 'help'> {
  const { dir, name } = posix.parse(path);
  const known = beside.filter((file) => kindOf(file) === kindOf(path));
  const names = known.map((file) => posix.parse(file).name);
  const meant = known[names.indexOf(nearestName(name, names) ?? '')];
  if (meant !== undefined) return { help: didYouMean(posix.join(dir, meant)) };
  return known.length === 0
    ? {}
    : { help: `${dir === '' ? 'existing files:' : `files in ${dir}:`} ${known.join(', ')}` };
}

/** The extension of a file, with `.yml` as `.yaml`. */
function kindOf(path: string): string {
  const extension = posix.extname(path);
  return extension === '.yml' ? '.yaml' : extension;
}

function diagnoseUnreadable({ unreadable }: Unreadable, span: Span, path: string, folder = '.'): Diagnostic {
  return unreadable === 'outside'
    ? diagnose('extends-outside', span, { path, folder })
    : diagnose('unreadable-file', span, { is: unreadable, path });
}
