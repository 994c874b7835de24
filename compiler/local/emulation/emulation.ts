// The treatment of a field of the language in the local run, and the type of a registry that has every field.

import type { Environment } from '../../../schema/environment.generated';
import type { Text } from '../../graph/value';

/** How a field takes effect in the local run. */
export type Emulation =
  | { readonly is: 'enforced' }
  | { readonly is: 'approximated'; readonly how: string }
  | { readonly is: 'not local'; readonly why: string };

/** The field has the effect that it has on AWS. */
export const enforced: Emulation = { is: 'enforced' };

/** The field has an effect that differs from AWS. `how` is a sentence without a full stop. */
export function approximated(how: string): Emulation {
  return { is: 'approximated', how };
}

/** The field has no effect. `why` is a sentence without a full stop. */
export function notLocal(why: string): Emulation {
  return { is: 'not local', why };
}

/** The fields below a value that are not maps, such as `tables.*.billingMode`; `*` is the name of a part. */
type LeavesBelow<T, Path extends string> = [T] extends [Text | number | boolean | readonly unknown[]]
  ? Path
  : string extends keyof T
    ? // A map of any content is one field.
      unknown extends T[keyof T]
      ? Path
      : LeavesBelow<NonNullable<T[keyof T]>, `${Path}.*`>
    : { [K in keyof T & string]-?: LeavesBelow<NonNullable<T[K]>, `${Path}.${K}`> }[keyof T & string];

/** The fields of a section of the language that are not maps. */
export type LeavesOf<Section extends keyof Environment> = Section extends keyof Environment
  ? LeavesBelow<NonNullable<Environment[Section]>, Section>
  : never;

/** The class of each field of sections. tsc names a field without one. */
export type EmulationOf<Section extends keyof Environment> = { readonly [Leaf in LeavesOf<Section>]: Emulation };
