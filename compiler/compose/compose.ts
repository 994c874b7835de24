// A spec and those that it extends, merged into one: maps key by key, the rest replaced, null removes (RFC 7396).

import { posix } from 'node:path';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic';
import { decodeSource } from '../parse/decode';
import { parseSpec } from '../parse/parse';
import { describeFound } from '../source/found';
import { createSource, type Source, type Span } from '../source/source';
import { emptyMap, type PathStep, type SpecEntry, type SpecMap, type SpecNode } from '../source/spec-node';
import { checkLanguage } from './language';

/** Why a file that is there cannot be read. */
export interface Unreadable {
  readonly unreadable: 'a folder' | 'neither a file nor a folder' | 'forbidden to read' | 'outside';
}

/**
 * Reads a file by its path relative to the project, with `/` between folders; undefined where there is none.
 * @param within the folder that the file must not lead out of, by way of a symbolic link
 */
export type ReadFile = (path: string, within?: string) => Uint8Array | string | Unreadable | undefined;

/** Whether a field is one that each file says of itself: it has done its work before anything is compiled. */
export function isReadByCompose([field]: readonly PathStep[]): boolean {
  return field !== undefined && ['$schema', 'extends', 'language'].includes(String(field));
}

/** A spec merged with those that it extends, and the files that were read for it: the spec itself first. */
export interface Composition extends Outcome<SpecMap> {
  readonly sources: readonly Source[];
}

/** Reads a spec and, along `extends`, those under it. Mistakes are ENV1xxx and ENV2xxx; `sources` holds what was read even then. */
export function composeSpec(path: string, read: ReadFile): Composition {
  const diagnostics: Diagnostic[] = [];
  const layers: SpecMap[] = [];
  const sources: Source[] = [];
  const folder = posix.dirname(path);

  let next: { path: string; asked?: Span } | undefined = { path };
  while (next !== undefined) {
    const { path: current, asked }: { path: string; asked?: Span } = next;
    next = undefined;
    const content = read(current, asked && folder);
    const place = asked ?? wholeOf(createSource(current, ''));
    if (content === undefined) {
      diagnostics.push(diagnose('file-not-found', place, { path: current }));
      break;
    }
    if (typeof content === 'object' && 'unreadable' in content) {
      diagnostics.push(diagnoseUnreadable(content, place, current, folder));
      break;
    }
    const { source, mistake } = decodeSource(current, content);
    sources.push(source);
    if (mistake !== undefined) {
      diagnostics.push(mistake);
      break;
    }
    const parsed = parseSpec(source);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value === undefined) break;
    // Of another version of the language, any further mistake would be a wrong one.
    const outdated = checkLanguage(parsed.value);
    diagnostics.push(...outdated);
    if (outdated.length > 0) break;
    layers.push(withoutOwnFields(parsed.value));

    const extended = parsed.value.entries.get('extends')?.value;
    if (extended === undefined) break;
    const target = extendedPath(current, extended);
    if (target === undefined) {
      diagnostics.push(diagnose('extends-not-text', extended.span, { found: describeFound(extended) }));
    } else if (
      posix.relative(folder, target).startsWith('..') ||
      posix.isAbsolute(target) !== posix.isAbsolute(folder)
    ) {
      diagnostics.push(diagnose('extends-outside', extended.span, { path: target, folder }));
    } else if (sources.some((known) => known.path === target)) {
      diagnostics.push(diagnose('extends-cycle', extended.span, { chain: [...sources.map((s) => s.path), target] }));
    } else {
      next = { path: target, asked: extended.span };
    }
  }

  if (hasErrors(diagnostics)) return { diagnostics, sources };
  const value = layers.reduceRight(mergeMaps, emptyMap(createSource(path, '')));
  return { value, diagnostics, sources };
}

function extendedPath(from: string, node: SpecNode): string | undefined {
  if (node.type !== 'scalar' || typeof node.value !== 'string' || node.value === '') return undefined;
  return posix.normalize(posix.join(posix.dirname(from), node.value));
}

function diagnoseUnreadable({ unreadable }: Unreadable, span: Span, path: string, folder: string): Diagnostic {
  return unreadable === 'outside'
    ? diagnose('extends-outside', span, { path, folder })
    : diagnose('unreadable-file', span, { path, problem: unreadable });
}

function withoutOwnFields(map: SpecMap): SpecMap {
  const entries = new Map(map.entries);
  entries.delete('extends');
  entries.delete('language');
  return { ...map, entries };
}

function mergeMaps(under: SpecMap, over: SpecMap): SpecMap {
  const entries = new Map<string, SpecEntry>(under.entries);
  for (const [key, entry] of over.entries) {
    const inherited = entries.get(key);
    const isNull = entry.value.type === 'scalar' && entry.value.value === null;
    // A null with nothing to remove is kept: validation refuses it, where leaving it out would ignore it in silence.
    if (isNull && inherited !== undefined) entries.delete(key);
    else if (entry.value.type !== 'map') entries.set(key, entry);
    else {
      const base = inherited?.value.type === 'map' ? inherited.value : { ...entry.value, entries: new Map() };
      entries.set(key, { key: entry.key, value: mergeMaps(base, entry.value) });
    }
  }
  return { type: 'map', span: over.span, entries };
}

function wholeOf(source: Source): Span {
  return { source, start: 0, end: 0 };
}
