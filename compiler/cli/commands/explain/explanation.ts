// The result of `explain`.

import type { Page } from '../../../compile/catalogue-page';
import type { AnyResourceNode } from '../../../graph/graph';
import type { Mention } from '../../../language/compose/mentions';
import type { Field } from '../../../language/values/field';
import type { EffectOutcome } from './effect';
import type { StepEffect } from './step-effect';

/** The page of a diagnostic, or the explanation of a field. */
export type ExplainResult =
  | { readonly is: 'diagnostic'; readonly page: Page }
  | { readonly is: 'field'; readonly explanation: Explanation };

/** The values of the field in the files of one spec; the effective one is first. */
export interface SpecExplanation {
  readonly spec: string;
  readonly mentions: readonly Mention[];
}

/** A field with its explanation. */
export interface Explanation {
  readonly field: Field;
  /** The fields of a map. */
  readonly members: readonly Field[];
  readonly specs: readonly SpecExplanation[];
  /** The resources that a map compiles to. */
  readonly makes?: readonly AnyResourceNode[];
  /** The changes that another value of the field causes, in one of the specs; and its effect on cost and limits, if it has one. */
  readonly drives?: { readonly spec: string; readonly outcome: EffectOutcome; readonly step?: StepEffect };
}
