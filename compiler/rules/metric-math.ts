// The values that a metric math expression can have: arithmetic over the ranges of its metrics.

import type { Metric } from '../../schema/environment.generated';
import { COUNT, type MetricRange } from './metric-range';

/** A metric of an expression, with the values that it can have. */
export interface RangedMetric {
  readonly metric: Metric;
  readonly range: MetricRange;
}

/** Metrics that count some of what another counts: their sums never exceed the other's. */
const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  Invocations: ['Errors'],
  Count: ['4XXError', '5XXError', 'CacheHitCount', 'CacheMissCount'],
};

/** A part of an expression: its range, and the metric where it is no more than a multiple of that. */
interface Term {
  readonly range: MetricRange;
  readonly metric?: Metric | undefined;
  /** How many times the metric it is; 1 where absent. */
  readonly factor?: number;
}

/** The values of an expression of numbers, metrics, `+ - * /` and parentheses; undefined of any other (metric math has functions too). */
export function expressionRange(
  expression: string,
  metrics: Readonly<Record<string, RangedMetric>>,
): MetricRange | undefined {
  const tokens = expression.match(/\d+(\.\d+)?|\w+|\S/g) ?? [];
  const reader = new ExpressionReader(tokens, metrics);
  const term = reader.sum();
  return reader.atEnd ? term?.range : undefined;
}

class ExpressionReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly metrics: Readonly<Record<string, RangedMetric>>,
  ) {}

  get atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): Term | undefined {
    let left = this.product();
    for (let operator = this.take('+', '-'); operator !== undefined; operator = this.take('+', '-')) {
      const right = this.product();
      left = left &&
        right && { range: operator === '+' ? add(left.range, right.range) : subtract(left.range, right.range) };
    }
    return left;
  }

  private product(): Term | undefined {
    let left = this.factor();
    for (let operator = this.take('*', '/'); operator !== undefined; operator = this.take('*', '/')) {
      const right = this.factor();
      if (left === undefined || right === undefined) return undefined;
      left = operator === '*' ? multiply(left, right) : divide(left, right);
    }
    return left;
  }

  private factor(): Term | undefined {
    if (this.take('(') !== undefined) {
      const inner = this.sum();
      return this.take(')') === undefined ? undefined : inner;
    }
    const token = this.tokens[this.at];
    if (token === undefined) return undefined;
    this.at += 1;
    if (/^\d/.test(token)) return { range: { least: Number(token), greatest: Number(token) } };
    return Object.hasOwn(this.metrics, token) ? this.metrics[token] : undefined;
  }

  private take(...wanted: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at += 1;
    return token;
  }
}

function add(a: MetricRange, b: MetricRange): MetricRange {
  return { least: a.least + b.least, greatest: a.greatest + b.greatest };
}

function subtract(a: MetricRange, b: MetricRange): MetricRange {
  return { least: a.least - b.greatest, greatest: a.greatest - b.least };
}

/** Negative factors come of subtraction alone, and are rare enough to be left unjudged. */
function multiply(left: Term, right: Term): Term | undefined {
  const [a, b] = [left.range, right.range];
  if (a.least < 0 || b.least < 0) return undefined;
  // 0 times what has no end is 0 here: each value by itself is finite.
  const greatest = a.greatest === 0 || b.greatest === 0 ? 0 : a.greatest * b.greatest;
  const range = { least: a.least * b.least, greatest };
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
  return { range: { least: a.range.least / b.range.greatest, greatest: a.range.greatest / b.range.least } };
}

function isPartOf(part: Metric | undefined, whole: Metric | undefined): boolean {
  return (
    part !== undefined &&
    whole !== undefined &&
    part.resource === whole.resource &&
    part.statistic === 'Sum' &&
    (whole.statistic === 'Sum' || whole.statistic === 'SampleCount') &&
    (part.name === whole.name || (PARTS_OF[whole.name] ?? []).includes(part.name))
  );
}
