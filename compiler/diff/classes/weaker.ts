// Finds safeguards that are weaker than before, by the orders of safety in the schema.

import { findWeakerValues } from '../../language/values/promotion';
import { type FindChanges, findingAt } from './change';

/** Weaker safeguards; removed parts are not compared. */
export const findWeakened: FindChanges = (change) =>
  findWeakerValues(change.before.environment, change.after.environment).map(({ steps, old, present }) =>
    findingAt(change, 'weaker', steps, `${formatSafeguard(old)} becomes ${formatSafeguard(present)}, which is weaker`),
  );

function formatSafeguard(value: unknown): string {
  if (value === undefined) return 'no value';
  return typeof value === 'object' ? 'the previous value' : JSON.stringify(value);
}
