// Merges a spec with the specs that it extends: maps key by key, other values replaced; null removes an inherited value (RFC 7396).

import { posix } from 'node:path';
import { dereference, environmentSchema, memberSchema, type Schema } from '../../../schema/environment-schema';
import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostics/diagnostic';
import { suggest } from '../../diagnostics/suggest';
import { describeFound } from '../../source/found';
import type { ReadFile } from '../../source/read-file';
import { createSource, type Source, type Span } from '../../source/source';
import {
  emptyMap,
  formatPath,
  type PathStep,
  type SpecEntry,
  type SpecMap,
  type SpecNode,
} from '../../source/spec-node';
import { diagnose } from './diagnostics';
import { checkLanguage } from './language';
import { openSource } from './open-source';
import { parseSpec } from './parse/parse';

/** Whether a field describes its file, such as `extends`. It is read before the merge and is not part of the result. */
export function isReadByCompose([field]: readonly PathStep[]): boolean {
  return field !== undefined && ['$schema', 'extends', 'language'].includes(String(field));
}

/** A spec merged with the specs that it extends, and the files that were read, the spec itself first. */
export interface Composition extends Outcome<SpecMap> {
  readonly sources: readonly Source[];
}

/** Reads a spec and the specs that it extends. Errors: ENV1xxx and ENV2xxx; `sources` contains the files that were read even in case of an error. */
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
    for (const diagnostic of parsed.diagnostics) diagnostics.push(diagnostic);
    if (parsed.value === undefined) break;
    // In another version of the language, further errors would be wrong.
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
  const value = layers.reduceRight<SpecMap>(
    (under, over) => mergeMaps(under, over, { schema: environmentSchema, path: [], diagnostics }),
    emptyMap(createSource(path, '')),
  );
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

/** The position of a merge in the schema, and the list of its warnings. */
interface Merge {
  readonly schema: Schema | undefined;
  readonly path: readonly string[];
  readonly diagnostics: Diagnostic[];
}

function mergeMaps(under: SpecMap, over: SpecMap, merge: Merge): SpecMap {
  // Without an inherited map, only null has an effect.
  if (under.entries.size === 0 && !hasNull(over)) return over;
  const entries = new Map<string, SpecEntry>(under.entries);
  for (const [key, entry] of over.entries) {
    const inherited = entries.get(key);
    const isNull = entry.value.type === 'scalar' && entry.value.value === null;
    const member = merge.schema && memberSchema(merge.schema, key);
    if (isNull && inherited !== undefined) entries.delete(key);
    else if (isNull && member !== undefined) merge.diagnostics.push(...diagnoseRemoval(key, entry, under, merge));
    // A null under an unknown key stays, so that validation reports the key.
    else if (entry.value.type !== 'map') entries.set(key, entry);
    else {
      const base = inherited?.value.type === 'map' ? inherited.value : { ...entry.value, entries: new Map() };
      const below = { ...merge, schema: member, path: [...merge.path, key] };
      entries.set(key, { key: entry.key, value: mergeMaps(base, entry.value, below) });
    }
  }
  return { type: 'map', span: over.span, entries };
}

/** Whether a value in a map, or in maps below it, is null. */
function hasNull(map: SpecMap): boolean {
  for (const { value } of map.entries.values())
    if (value.type === 'map' ? hasNull(value) : value.type === 'scalar' && value.value === null) return true;
  return false;
}

/** ENV2006: a null for a name that does not exist, although a similar name exists. The schema checks the names of fields. */
function diagnoseRemoval(key: string, { key: span }: SpecEntry, under: SpecMap, { schema, path }: Merge): Diagnostic[] {
  const isField = schema !== undefined && Object.hasOwn(dereference(schema).properties ?? {}, key);
  const help = isField ? undefined : suggest(key, [...under.entries.keys()]);
  if (help === undefined) return [];
  const field = formatPath([...path, key]);
  return [diagnose('null-without-effect', { ...span, path: field }, { field }, { help })];
}
