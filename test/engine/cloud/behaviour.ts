// Describes the behaviour of a resource kind that the types of @pulumi/aws do not contain: identity, creation, generated values.

import type { Hidden, Path } from './compare';
import { type Properties, text } from './properties';
import type { Place, Thing, World } from './world';

/** The behaviour of one kind, with its sources. */
export interface Behaviour extends Partial<Hidden> {
  /** The identity in AWS, derived from the inputs; absent if AWS generates an id for each creation. */
  readonly identity?: (inputs: Properties, place: Place) => string;
  /**
   * The response of AWS to a creation with an existing identity: it refuses with a text, overwrites the existing one, or returns
   * it (and refuses if the text is not empty).
   */
  readonly existing?: Existing;
  /** The id in the provider, from the inputs and a generated id. The default is the identity, or the generated id without one. */
  readonly id?: (inputs: Properties, generated: string, place: Place) => string;
  /** The outputs that are not inputs. Others are undefined. */
  readonly outputs?: (thing: NewThing, place: Place, world: World) => Properties;
  /** The values that AWS chooses for absent inputs. */
  readonly chosen?: (inputs: Properties, place: Place, world: World) => Properties;
  /** The differences that remain after the provider's CustomizeDiff and DiffSuppressFunc. */
  readonly uncleared?: (paths: readonly Path[], state: Properties, wanted: Properties) => readonly Path[];
  /** The values that the provider reads instead of those of AWS. */
  readonly asRead?: (inputs: Properties, place: Place) => Properties;
  /** The inputs that the update call ignores: the update succeeds, and AWS keeps the old value. */
  readonly keptByUpdate?: readonly string[];
  /** Whether the update call sends all inputs instead of only changed ones. */
  readonly putsAll?: boolean;
  /** The input that the bridge generates from the logical name, and its maximum length. */
  readonly autoName?: { readonly input: string; readonly longest: number };
  /** Side effects after a creation or change. */
  readonly afterChange?: (thing: Thing, world: World, place: Place, before: Properties | undefined) => void;
  /** Side effects after a deletion. */
  readonly afterDelete?: (thing: Thing, world: World) => void;
  /** The source files of the Terraform provider and the pages of AWS. */
  readonly source: string;
}

/** The response of AWS to a creation with an existing identity. */
export type Existing =
  | { readonly response: 'refuse'; readonly text: (inputs: Properties, place: Place) => string }
  | { readonly response: 'overwrite' }
  | { readonly response: 'return'; readonly unless: (inputs: Properties, living: Properties) => string | undefined };

/** A resource before it is added to the world. */
export type NewThing = Pick<Thing, 'id' | 'inputs' | 'type'>;

/** The identity of a resource with a name that is unique in a Region. */
export function named(input: string) {
  return (inputs: Properties, { region }: Place): string => `${region}/${text(inputs, input)}`;
}

/** The identity of a resource that some of its inputs identify. */
export function identifiedBy(...keys: readonly string[]) {
  return (inputs: Properties): string => keys.map((key) => text(inputs, key)).join('/');
}

/** An ARN in the account and Region of a resource. */
export function arn(service: string, { region, account }: Place, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** The ARN of the AWS managed key of a service, the target of `alias/aws/<service>`. */
export function managedKeyArn(place: Place, service: string): string {
  return arn('kms', place, `key/${uuidOf(`aws-${service}`)}`);
}

/** An id in the form of AWS: ten characters, the same for the same number. */
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
