// A fact about what AWS, or its provider, refuses.

import type { Kind } from '../../../compiler/graph/kinds';
import type { Properties } from './properties';
import type { Place, World } from './world';

/** When something is refused: by the provider before anything is done, or by AWS on a change. */
export type Moment = 'check' | 'create' | 'update' | 'delete';

/** A change that is asked for. */
export interface Change {
  readonly moment: Moment;
  readonly type: Kind;
  readonly identity: string;
  /** The resource as it would be; on a deletion, as it is. */
  readonly inputs: Properties;
  /** What AWS has before the change; undefined where there is nothing. */
  readonly living: Properties | undefined;
  /** What AWS remembers of it. */
  readonly memory: Readonly<Record<string, number>>;
  /** What the provider calls it; empty before it is created. */
  readonly id: string;
  readonly world: World;
  readonly place: Place;
}

/** A fact: the answer where a change is refused, and where that is written. */
export interface Refusal {
  /** What it is about, as a sentence; unique. */
  readonly fact: string;
  readonly kind: Kind;
  readonly when: readonly Moment[];
  /** The text of the refusal; undefined where the change is accepted. */
  readonly refuses: (change: Change) => string | undefined;
  /** The file of the Terraform provider, the page of AWS, or the public issue that shows it. */
  readonly source: string;
}
