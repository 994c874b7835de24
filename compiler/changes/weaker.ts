// Finds safeguards that are weaker than before, by the schema's orders of safety.

import { findWeakerValues } from '../values/promotion';
import { type FindChanges, findingAt } from './change';

/** Weaker safeguards; those of a part that is gone are not compared. */
export const findWeakened: FindChanges = (change) =>
  findWeakerValues(change.before.environment, change.after.environment).map(({ steps, old, present }) =>
    findingAt(change, 'weaker', steps, `${words(old)} becomes ${words(present)}, which is weaker`),
  );

function words(value: unknown): string {
  if (value === undefined) return 'no value';
  return typeof value === 'object' ? 'what there was' : JSON.stringify(value);
}
