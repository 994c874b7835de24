// Folds values of a graph. This is the only place that knows the structure of values.

import { objectOf } from '../source/object-of';
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

/** The result for each kind of plain data, from the results for the values within it. */
interface DataFold<R> {
  /** The result for a text, a number or a boolean, or for null in JSON text. */
  readonly scalar: (value: Exclude<Value, object>) => R;
  readonly list: (items: readonly R[]) => R;
  readonly map: (entries: { readonly [key: string]: R }) => R;
}

/** The result for each kind of value, from the results for the values within it. */
export type Fold<R> = DataFold<R> & ExpressionFold<R>;

/** Computes the result for a value from the innermost values outwards. */
export function foldValue<R>(value: Value, of: Fold<R>): R {
  return fold(value, of, of);
}

function fold<R>(value: Value, data: DataFold<R>, expressions: ExpressionFold<R>): R {
  if (typeof value !== 'object' || value === null) return data.scalar(value);
  const folded = (item: Value) => fold(item, data, expressions);
  if (Array.isArray(value)) return data.list(value.map(folded));
  if (!isExpression(value)) {
    const map = value as { readonly [key: string]: Value };
    return data.map(objectOf(Object.keys(map), (key) => folded(map[key] as Value)));
  }
  switch (value.$) {
    case 'reference':
      return expressions.reference(value);
    case 'account':
      return expressions.account(value);
    case 'secret':
      return expressions.secret(value);
    case 'interpolation':
      return expressions.interpolation(value.parts.map((part) => (typeof part === 'string' ? part : folded(part))));
    case 'json':
      return expressions.json(folded(value.value));
    case 'bundle':
      return expressions.bundle(value);
  }
}

/** A value with `R` in place of its expressions. */
export type Mapped<R> = string | number | boolean | R | readonly Mapped<R>[] | { readonly [key: string]: Mapped<R> };

/** Replaces the expressions of a value; lists, maps and plain data stay the same. */
export function mapValue<R>(value: Value, expressions: ExpressionFold<Mapped<R>>): Mapped<R> {
  return fold<Mapped<R>>(value, SAME, expressions);
}

const same = <T>(value: T): T => value;
const SAME = { scalar: same, list: same, map: same };
