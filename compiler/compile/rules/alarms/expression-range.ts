// The values that a metric math expression can have: arithmetic over the ranges of its metrics.

import { isDeepStrictEqual } from 'node:util';
import type { Metric } from '../../../../schema/environment.generated';
import { type Expression, MetricMathError, parseMetricMath } from '../../../monitoring/alarms/metric-math';
import { COUNT, type MetricRange } from './metric-range';

/** A metric of an expression and its range. Without a range, any value is possible. */
export interface RangedMetric {
  readonly metric: Metric;
  /** The metric that counts all requests, of which this metric counts a subset. */
  readonly partOf: string | undefined;
  readonly range: MetricRange | undefined;
}

/** A part of an expression: its range, and the metric if the part is a multiple of one. */
interface Term {
  readonly range: MetricRange;
  readonly metric?: RangedMetric | undefined;
  /** The factor of the metric (default: 1). */
  readonly factor?: number;
}

/** The range of an expression of numbers, metrics and `+ - * /`; undefined for other expressions. */
export function expressionRange(
  expression: string,
  metrics: Readonly<Record<string, RangedMetric>>,
): MetricRange | undefined {
  try {
    return termOf(parseMetricMath(expression), metrics)?.range;
  } catch (problem) {
    // Another rule reports an invalid expression.
    if (problem instanceof MetricMathError) return undefined;
    throw problem;
  }
}

function termOf(expression: Expression, metrics: Readonly<Record<string, RangedMetric>>): Term | undefined {
  if (expression.kind === 'number') return { range: { least: expression.value, greatest: expression.value } };
  if (expression.kind === 'metric') {
    const metric = Object.hasOwn(metrics, expression.id) ? metrics[expression.id] : undefined;
    return metric?.range && { range: metric.range, metric };
  }
  if (expression.kind !== 'operation') return undefined;
  const left = termOf(expression.left, metrics);
  const right = termOf(expression.right, metrics);
  return left && right && COMBINE[expression.operator]?.(left, right);
}

const COMBINE: Readonly<Record<string, (left: Term, right: Term) => Term | undefined>> = {
  '+': ({ range: a }, { range: b }) => ({ range: combined(a, b, a.least + b.least, a.greatest + b.greatest) }),
  '-': ({ range: a }, { range: b }) => ({ range: combined(a, b, a.least - b.greatest, a.greatest - b.least) }),
  '*': multiply,
  '/': divide,
};

/** Combines two ranges, and the explanations of their greatest values. */
function combined(a: MetricRange, b: MetricRange, least: number, greatest: number): MetricRange {
  const arithmetic = [...new Set([...(a.arithmetic ?? []), ...(b.arithmetic ?? [])])];
  return { least, greatest, ...(arithmetic.length > 0 && { arithmetic }) };
}

/** Negative factors only result from subtraction, and are too rare to analyse. */
function multiply(left: Term, right: Term): Term | undefined {
  const [a, b] = [left.range, right.range];
  if (a.least < 0 || b.least < 0) return undefined;
  // 0 times an infinite bound is 0: each single value is finite.
  const greatest = a.greatest === 0 || b.greatest === 0 ? 0 : a.greatest * b.greatest;
  const range = combined(a, b, a.least * b.least, greatest);
  if (isNumber(left)) return { range, metric: right.metric, factor: a.least * (right.factor ?? 1) };
  return isNumber(right) ? { range, metric: left.metric, factor: b.least * (left.factor ?? 1) } : { range };
}

function isNumber({ range: { least, greatest } }: Term): boolean {
  return least === greatest;
}

function divide(a: Term, b: Term): Term | undefined {
  if (isPartOf(a.metric, b.metric)) return { range: { least: 0, greatest: (a.factor ?? 1) / (b.factor ?? 1) } };
  if (a.range.least < 0 || b.range.least < 0) return undefined;
  if (b.range.least === 0) return { range: COUNT };
  const [least, greatest] = [a.range.least / b.range.greatest, a.range.greatest / b.range.least];
  return { range: combined(a.range, b.range, least, greatest) };
}

function isPartOf(part: RangedMetric | undefined, whole: RangedMetric | undefined): boolean {
  if (part === undefined || whole === undefined) return false;
  const [some, all] = [part.metric, whole.metric];
  return (
    some.resource === all.resource &&
    isDeepStrictEqual(some.dimensions, all.dimensions) &&
    some.statistic === 'Sum' &&
    (all.statistic === 'Sum' || all.statistic === 'SampleCount') &&
    (some.name === all.name || part.partOf === all.name)
  );
}
