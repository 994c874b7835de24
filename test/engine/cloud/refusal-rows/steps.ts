// The steps of the programs in the rows of refusals.

import type { Kind } from '../../../../compiler/graph/kind';
import type { Properties } from '../properties';
import { SAMPLES } from '../samples';
import type { StackSimulator } from '../stack-simulator';

/** A step of a program: a wanted resource, a removed resource, or a change of the clock. */
export type Step = ((stack: StackSimulator) => void) & object;

/** An accepted and a refused change. */
export interface Row {
  /** The accepted preceding steps. */
  readonly before?: readonly Step[];
  readonly good: readonly Step[];
  readonly refused: Step;
  /** A part of the response. */
  readonly answer: string;
}

/** Creates or updates a resource. */
export const put =
  (kind: Kind, name: string, inputs: Properties): Step =>
  (stack) => {
    stack.put(kind, name, inputs);
  };

/** Removes a resource. */
export const drop =
  (kind: Kind, name: string): Step =>
  (stack) =>
    stack.drop(kind, name);

/** Creates the sample of a kind, with changes. */
export const sample = (kind: Kind, name: string, changes: Properties = {}) =>
  put(kind, name, { ...SAMPLES[kind], ...changes });

/** Creates a plan of backups. */
export const plan = (schedule: string) =>
  put('aws:backup/plan:Plan', 'plan', { name: 'plan', rules: [{ ruleName: 'r', targetVaultName: 'v', schedule }] });

/** Creates a resource whose input `key` is the id of another. */
export const within =
  (kind: Kind, name: string, key: string, other: readonly [Kind, string], inputs: Properties): Step =>
  (stack) => {
    stack.put(kind, name, { ...inputs, [key]: stack.recorded(...other).id });
  };
