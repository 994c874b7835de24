// The type of a path in a spec: tsc rejects a step that does not exist in the language.

import type { Text } from '../compiler/graph/value';
import type { PathStep } from '../compiler/source/spec-node';
import type { Environment } from './environment.generated';

/** The value below a step; `never` below texts, numbers and lists of texts. */
type Below<T, Step> = Step extends keyof NonNullable<T> ? NonNullable<T>[Step] : never;

/** The steps below a value. */
type StepsOf<T> = [NonNullable<T>] extends [Text | number | boolean] ? never : keyof NonNullable<T> & PathStep;

/** The path itself if each of its steps exists. At an unknown step, the type lists the existing steps. */
type Checked<T, Path extends readonly unknown[]> = Path extends readonly [infer Step, ...infer Rest]
  ? readonly [Step extends StepsOf<T> ? Step : StepsOf<T>, ...Checked<Below<T, Step>, Rest>]
  : Path;

/** A path of the language, such as `['tables', name, 'capacity']`. The steps after a spread list are not checked. */
export type SpecPath<Path extends readonly PathStep[]> = Path & Checked<Environment, Path>;

/** A path for a variable, with checked steps. */
export function specPath<const Path extends readonly PathStep[]>(...path: SpecPath<Path>): Path {
  return path;
}
