// The world: all resources in AWS, by physical identity.

import type { Kind } from '../../../compiler/graph/kind';
import type { Properties } from './properties';

/** A resource in AWS. */
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
  /** Generated texts in its properties, each with its replacement in comparisons. */
  readonly generated: { readonly [text: string]: string };
  /** The number of Pulumi resources that created it and have not deleted it. */
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

/** The resources of an account, in all Regions. */
export class World {
  private readonly byIdentity = new Map<string, Thing>();
  /** Data and settings that were lost or broken by accepted changes, one line for each. */
  readonly damage: string[] = [];
  /** The Regions whose logging role was taken from the account settings of API Gateway. */
  readonly withoutLoggingRole = new Set<string>();
  private count = 0;

  /** All resources, by identity. */
  get things(): ReadonlyMap<string, Thing> {
    return this.byIdentity;
  }

  /** The resource with an identity. */
  at(identity: string): Thing | undefined {
    return this.byIdentity.get(identity);
  }

  /** The resource with an id in the provider. If several Regions have the id, the resource of the given Region. */
  byId(type: string, id: string, region?: string): Thing | undefined {
    const found = this.all(type).filter((thing) => thing.id === id);
    return found.find((thing) => thing.region === region) ?? found[0];
  }

  /** The resources of a type. */
  all(type: string): Thing[] {
    return [...this.byIdentity.values()].filter((thing) => thing.type === type);
  }

  /** Adds a resource. */
  put(thing: Thing): void {
    this.byIdentity.set(thing.identity, thing);
  }

  /** Removes a resource. */
  remove({ identity }: Thing): void {
    this.byIdentity.delete(identity);
  }

  /** Removes all resources that match a predicate, as AWS does with the children of a deleted resource. */
  removeAll(isGone: (thing: Thing) => boolean): void {
    for (const thing of [...this.byIdentity.values()].filter(isGone)) this.remove(thing);
  }

  /** A number that was never returned before, for generated ids. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  /** A copy of all resources, for `restore`. */
  copy(): readonly Thing[] {
    return structuredClone([...this.byIdentity.values()]);
  }

  /** Restores a copy. Numbers from `next` are not reused. */
  restore(things: readonly Thing[]): void {
    this.byIdentity.clear();
    this.damage.length = 0;
    this.withoutLoggingRole.clear();
    for (const thing of structuredClone(things)) this.put(thing);
  }

  /** Replaces the content by a copy of another world. */
  become(other: World): void {
    this.restore(other.copy());
    this.count = other.count;
    for (const region of other.withoutLoggingRole) this.withoutLoggingRole.add(region);
  }
}
