// The context of descriptions: the environment, and the location of each of its fields.

import type { SpecPath } from '../../../schema/spec-path';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { formatPlace } from '../../source/source';
import { formatPath, type PathStep, type SpecMap, spanAt } from '../../source/spec-node';
import type { Fact, Part } from '../system';
import type { AlarmsByPart } from './alarms';

/** A resolved spec: the result of a compilation. */
export interface ResolvedSpec {
  readonly spec: SpecMap;
  readonly expanded: ExpandedEnvironment;
}

/** The data that the descriptions of parts read. */
export interface DescribeContext {
  readonly environment: ExpandedEnvironment;
  readonly alarms: AlarmsByPart;
  /** The location of a field; of the nearest part around it for a default. */
  readonly placeOf: <const Path extends readonly PathStep[]>(path: SpecPath<Path>) => string;
}

/** The context of a resolved spec. */
export function describeContext({ spec, expanded }: ResolvedSpec, alarms: AlarmsByPart): DescribeContext {
  return {
    environment: expanded,
    alarms,
    placeOf: (path) => formatPlace(spanAt(spec, path, 'key')),
  };
}

/** The identity of a part: its id and alarms by its path, and its location. */
export function identityOf<const Path extends readonly PathStep[]>(
  { alarms, placeOf }: DescribeContext,
  path: SpecPath<Path>,
): Pick<Part, 'id' | 'place' | 'alarms'> {
  const id = formatPath(path);
  return { id, place: placeOf(path), alarms: alarms.get(id) ?? [] };
}

/** A fact about a field. */
export function fact<const Path extends readonly PathStep[]>(
  { placeOf }: DescribeContext,
  path: SpecPath<Path>,
  text: string,
): Fact {
  return { text, place: placeOf(path) };
}
