// Folds values of a graph. This is the only place that knows the structure of values.

import {
  type AccountId,
  type CodeBundle,
  isExpression,
  type Reference,
  type SecretVariable,
  type Value,
} from './value';

/** The result for each kind of expression. */
export interface ExpressionFold<R> {
  readonly reference: (reference: Reference) => R;
  readonly account: (account: AccountId) => R;
  readonly secret: (secret: SecretVariable) => R;
  /** The result from the literal text or the result of each part. */
  readonly interpolation: (parts: readonly (string | R)[]) => R;
  /** The result from the result of the content. */
  readonly json: (content: R) => R;
  readonly bundle: (code: CodeBundle) => R;
}

/** The result for each kind of value, from the results for the values within it. */
export interface Fold<R> extends ExpressionFold<R> {
  /** The result for a text, a number or a boolean, or for null in JSON text. */
  readonly scalar: (value: Exclude<Value, object>) => R;
  readonly list: (items: readonly R[]) => R;
  readonly map: (entries: { readonly [key: string]: R }) => R;
}

/** Computes the result for a value from the innermost values outwards. */
export function foldValue<R>(value: Value, fold: Fold<R>): R {
  if (typeof value !== 'object' || value === null) return fold.scalar(value);
  const folded = (item: Value) => foldValue(item, fold);
  if (Array.isArray(value)) return fold.list(value.map(folded));
  if (!isExpression(value))
    return fold.map(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, folded(item)])));
  switch (value.$) {
    case 'reference':
      return fold.reference(value);
    case 'account':
      return fold.account(value);
    case 'secret':
      return fold.secret(value);
    case 'interpolation':
      return fold.interpolation(value.parts.map((part) => (typeof part === 'string' ? part : folded(part))));
    case 'json':
      return fold.json(folded(value.value));
    case 'bundle':
      return fold.bundle(value);
  }
}

/** A value with `R` in place of its expressions. */
export type Mapped<R> = string | number | boolean | R | readonly Mapped<R>[] | { readonly [key: string]: Mapped<R> };

/** Replaces the expressions of a value; lists, maps and plain data stay the same. */
export function mapValue<R>(value: Value, expressions: ExpressionFold<Mapped<R>>): Mapped<R> {
  return foldValue<Mapped<R>>(value, { scalar: same, list: same, map: same, ...expressions });
}

const same = <T>(value: T): T => value;
