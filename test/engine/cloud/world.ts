// The world: all things in AWS, by physical identity.

import type { Kind } from '../../../compiler/graph/kinds';
import type { Properties } from './properties';

/** A thing in AWS. */
export interface Thing {
  readonly type: Kind;
  /** Its identity: the kind, the Region or parent, and the name, such as `dynamodb:Table us-east-1/payments`. */
  identity: string;
  /** The Region in which it was created. */
  readonly region: string;
  /** Its id in the provider. */
  readonly id: string;
  /** The logical name of the resource that last created or updated it. */
  name: string;
  /** Its properties, in the shape of the inputs. */
  inputs: Properties;
  /** The outputs that are not inputs. */
  outputs: Properties;
  /** Its generated texts, each with its replacement in comparisons. */
  readonly generated: { readonly [text: string]: string };
  /** The number of resources that created it and did not delete it. */
  owners: number;
  /** Its history in AWS, such as when its time to live changed. */
  readonly memory: { [key: string]: number };
}

/** The Region, account and time of a change. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The things of an account, in all Regions. */
export class World {
  private readonly byIdentity = new Map<string, Thing>();
  /** Data and settings that were lost or broken by accepted changes, one line for each. */
  readonly damage: string[] = [];
  /** The Regions whose logging role was taken from the account settings of API Gateway. */
  readonly withoutLoggingRole = new Set<string>();
  private count = 0;

  /** All things, by identity. */
  get things(): ReadonlyMap<string, Thing> {
    return this.byIdentity;
  }

  /** The thing with an identity. */
  at(identity: string): Thing | undefined {
    return this.byIdentity.get(identity);
  }

  /** The thing with an id in the provider; if several Regions have one, that of the given Region. */
  byId(type: string, id: string, region?: string): Thing | undefined {
    const found = this.all(type).filter((thing) => thing.id === id);
    return found.find((thing) => thing.region === region) ?? found[0];
  }

  /** The things of a type. */
  all(type: string): Thing[] {
    return [...this.byIdentity.values()].filter((thing) => thing.type === type);
  }

  /** Adds a thing. */
  put(thing: Thing): void {
    this.byIdentity.set(thing.identity, thing);
  }

  /** Removes a thing. */
  remove({ identity }: Thing): void {
    this.byIdentity.delete(identity);
  }

  /** Removes all things that match a predicate, as AWS does with the children of a deleted thing. */
  removeAll(isGone: (thing: Thing) => boolean): void {
    for (const thing of [...this.byIdentity.values()].filter(isGone)) this.remove(thing);
  }

  /** A number that was never returned before, for generated ids. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  /** A copy of all things, for `restore`. */
  copy(): readonly Thing[] {
    return structuredClone([...this.byIdentity.values()]);
  }

  /** Restores a copy. Returned numbers are not reused. */
  restore(things: readonly Thing[]): void {
    this.byIdentity.clear();
    this.damage.length = 0;
    this.withoutLoggingRole.clear();
    for (const thing of structuredClone(things)) this.put(thing);
  }

  /** Becomes a copy of another world. */
  become(other: World): void {
    this.restore(other.copy());
    this.count = other.count;
    for (const region of other.withoutLoggingRole) this.withoutLoggingRole.add(region);
  }
}
