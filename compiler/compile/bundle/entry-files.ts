// Checks that the entry file of each function exists in the project and can export its handler.

import { posix } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { didYouMean, nearestName } from '../../diagnostics/suggest';
import type { ReadFile } from '../../source/read-file';
import { SIZE_LIMIT_BYTES } from '../../source/source';
import { fieldAt, isWritten, type PathStep, type SpecMap } from '../../source/spec-node';
import { diagnose } from './diagnostics';

/**
 * Reads a file of the functions' code by its path relative to the project. Returns `unknown` for a file that cannot be
 * read, such as build output at a revision of git.
 */
export type ReadCode = (path: string, within?: string) => ReturnType<ReadFile> | 'unknown';

/** The functions of a spec by name, as far as their code matters. */
interface Functions {
  readonly [name: string]: { readonly entry: string; readonly handler: string };
}

/** Checks the code of each function. Errors: ENV3250 to ENV3252. */
export function checkEntryFiles(functions: Functions, root: SpecMap, read: ReadCode): Diagnostic[] {
  const known = new Map<string, ReturnType<ReadCode>>();
  const readOnce = (path: string) => {
    const content = known.has(path) ? known.get(path) : read(path, '.');
    known.set(path, content);
    return content;
  };
  return Object.entries(functions).flatMap(([name, { entry, handler }]) => {
    const at = (field: string) => fieldAt(root, ['functions', name, field]);
    const content = readOnce(entry);
    if (content === 'unknown') return [];
    if (content === undefined) return [diagnose('entry-not-found', at('entry'), { entry })];
    if (typeof content === 'object' && 'beside' in content) {
      const meant = nearestFile(entry, readOnce);
      return [diagnose('entry-not-found', at('entry'), { entry }, { help: meant && didYouMean(meant) })];
    }
    if (typeof content === 'object' && 'unreadable' in content)
      return [diagnose('entry-unusable', at('entry'), { is: content.unreadable, entry })];
    return mayExport(content, handler)
      ? []
      : [diagnoseMissingExport(root, ['functions', name], { entry, handler, exports: plainExports(content) })];
  });
}

/** ENV3252, with the most similar export. */
export function diagnoseMissingExport(
  root: SpecMap,
  part: readonly PathStep[],
  found: { readonly entry: string; readonly handler: string; readonly exports: readonly string[] },
): Diagnostic {
  const path = [...part, 'handler'];
  const meant = nearestName(found.handler, found.exports);
  const help = meant && (isWritten(root, path) ? didYouMean(meant) : `set handler to ${meant}`);
  return diagnose('handler-not-exported', fieldAt(root, path), found, { help });
}

/** The existing file whose path is most similar to a missing one. */
function nearestFile(path: string, read: ReadCode): string | undefined {
  const { dir, base } = posix.parse(path);
  const folder = nearestFolder(dir, read);
  if (folder === undefined) return undefined;
  const same = posix.join(folder, base);
  if (isFile(read(same, '.'))) return same;
  const meant = nearestCode(folder, base, read);
  return meant === undefined ? undefined : posix.join(folder, meant);
}

function nearestFolder(path: string, read: ReadCode): string | undefined {
  if (path === '') return '';
  const content = read(path, '.');
  if (typeof content !== 'object' || 'unreadable' in content)
    return typeof content === 'object' && 'unreadable' in content && content.unreadable === 'a folder'
      ? path
      : undefined;
  const { dir, base } = posix.parse(path);
  const folder = nearestFolder(dir, read);
  if (folder === undefined) return undefined;
  const names = namesIn(folder, base, read);
  const meant = names.includes(base) ? base : nearestName(base, names);
  return meant === undefined ? undefined : posix.join(folder, meant);
}

/** The most similar code file: compares the part before the extension, with any extension of code. */
function nearestCode(folder: string, base: string, read: ReadCode): string | undefined {
  const files = namesIn(folder, base, read).filter((name) => /\.[cm]?[jt]s$/.test(name) && !name.endsWith('.d.ts'));
  const stems = files.map((name) => posix.parse(name).name);
  return files[stems.indexOf(nearestName(posix.parse(base).name, stems) ?? '')];
}

function isFile(content: ReturnType<ReadCode>): boolean {
  return typeof content === 'string' ? content !== 'unknown' : content instanceof Uint8Array;
}

/** The names in a folder. `absent` is a name that is not in the folder. */
function namesIn(folder: string, absent: string, read: ReadCode): readonly string[] {
  const content = read(posix.join(folder, absent), '.');
  return typeof content === 'object' && 'beside' in content ? content.beside : [];
}

/** Ways to export names that the text does not contain: all names of another module, or computed names of CommonJS. */
const EXPORTS_OTHERS = /\bexport\s*\*|\bmodule\s*(\.|\[)|\brequire\s*\(|\bexports\s*\[|\(\s*exports\b|\\u/;

/**
 * Whether a file may export a name. This check is fast and has no false positives: a file that does not contain the name
 * cannot export it. The bundler, which is too slow for `validate`, finds other errors.
 */
function mayExport(content: Uint8Array | string, name: string): boolean {
  if (content.length > SIZE_LIMIT_BYTES) return true;
  const text = textOf(content);
  return EXPORTS_OTHERS.test(text) || text.split(/[^\w$]+/).includes(name);
}

/** The names in export declarations of a file that can be found without parsing. */
function plainExports(content: Uint8Array | string): string[] {
  const declarations = textOf(content).matchAll(
    /^export\s+(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s*([\w$]+)/gm,
  );
  return [...declarations].map(([, name = '']) => name).sort();
}

function textOf(content: Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
