// The type of a path in a spec: tsc rejects a step that the language does not have.

import type { Text } from '../compiler/graph/value';
import type { PathStep } from '../compiler/source/spec-node';
import type { Environment } from './environment.generated';

/** The value below a step; texts, lists of texts and numbers have nothing below. */
type Below<T, Step> = Step extends keyof NonNullable<T> ? NonNullable<T>[Step] : never;

/** The steps that a value has. */
type StepsOf<T> = [NonNullable<T>] extends [Text | number | boolean] ? never : keyof NonNullable<T> & PathStep;

/** The path itself if each of its steps exists; at a step that does not exist, the steps that do. */
type Checked<T, Path extends readonly unknown[]> = Path extends readonly [infer Step, ...infer Rest]
  ? readonly [Step extends StepsOf<T> ? Step : StepsOf<T>, ...Checked<Below<T, Step>, Rest>]
  : Path;

/** A path of the language, such as `['tables', name, 'capacity']`. The steps behind a spread list are not checked. */
export type SpecPath<Path extends readonly PathStep[]> = Path & Checked<Environment, Path>;

/** A path to keep in a variable, with its steps checked. */
export function specPath<const Path extends readonly PathStep[]>(...path: SpecPath<Path>): Path {
  return path;
}
