// Renders `diff --json`.

import type { SpecValue } from '../../../language/values/values';
import { formatPlace } from '../../../source/source';
import { formatPath } from '../../../source/spec-node';
import { type Comparison, countImpacts, worstOf } from './comparison';

/** The JSON value of a comparison. */
export function comparisonJson(comparison: Comparison): object {
  const {
    before,
    after,
    environment,
    formerNames,
    leavesNamesOut,
    values,
    settings,
    resources,
    findings,
    estimates,
    incidents,
  } = comparison;
  const side = (value: SpecValue | undefined) =>
    value && { value: value.value, origin: value.origin === undefined ? 'default' : formatPlace(value.origin) };
  return {
    schemaVersion: 1,
    before,
    after,
    environment,
    ...(formerNames.length > 0 && { formerNames }),
    leavesNamesOut,
    worst: worstOf(comparison) ?? null,
    classes: findings,
    ...(estimates && { estimates }),
    ...(incidents && { incidents }),
    impacts: countImpacts(resources),
    values: values.map((change) => ({
      path: formatPath(change.path),
      ...(change.before && { before: side(change.before) }),
      ...(change.after && { after: side(change.after) }),
    })),
    settings,
    resources: resources.map((change) => ({ ...change, givesUp: change.givesUp.map(formatPath) })),
  };
}
