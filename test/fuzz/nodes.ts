// Mutations of a spec's data: a part is deleted, duplicated, renamed, swapped with another, copied
// elsewhere, given another type, or another value of its type.

import type { Plain } from '../../compiler/source/spec-node';

/** A mutation and its part. Numbers choose among any number of parts. */
export interface NodeMutation {
  readonly kind: 'delete' | 'double' | 'rename' | 'swap' | 'copy' | 'replace' | 'vary';
  readonly at: number;
  readonly other: number;
  readonly name: string;
  readonly value: Plain;
}

type Container = Plain[] | { [key: string]: Plain };

/** A part, given by its container and its key. */
interface Place {
  readonly holder: Container;
  readonly key: string;
}

/** Applies mutations in order to a copy of some data. */
export function mutateNodes(data: Plain, mutations: readonly NodeMutation[]): Plain {
  const copy = structuredClone(data);
  for (const mutation of mutations) mutateNode(copy, mutation);
  return copy;
}

function mutateNode(data: Plain, { kind, at, other, name, value }: NodeMutation): void {
  const places = placesOf(data);
  if (places.length === 0) return;
  const place = places[at % places.length] as Place;
  const second = places[other % places.length] as Place;
  const values = [valueAt(place), valueAt(second)].map((part) => structuredClone(part)) as [Plain, Plain];
  if (kind === 'delete' || kind === 'rename') remove(place);
  if (kind === 'double' || kind === 'rename') put(place.holder, name, values[0]);
  if (kind === 'swap') put(place.holder, place.key, values[1]);
  if (kind === 'swap' || kind === 'copy') put(second.holder, second.key, values[0]);
  if (kind === 'replace') put(place.holder, place.key, value);
  if (kind === 'vary') put(place.holder, place.key, vary(values[0], second, value));
}

/** Another value of the same type, which passes the schema and reaches the rules. */
function vary(old: Plain, other: Place, value: Plain): Plain {
  if (typeof old === 'boolean') return !old;
  if (typeof old === 'number') return typeof value === 'number' ? value : old * 2 + 1;
  if (typeof old !== 'string') return structuredClone(valueAt(other));
  const text = valueAt(other);
  return typeof text === 'string' ? text : typeof value === 'string' ? `${old}${value}` : other.key;
}

/** Every part of some data, in document order. */
function placesOf(data: Plain): Place[] {
  const places: Place[] = [];
  const open: Plain[] = [data];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    if (typeof holder !== 'object' || holder === null) continue;
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder, key });
      open.push(value);
    }
  }
  return places;
}

function valueAt({ holder, key }: Place): Plain {
  return (holder as { [key: string]: Plain })[key] ?? null;
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** Sets a key, including `__proto__`, as an own property. */
function put(holder: Container, key: string, value: Plain): void {
  if (Array.isArray(holder)) {
    if (/^\d+$/.test(key)) holder[Number(key)] = value;
    else holder.push(value);
  } else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
