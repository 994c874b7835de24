// Generates edits of each map and list of a spec: a key renamed or removed, two values swapped, and the order reversed.

import { withValue } from '../../../compiler/source/edit';
import { formatPath, type PathStep, type Plain } from '../../../compiler/source/spec-node';
import { type Edit, type EditedSpec, graphOfPlain, hasEffect, isMap } from './edit';
import { valueAt } from './leaves';

/** The suffix of a renamed key. */
const SUFFIX = '2';

/**
 * The edits of a spec's maps and lists that are valid and change a resource, or must not.
 * @param isWanted chooses among the names of edits
 */
export function structuralEdits({ spec, graph }: EditedSpec, isWanted: (name: string) => boolean = () => true): Edit[] {
  const candidates = containersOf(spec, []).flatMap(({ path, value }) =>
    Array.isArray(value) ? reordering(path, value.length) : editsOfMap(path, Object.keys(value)),
  );
  const wanted = candidates.filter(({ name }) => isWanted(name));
  const valid = wanted.filter(({ name, apply }) => {
    const edited = graphOfPlain(apply(spec));
    return edited !== undefined && (name.startsWith('reorder') || hasEffect(graph, edited));
  });
  // Renames only the key if that is valid, otherwise the key and the references to it.
  return [...new Map(valid.reverse().map((edit) => [edit.name, edit])).values()].reverse();
}

type Container = { readonly path: readonly PathStep[]; readonly value: Plain[] | { [key: string]: Plain } };

/** The maps and lists of a spec, outer ones first. */
function containersOf(value: Plain, path: readonly PathStep[]): Container[] {
  if (Array.isArray(value)) return [{ path, value }];
  if (!isMap(value)) return [];
  return [{ path, value }, ...Object.entries(value).flatMap(([key, item]) => containersOf(item, [...path, key]))];
}

type Entry = readonly [string, Plain];

function editsOfMap(path: readonly PathStep[], keys: readonly string[]): Edit[] {
  const change = (name: string, edit: (entries: Entry[]) => Entry[]): Edit => ({
    name,
    apply: (spec) => withEntries(spec, path, edit),
  });
  const place = (key: string) => formatPath([...path, key]);
  const renames = keys.flatMap((key) => {
    const rename = change(`rename ${place(key)}`, (entries) =>
      entries.map(([other, value]) => [other === key ? `${key}${SUFFIX}` : other, value]),
    );
    const section = String(path.at(-1) ?? '');
    return [rename, { ...rename, apply: (spec: Plain) => withReferences(rename.apply(spec), section, key) }];
  });
  const removals = keys.map((key) =>
    change(`remove ${place(key)}`, (entries) => entries.filter(([other]) => other !== key)),
  );
  const [first, second] = keys;
  if (first === undefined || second === undefined) return [...renames, ...removals];
  const swapped = (key: string) => (key === first ? second : key === second ? first : key);
  return [
    ...renames,
    ...removals,
    change(`swap ${place(first)} and ${second}`, (entries) => entries.map(([key, value]) => [swapped(key), value])),
    change(`reorder ${formatPath(path) || 'all sections'}`, (entries) => [...entries].reverse()),
  ];
}

function reordering(path: readonly PathStep[], length: number): Edit[] {
  if (length < 2) return [];
  const reverse = (spec: Plain) => [...((valueAt(spec, path) ?? []) as Plain[])].reverse();
  return [{ name: `reorder ${formatPath(path)}`, apply: (spec) => withValue(spec, path, reverse(spec)) }];
}

function withEntries(spec: Plain, path: readonly PathStep[], edit: (entries: Entry[]) => Entry[]): Plain {
  const map = valueAt(spec, path);
  if (!isMap(map)) return spec;
  const edited = Object.fromEntries(edit(Object.entries(map)));
  return path.length === 0 ? edited : withValue(spec, path, edited);
}

/** A spec in which references to a part have its new name. */
function withReferences(spec: Plain, section: string, key: string): Plain {
  const escaped = key.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const inText = new RegExp(`\\b${section}\\.${escaped}(?![\\w-])`, 'g');
  const renamed = (text: string) =>
    text === key ? `${key}${SUFFIX}` : text.replace(inText, `${section}.${key}${SUFFIX}`);
  const visit = (item: Plain): Plain => {
    if (typeof item === 'string') return renamed(item);
    if (Array.isArray(item)) return item.map(visit);
    if (!isMap(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([name, inner]) => [renamed(name), visit(inner)]));
  };
  return visit(spec);
}
