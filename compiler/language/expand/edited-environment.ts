// Environments with other values of some fields, for searches that would take too long if they compiled each value.

import { type Edit, withValue } from '../../source/edit';
import type { PathStep, Plain } from '../../source/spec-node';
import { type ExpandedEnvironment, expandEnvironment } from './expand';

/** An environment after edits. Expressions, alarms and permissions are those of the spec. */
export function editEnvironment(environment: ExpandedEnvironment, edits: readonly Edit[]): ExpandedEnvironment {
  const { facts: _, ...plain } = environment;
  return expandEnvironment(
    edits.reduce<unknown>((edited, { path, value }) => withValue(edited as Plain, path, value), plain) as typeof plain,
  );
}

/** The number at a path; undefined for other values and without a value. */
export function numberAt(environment: ExpandedEnvironment, path: readonly PathStep[]): number | undefined {
  const value = path.reduce<unknown>(
    (around, step) => (around as Record<PathStep, unknown> | undefined)?.[step],
    environment,
  );
  return typeof value === 'number' ? value : undefined;
}
