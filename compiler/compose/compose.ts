// A spec and those that it extends, merged into one: maps key by key, the rest replaced, null removes (RFC 7396).

import { posix } from 'node:path';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic';
import { parseSpec } from '../parse/parse';
import { describeFound } from '../source/found';
import { createSource, type Source, type Span } from '../source/source';
import { emptyMap, type PathStep, type SpecEntry, type SpecMap, type SpecNode } from '../source/spec-node';
import { checkLanguage } from './language';
import { openSource, type ReadFile } from './open-source';

export type { ReadFile };

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
    const { value: source, diagnostics: unread } = openSource(current, read, asked && { span: asked, folder });
    diagnostics.push(...unread);
    if (source !== undefined) sources.push(source);
    if (source === undefined || unread.length > 0) break;
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
