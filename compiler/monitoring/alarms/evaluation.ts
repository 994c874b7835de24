// Evaluates metric math on given series as CloudWatch does: missing values count as 0, division by zero drops the data point.

import type { Series } from '../../model/alarm-state';
import { type Expression, type MathProblem, MetricMathError } from './metric-math';

/** The input of an evaluation: metrics of equal length, and the length of a period in seconds. */
export interface MathContext {
  readonly metrics: Readonly<Record<string, Series>>;
  readonly periodSeconds: number;
}

type Value = number | Series | readonly Series[] | { readonly word: string };

/** Evaluates an expression to a series; throws MetricMathError if CloudWatch would reject it or a function is not supported here. */
export function evaluateMath(expression: Expression, context: MathContext): Series {
  const value = evaluate(expression, context);
  if (!isSeries(value)) throw new MetricMathError('an alarm expression must return a single time series');
  return value;
}

/** The supported functions. */
const FUNCTIONS: Readonly<Record<string, (values: readonly Value[], context: MathContext) => Value>> = {
  ABS: (values) => mapSeries('ABS', values, Math.abs),
  CEIL: (values) => mapSeries('CEIL', values, Math.ceil),
  FLOOR: (values) => mapSeries('FLOOR', values, Math.floor),
  LOG: (values) => mapSeries('LOG', values, Math.log),
  LOG10: (values) => mapSeries('LOG10', values, Math.log10),
  AVG: (values) => aggregate('AVG', values, (items) => items.reduce((sum, item) => sum + item, 0) / items.length),
  MAX: (values) => aggregate('MAX', values, (items) => Math.max(...items)),
  MIN: (values) => aggregate('MIN', values, (items) => Math.min(...items)),
  SUM: (values) => aggregate('SUM', values, (items) => items.reduce((sum, item) => sum + item, 0)),
  FILL: fill,
  IF: choose,
  DIFF: ([series]) => difference('DIFF', series),
  RATE: ([series], { periodSeconds }) =>
    difference('RATE', series).map((value) => (value !== undefined ? value / periodSeconds : undefined)),
  PERIOD: ([series], { periodSeconds }) => (isSeries(series) ? periodSeconds : fail('PERIOD requires a metric')),
  TIME_SERIES: ([value], context) =>
    typeof value === 'number' ? constant(value, context) : fail('TIME_SERIES requires a number'),
  METRICS: ([part], { metrics }) => {
    const wanted = typeof part === 'object' && 'word' in part ? part.word : '';
    return Object.entries(metrics).flatMap(([id, series]) => (id.includes(wanted) ? [series] : []));
  },
};

function evaluate(expression: Expression, context: MathContext): Value {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'text':
      return { word: expression.value };
    case 'keyword':
      return { word: expression.name };
    case 'metric': {
      const series = Object.hasOwn(context.metrics, expression.id) ? context.metrics[expression.id] : undefined;
      return series ?? fail(`unknown metric ${expression.id}`);
    }
    case 'list':
      return expression.items.flatMap((item) => {
        const value = evaluate(item, context);
        if (isSeries(value)) return [value];
        return isList(value) ? value : fail('a list must contain time series');
      });
    case 'negation':
      return combine(0, evaluate(expression.operand, context), (a, b) => a - b);
    case 'operation':
      return combine(
        evaluate(expression.left, context),
        evaluate(expression.right, context),
        OPERATORS[expression.operator] ?? fail(`unknown operator ${expression.operator}`),
      );
    case 'call': {
      const apply = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
      if (apply === undefined)
        fail(`unsupported function ${expression.name}; supported functions: ${Object.keys(FUNCTIONS).join(', ')}`);
      return apply(
        expression.arguments.map((item) => evaluate(item, context)),
        context,
      );
    }
  }
}

const truth = (value: boolean) => (value ? 1 : 0);

/** The operators; undefined drops the data point. */
const OPERATORS: Readonly<Record<string, (a: number, b: number) => number | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? undefined : a / b),
  '^': (a, b) => a ** b,
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '<': (a, b) => truth(a < b),
  '>': (a, b) => truth(a > b),
  '<=': (a, b) => truth(a <= b),
  '>=': (a, b) => truth(a >= b),
  AND: (a, b) => truth(a !== 0 && b !== 0),
  '&&': (a, b) => truth(a !== 0 && b !== 0),
  OR: (a, b) => truth(a !== 0 || b !== 0),
  '||': (a, b) => truth(a !== 0 || b !== 0),
};

