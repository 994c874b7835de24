// Two specs of an environment, before and after an edit, and what is found to be harmful between them.

import type { Environment } from '../../schema/environment.generated';
import type { GraphDifference } from '../backends/plan/difference';
import { formatPlace } from '../diagnostics/diagnostic';
import type { AnyResourceNode, ResourceGraph } from '../graph/graph';
import { formatPath, isWritten, type PathStep, type SpecMap, spanAt } from '../source/spec-node';
import type { ValueChange } from '../values/difference';
import type { ChangeClass } from './change-class';

/** A valid spec with what it compiles to. */
export interface ComparedSpec {
  readonly path: string;
  readonly spec: SpecMap;
  readonly environment: Environment;
  readonly graph: ResourceGraph;
}

/** Two specs and what differs between them. */
export interface SpecChange {
  readonly before: ComparedSpec;
  readonly after: ComparedSpec;
  readonly values: readonly ValueChange[];
  readonly difference: GraphDifference;
}

/** A reason why a change has a class. */
export interface Finding {
  readonly class: ChangeClass;
  /** The part of the spec, as `api.throttle.rateLimit`. */
  readonly path: string;
  /** Where it is written, or was: `spec/pr1234.yaml:26:26`. */
  readonly place: string;
  /** One sentence without a full stop. */
  readonly reason: string;
}

/** Finds what is harmful in a change. */
export type FindChanges = (change: SpecChange) => Finding[];

/** A finding at a field, with its place after the change; of a field that is gone, its place before. */
export function findingAt(
  { before, after }: SpecChange,
  changeClass: ChangeClass,
  path: readonly PathStep[],
  reason: string,
): Finding {
  const { spec } = !isWritten(after.spec, path) && isWritten(before.spec, path) ? before : after;
  return { class: changeClass, path: formatPath(path), place: formatPlace(spanAt(spec, path, 'value')), reason };
}

/** A finding at the part of the spec that a resource comes from; at the one field of it that differs, if there is just one. */
export function findingOf(
  change: SpecChange,
  changeClass: ChangeClass,
  { origin }: Pick<AnyResourceNode, 'origin'>,
  reason: string,
): Finding {
  const [only, ...others] = change.values.filter(({ path }) => isWithin(formatPath(path), origin.path));
  if (only !== undefined && others.length === 0) return findingAt(change, changeClass, only.path, reason);
  return { class: changeClass, path: origin.path, place: origin.place, reason };
}

function isWithin(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}.`) || path.startsWith(`${around}[`);
}
