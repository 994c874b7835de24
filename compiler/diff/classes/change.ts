// A change of a spec, and the shape of findings about it.

import type { Environment } from '../../../schema/environment.generated';
import type { ResourceGraph } from '../../graph/graph';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ValueChange } from '../../language/values/difference';
import { formatPlace } from '../../source/source';
import { formatPath, isWithin, isWritten, type PathStep, type SpecMap, spanAt } from '../../source/spec-node';
import type { GraphDifference, ResourceChange } from '../difference';
import type { ChangeClass } from './change-class';

/** A valid spec with its compiled graph. */
export interface ComparedSpec {
  readonly path: string;
  readonly spec: SpecMap;
  readonly environment: Environment;
  readonly expanded: ExpandedEnvironment;
  readonly graph: ResourceGraph;
}

/** Two specs and the difference between them. */
export interface SpecChange {
  readonly before: ComparedSpec;
  readonly after: ComparedSpec;
  readonly values: readonly ValueChange[];
  readonly difference: GraphDifference;
}

/** The reason for a class of a change. */
export interface Finding {
  readonly class: ChangeClass;
  /** The part of the spec, such as `api.throttle.rateLimit`. */
  readonly path: string;
  /** The location of the part: `spec/pr1234.yaml:27:26`. */
  readonly place: string;
  /** One sentence without a full stop. */
  readonly reason: string;
}

/** Finds the reasons for a class in a change. */
export type FindChanges = (change: SpecChange) => Finding[];

/** A finding for a field, with its location after the change, or before the change if the field is removed. */
export function findingAt(
  { before, after }: SpecChange,
  changeClass: ChangeClass,
  path: readonly PathStep[],
  reason: string,
): Finding {
  const { spec } = !isWritten(after.spec, path) && isWritten(before.spec, path) ? before : after;
  return { class: changeClass, path: formatPath(path), place: formatPlace(spanAt(spec, path, 'value')), reason };
}

/** A finding for the part of the spec that defines a resource, or for the only field of it that changed. */
export function findingOf(
  change: SpecChange,
  changeClass: ChangeClass,
  { origin }: Pick<ResourceChange, 'origin'>,
  reason: string,
): Finding {
  const [only, ...others] = change.values.filter(({ path }) => isWithin(path, origin.path));
  if (only !== undefined && others.length === 0) return findingAt(change, changeClass, only.path, reason);
  return { class: changeClass, path: origin.path, place: origin.place, reason };
}
