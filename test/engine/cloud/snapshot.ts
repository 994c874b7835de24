// Converts the world to plain data without generated ids, to compare two deployments.

import { isObject, type Properties, text } from './properties';
import type { Thing, World } from './world';

/** The attributes of each resource, by a name that does not depend on generated ids. */
export type Snapshot = { readonly [name: string]: Properties };

/** The world as canonical data. Equivalent worlds have equal snapshots. */
export function snapshotOf(world: World): Snapshot {
  const names = new Names([...world.things.values()]);
  const entries = [...names.all].map(([thing, name]) => [name, canonicalValue(thing.inputs, names)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) as Snapshot;
}

/** The inputs that identify the parent of a resource, and those that identify the resource itself. The first one that is set is used. */
const WITHIN = ['restApi', 'planId'];
const ITSELF = ['name', 'triggers', 'description'];

/** The end of the ARN of a table's stream: the time at which it was enabled. */
const STREAM_LABEL = /\/stream\/\d{4}-[\d-]+T[\d:.]+/g;

/** The name of each resource: its parent and its own name, without generated texts. */
class Names {
  readonly all = new Map<Thing, string>();
  private readonly taken = new Map<string, number>();
  /** The replacement of each generated text: a resource or a text. The longest text is first. */
  private readonly generated: readonly (readonly [string, Thing | string])[];

  constructor(things: readonly Thing[]) {
    this.generated = things
      .flatMap((thing): (readonly [string, Thing | string])[] => {
        const root = text(thing.outputs, 'rootResourceId');
        const own = Object.entries(thing.generated).map(([id, stands]) => [id, stands || thing] as const);
        return root === '' ? own : [...own, [root, thing] as const];
      })
      .sort(([a], [b]) => b.length - a.length);
    for (const thing of things) this.of(thing);
  }

  /** A text without generated texts. */
  plain(value: string): string {
    return this.replaced(value, (thing) => `<${this.of(thing)}>`).replaceAll(STREAM_LABEL, '/stream/*');
  }

  private replaced(value: string, nameOf: (thing: Thing) => string, except?: Thing): string {
    return this.generated.reduce((result, [id, stands]) => {
      if (stands === except || !result.includes(id)) return result;
      return result.replaceAll(id, typeof stands === 'string' ? stands : nameOf(stands));
    }, value);
  }

  private of(thing: Thing): string {
    const known = this.all.get(thing);
    if (known !== undefined) return known;
    const within = (other: Thing) => this.of(other).replace(/^\S+ /, '');
    const base = this.replaced(`${thing.identity.split(' ')[0]} ${identifying(thing)}`, within, thing).replaceAll(
      STREAM_LABEL,
      '/stream/*',
    );
    const count = (this.taken.get(base) ?? 0) + 1;
    this.taken.set(base, count);
    const name = count === 1 ? base : `${base} #${count}`;
    this.all.set(thing, name);
    return name;
  }
}

function identifying({ identity, generated, inputs }: Thing): string {
  const own = identity.slice(identity.indexOf(' ') + 1);
  // The name of the parent contains that of the API.
  if (text(inputs, 'parentId') !== '') return `${text(inputs, 'parentId')}/${text(inputs, 'pathPart')}`;
  if (text(inputs, 'httpMethod') !== '') return `${text(inputs, 'resourceId')}/${text(inputs, 'httpMethod')}`;
  if (generated[own] === undefined && !isBare(own)) return own;
  const isGiven = (key: string) => inputs[key] !== undefined && inputs[key] !== '';
  return [...WITHIN.filter(isGiven), ...ITSELF.filter(isGiven).slice(0, 1)]
    .map((key) => (typeof inputs[key] === 'string' ? inputs[key] : JSON.stringify(inputs[key])))
    .join('/');
}

/** Whether an identity is only a generated id. */
function isBare(own: string): boolean {
  return /^x[0-9a-z]{9,}$/.test(own);
}

function canonicalValue(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return canonicalText(value, names);
  if (Array.isArray(value)) {
    const items = value.map((item) => canonicalValue(item, names));
    // Most lists are sets, and the order of the other lists is not significant.
    return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonicalValue(item, names)]),
  );
}

function canonicalText(value: string, names: Names): unknown {
  const plain = names.plain(value);
  if (!/^\s*[{[]/.test(plain)) return plain;
  try {
    return canonicalValue(JSON.parse(plain), names);
  } catch {
    return plain;
  }
}
