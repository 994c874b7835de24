// Metric math on fixed series. The rows with missing values are from Amazon CloudWatch User Guide, "Using metric math".

import { expect } from 'chai';
import { evaluateMath } from '../../../../compiler/monitoring/alarms/evaluation';
import { MetricMathError, parseMetricMath } from '../../../../compiler/monitoring/alarms/metric-math';

const _ = undefined;
const metrics = {
  metric1: [30, 20, 0, 0],
  metric2: [20, _, 20, _],
  flags: [1, 1, 0, 0, _],
  first: [30, _, 0, 0, 30],
  second: [0, 0, 20, _, 20],
  idle: [_, _, 4, _, _],
};
const evaluate = (text: string) => evaluateMath(parseMetricMath(text), { metrics, periodSeconds: 60 });

describe('metric math', () => {
  const rows: Record<string, readonly (number | undefined)[]> = {
    'metric1 < metric2': [0, 0, 1, 0],
    'metric1 >= 30': [1, 0, 0, 0],
    'metric1 > 15 AND metric2 > 15': [1, 0, 0, 0],
    'metric1 > 25 || metric2 > 15': [1, 0, 1, 0],
    'metric1 - metric2': [10, 20, -20, 0],
    'metric2 / metric1': [20 / 30, 0, _, _],
    '100 / metric2': [5, _, 5, _],
    'IF(flags, first, second)': [30, 0, 20, _, _],
    'IF(flags, 5, second)': [5, 5, 20, _, _],
    'IF(flags, first, 5)': [30, 0, 5, 5, _],
    'IF(flags, first)': [30, 0, _, _, _],
    'IF(metric1 > 0, 100 * metric2 / metric1, 0)': [200 / 3, 0, 0, 0],
    'FILL(idle, 0)': [0, 0, 4, 0, 0],
    'FILL(idle, REPEAT)': [_, _, 4, 4, 4],
    'FILL(idle, 0) / PERIOD(idle)': [0, 0, 4 / 60, 0, 0],
    'MAX([metric1, metric2])': [30, 20, 20, 0],
    'SUM([first, second, idle])': [30, 0, 24, 0, 50],
    'metric1 - AVG(metric1)': [17.5, 7.5, -12.5, -12.5],
    'SUM(METRICS("metric"))': [50, 20, 20, 0],
    'DIFF(metric1)': [_, -10, -20, 0],
    'RATE(metric1)': [_, -10 / 60, -20 / 60, 0],
    '-metric1 + 2 * 3 ^ 2': [-12, -2, 18, 18],
    '2 ^ 3 ^ 2 + metric1 * 0': [512, 512, 512, 512],
    '8 - 4 - 2 + metric1 * 0': [2, 2, 2, 2],
    'ABS(metric1 - metric2)': [10, 20, 20, 0],
    'TIME_SERIES(MAX(metric1))': [30, 30, 30, 30],
  };
  for (const [text, expected] of Object.entries(rows)) {
    it(text, () => expect(evaluate(text)).to.deep.equal(expected));
  }
});

describe('invalid metric math', () => {
  const rows: Record<string, string> = {
    'errors + 1': 'unknown metric errors',
    'SEARCH("x")':
      'unsupported function SEARCH; supported functions: ABS, CEIL, FLOOR, LOG, LOG10, AVG, MAX, MIN, SUM, FILL, IF, DIFF, RATE, PERIOD, TIME_SERIES, METRICS',
    'constructor(metric1)': 'unexpected "("',
    'metric1 +': 'expected a value, found the end',
    '(metric1': 'missing ")"',
    'metric1 % 2': '"%" is not valid in metric math',
    'metric1 metric2': 'unexpected "metric2"',
    ', metric1': 'expected a value, found ","',
    '1 + 2': 'an alarm expression must return a single time series',
    '[metric1, metric2]': 'an alarm expression must return a single time series',
    'metric1 + 1 / 0': 'division by the number 0',
    'FILL(metric1, LINEAR)': 'unsupported filler LINEAR of FILL',
  };
  for (const [text, problem] of Object.entries(rows)) {
    it(text, () => expect(() => evaluate(text)).to.throw(MetricMathError, problem));
  }
});
