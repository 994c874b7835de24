// Compares a number of parts with what AWS grants.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { RuleContext } from './rule';

/** A number of parts, and the most that AWS grants. */
export interface Count {
  readonly path: readonly PathStep[];
  readonly owner: string;
  readonly found: number;
  readonly most: number;
  /** Several of the parts, as a message names them. */
  readonly what: string;
  /** The field of the spec that holds the quota; absent where AWS does not raise it. */
  readonly field?: string;
  /** What else to do about too many. */
  readonly help?: string;
}

/** ENV3200: more parts than AWS grants. */
export function checkCount({ at, otherSide }: RuleContext, { path, field, help, ...parameters }: Count): Diagnostic[] {
  const excess = parameters.found - parameters.most;
  if (excess <= 0) return [];
  const remedy =
    field === undefined
      ? (help ?? `remove ${excess} of them; AWS does not raise this quota`)
      : `remove ${excess} of them, or have AWS raise the quota and set ${field}`;
  const related = field === undefined ? [] : otherSide('the quota is set here', field.split('.'));
  return [diagnose('count-beyond-quota', at(path, 'key'), parameters, { help: remedy, related })];
}
