// Types for facts about refusals of AWS and its provider.

import type { Kind } from '../../../compiler/graph/kind';
import type { Properties } from './properties';
import type { Place, World } from './world';

/** The moment of a refusal: by the provider before any change, or by AWS during a change. */
export type Moment = 'check' | 'create' | 'update' | 'delete';

/** A requested change. */
export interface Change {
  readonly moment: Moment;
  readonly type: Kind;
  readonly identity: string;
  /** The resource after the change; for a deletion, before it. */
  readonly inputs: Properties;
  /** The resource in AWS before the change; undefined if it does not exist. */
  readonly living: Properties | undefined;
  /** The history that AWS stores for it. */
  readonly memory: Readonly<Record<string, number>>;
  /** Its id in the provider; empty before it is created. */
  readonly id: string;
  readonly world: World;
  readonly place: Place;
}

/** A fact: the response to a refused change, and its source. */
export interface Refusal {
  /** The rule of AWS or the provider, as a unique sentence. */
  readonly fact: string;
  readonly kind: Kind;
  readonly when: readonly Moment[];
  /** The text of the refusal; undefined if the change is accepted. */
  readonly refuses: (change: Change) => string | undefined;
  /** The file of the Terraform provider, the page of AWS, or the public issue that shows it. */
  readonly source: string;
}
