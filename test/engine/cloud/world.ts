// The world: what AWS has, by physical identity, whoever made it.

import type { Kind } from '../../../compiler/graph/kinds';
import type { Properties } from './properties';

/** A thing that AWS has. */
export interface Thing {
  readonly type: Kind;
  /** What AWS identifies it by: the kind, the place and its name or names, as `dynamodb:Table us-east-1/payments`. */
  identity: string;
  /** The Region that it was made in. */
  readonly region: string;
  /** What the provider calls it. */
  readonly id: string;
  /** The logical name of the resource that last created or updated it. */
  name: string;
  /** What AWS has, in the shape of the inputs. */
  inputs: Properties;
  /** The outputs that are not inputs. */
  outputs: Properties;
  /** The texts in it that were generated, each with what stands for it in comparisons. */
  readonly generated: { readonly [text: string]: string };
  /** How many resources believe that it is theirs: those that created it and did not delete it. */
  owners: number;
  /** What AWS remembers of it besides, such as when its time to live changed. */
  readonly memory: { [key: string]: number };
}

/** Where and when something is done. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The things of an account, in all Regions. */
export class World {
  private readonly byIdentity = new Map<string, Thing>();
  /** What was lost or broken by a change that AWS made without a word, one line for each. */
  readonly damage: string[] = [];
  /** The Regions whose logging role was taken from the account settings of API Gateway. */
  readonly withoutLoggingRole = new Set<string>();
  private count = 0;

  /** All things, by identity. */
  get things(): ReadonlyMap<string, Thing> {
    return this.byIdentity;
  }

  /** The thing of an identity. */
  at(identity: string): Thing | undefined {
    return this.byIdentity.get(identity);
  }

  /** The thing that the provider knows by an id; where several Regions have one, that of the Region. */
  byId(type: string, id: string, region?: string): Thing | undefined {
    const found = this.all(type).filter((thing) => thing.id === id);
    return found.find((thing) => thing.region === region) ?? found[0];
  }

  /** The things of a type. */
  all(type: string): Thing[] {
    return [...this.byIdentity.values()].filter((thing) => thing.type === type);
  }

  /** Puts a thing into the world. */
  put(thing: Thing): void {
    this.byIdentity.set(thing.identity, thing);
  }

  /** Takes a thing out of the world. */
  remove({ identity }: Thing): void {
    this.byIdentity.delete(identity);
  }

  /** Takes out all things that a test picks, as AWS does with what is within a thing that goes. */
  removeAll(isGone: (thing: Thing) => boolean): void {
    for (const thing of [...this.byIdentity.values()].filter(isGone)) this.remove(thing);
  }

  /** A number that was never given before, for generated ids. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  /** A copy of all things, for `restore`. */
  copy(): readonly Thing[] {
    return structuredClone([...this.byIdentity.values()]);
  }

  /** Goes back to a copy. Numbers that were given are not given again. */
  restore(things: readonly Thing[]): void {
    this.byIdentity.clear();
    this.damage.length = 0;
    this.withoutLoggingRole.clear();
    for (const thing of structuredClone(things)) this.put(thing);
  }

  /** Becomes as another world is, with copies of its things. */
  become(other: World): void {
    this.restore(other.copy());
    this.count = other.count;
    for (const region of other.withoutLoggingRole) this.withoutLoggingRole.add(region);
  }
}
