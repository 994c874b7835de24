// The behaviour of a kind of resource that the types of @pulumi/aws do not tell: identity, creation, choices of AWS.

import type { Hidden, Path } from './compare';
import { type Properties, text } from './properties';
import type { Place, Thing, World } from './world';

/** The behaviour of one kind. Each has the sources that it was read from. */
export interface Behaviour extends Partial<Hidden> {
  /** What AWS identifies such a thing by, from its inputs; absent, it generates an id for each creation. */
  readonly identity?: (inputs: Properties, place: Place) => string;
  /**
   * How AWS answers a creation where there is such a thing already: it refuses with a text, overwrites it, or gives back what is
   * there (refusing where the text is not empty).
   */
  readonly existing?: Existing;
  /** The id that the provider gives, from the inputs and a generated one; the identity where there is one, else the generated id. */
  readonly id?: (inputs: Properties, generated: string, place: Place) => string;
  /** The outputs that are not inputs; the others are nothing. */
  readonly outputs?: (thing: NewThing, place: Place, world: World) => Properties;
  /** The values that AWS chooses for inputs that are absent. */
  readonly chosen?: (inputs: Properties, place: Place, world: World) => Properties;
  /** The differences that are left once the provider's CustomizeDiff and DiffSuppressFunc have cleared others. */
  readonly uncleared?: (paths: readonly Path[], state: Properties, wanted: Properties) => readonly Path[];
  /** What the provider reads in place of what AWS has. */
  readonly asRead?: (inputs: Properties, place: Place) => Properties;
  /** The inputs that the update call does not take: the update succeeds, and AWS keeps what it has. */
  readonly keptByUpdate?: readonly string[];
  /** Whether the update call sends all inputs, not just those that changed. */
  readonly putsAll?: boolean;
  /** The input that the bridge makes of the logical name, and the longest text that it makes. */
  readonly autoName?: { readonly input: string; readonly longest: number };
  /** What follows in the world once such a thing was made or changed. */
  readonly afterChange?: (thing: Thing, world: World, place: Place, before: Properties | undefined) => void;
  /** What follows in the world once such a thing is gone. */
  readonly afterDelete?: (thing: Thing, world: World) => void;
  /** The files of the Terraform provider and the pages of AWS that this was read from. */
  readonly source: string;
}

/** How AWS answers a creation where there is such a thing already. */
export type Existing =
  | { readonly answer: 'refuse'; readonly text: (inputs: Properties, place: Place) => string }
  | { readonly answer: 'overwrite' }
  | { readonly answer: 'return'; readonly unless: (inputs: Properties, living: Properties) => string | undefined };

/** A thing before it is in the world. */
export type NewThing = Pick<Thing, 'id' | 'inputs' | 'type'>;

/** The identity of what has a name in a Region. */
export function named(input: string) {
  return (inputs: Properties, { region }: Place): string => `${region}/${text(inputs, input)}`;
}

/** The identity of what is identified by some of its inputs. */
export function identifiedBy(...keys: readonly string[]) {
  return (inputs: Properties): string => keys.map((key) => text(inputs, key)).join('/');
}

/** An ARN in the place of a thing. */
export function arn(service: string, { region, account }: Place, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** The ARN of the key that AWS manages for a service: what `alias/aws/<service>` leads to. */
export function managedKeyArn(place: Place, service: string): string {
  return arn('kms', place, `key/${uuidOf(`aws-${service}`)}`);
}

/** An id as AWS generates them: ten characters, the same for the same number. */
export function generatedId(count: number): string {
  // A full period over 36^9 (Knuth, Seminumerical Algorithms, 3.2.1): no two numbers have the same id.
  const mixed = (BigInt(count) * 48271604093n + 7919n) % 101559956668416n;
  return `x${mixed.toString(36).padStart(9, '0')}`;
}

/** An id in the form of a UUID. */
export function uuidOf(id: string): string {
  const hex = Buffer.from(id.padEnd(16, '0').slice(-16)).toString('hex').slice(0, 32);
  return [8, 12, 16, 20].reduceRight((part, at) => `${part.slice(0, at)}-${part.slice(at)}`, hex);
}