/** Combines two values by data point. A data point that is missing in one of two series counts as 0. */
function combine(left: Value, right: Value, operate: (a: number, b: number) => number | undefined): Value {
  if (isWord(left) || isWord(right)) return fail('an operator requires numbers or time series');
  if (isList(left)) return left.map((series) => combine(series, right, operate) as Series);
  if (isList(right)) return right.map((series) => combine(left, series, operate) as Series);
  if (typeof left === 'number' && typeof right === 'number')
    return operate(left, right) ?? fail('division by the number 0');
  const length = typeof left === 'number' ? (right as Series).length : left.length;
  return Array.from({ length }, (_, at) => {
    const [a, b] = [pointOf(left, at), pointOf(right, at)];
    const isMissing = (a === undefined || typeof left === 'number') && (b === undefined || typeof right === 'number');
    return isMissing ? undefined : operate(a ?? 0, b ?? 0);
  });
}

function choose([condition, whenTrue, whenFalse]: readonly Value[]): Value {
  const branches = [whenTrue, whenFalse];
  if (condition === undefined || whenTrue === undefined) return fail('IF requires a condition and one or two values');
  if (branches.some((branch) => branch !== undefined && (isWord(branch) || isList(branch))))
    return fail('the values of IF must be numbers or time series');
  if (typeof condition === 'number')
    return (condition !== 0 ? whenTrue : whenFalse) ?? fail('IF has no value for a false condition');
  if (!isSeries(condition)) return fail('the condition of IF must be a time series or a number');
  return condition.map((point, at) => {
    if (point === undefined) return undefined;
    return point !== 0 ? (pointOf(whenTrue as Series, at) ?? 0) : pointOf(whenFalse as Series | undefined, at);
  });
}

function fill([filled, filler]: readonly Value[]): Value {
  if (filled === undefined || filler === undefined) return fail('FILL requires time series and a filler');
  if (isList(filled)) return filled.map((series) => fill([series, filler]) as Series);
  if (!isSeries(filled)) return fail('FILL requires time series');
  if (isWord(filler)) {
    if (filler.word !== 'REPEAT') return fail(`unsupported filler ${filler.word} of FILL`);
    let last: number | undefined;
    return filled.map((point) => {
      last = point ?? last;
      return last;
    });
  }
  return isList(filler)
    ? fail('the filler of FILL must be a single value')
    : filled.map((point, at) => point ?? pointOf(filler, at));
}

function difference(name: string, value: Value | undefined): Series {
  if (!isSeries(value)) return fail(`${name} requires a time series`);
  return value.map((point, at) => {
    const before = value[at - 1];
    return point === undefined || before === undefined ? undefined : point - before;
  });
}

function mapSeries(name: string, [value]: readonly Value[], change: (point: number) => number): Value {
  const each = (series: Series) => series.map((point) => (point === undefined ? undefined : change(point)));
  if (isSeries(value)) return each(value);
  return isList(value) ? value.map(each) : fail(`${name} requires time series`);
}

/** Returns a number for one series, and a series for several. A period without data in all series stays without data. */
function aggregate(name: string, [value]: readonly Value[], join: (points: readonly number[]) => number): Value {
  if (isSeries(value)) return join(value.map((point) => point ?? 0));
  if (!isList(value) || value.length === 0) return fail(`${name} requires time series`);
  return (value[0] ?? []).map((_, at) => {
    const points = value.map((series) => series[at]);
    return points.every((point) => point === undefined) ? undefined : join(points.map((point) => point ?? 0));
  });
}

function constant(value: number, { metrics }: MathContext): Series {
  return (Object.values(metrics)[0] ?? []).map(() => value);
}

function pointOf(value: number | Series | undefined, at: number): number | undefined {
  return typeof value === 'number' ? value : value?.[at];
}

function isWord(value: Value | undefined): value is { readonly word: string } {
  return typeof value === 'object' && 'word' in value;
}

function isSeries(value: Value | undefined): value is Series {
  return Array.isArray(value) && !Array.isArray(value[0]);
}

function isList(value: Value | undefined): value is readonly Series[] {
  return Array.isArray(value) && Array.isArray(value[0]);
}

function fail(problem: MathProblem): never {
  throw new MetricMathError(problem);
}
