// An alarm can be in both states: its threshold lies within the values that its metric can have.

import type { Alarm, Environment } from '../../schema/environment.generated';
import { diagnose } from '../diagnostics/diagnostic';
import { factsOf } from '../metrics/metrics';
import { expressionRange } from './expression-range';
import { type MetricRange, metricRange } from './metric-range';
import type { Rule } from './rule';

const fromLeast = ({ least, greatest }: MetricRange) =>
  `threshold: ${least} or more${Number.isFinite(greatest) ? `, and below ${greatest}` : ''}`;

const toGreatest = ({ least, greatest }: MetricRange) =>
  `threshold: above ${least}${Number.isFinite(greatest) ? `, and ${greatest} at most` : ''}`;

/** What is said of a comparison, the thresholds that make sense with it, and the ranges of values for which it holds for none or for all of them. */
const COMPARISONS: Record<
  Alarm['comparison'],
  {
    readonly words: string;
    readonly help: (range: MetricRange) => string;
    readonly never: (range: MetricRange, threshold: number) => boolean;
    readonly always: (range: MetricRange, threshold: number) => boolean;
  }
> = {
  GreaterThanThreshold: {
    words: 'above',
    help: fromLeast,
    never: ({ greatest }, threshold) => greatest <= threshold,
    always: ({ least }, threshold) => least > threshold,
  },
  GreaterThanOrEqualToThreshold: {
    words: 'at or above',
    help: toGreatest,
    never: ({ greatest }, threshold) => greatest < threshold,
    always: ({ least }, threshold) => least >= threshold,
  },
  LessThanThreshold: {
    words: 'below',
    help: toGreatest,
    never: ({ least }, threshold) => least >= threshold,
    always: ({ greatest }, threshold) => greatest < threshold,
  },
  LessThanOrEqualToThreshold: {
    words: 'at or below',
    help: fromLeast,
    never: ({ least }, threshold) => least > threshold,
    always: ({ greatest }, threshold) => greatest <= threshold,
  },
};

/** ENV3035: an alarm that no value sets off. ENV3036: one that every value sets off. ENV3037: one that expected durations set off. ENV3234: a threshold that throttles put out of reach. */
export const alarmRangeRule: Rule = ({ environment, at, otherSide }) =>
  Object.entries(environment.alarms).flatMap(([name, alarm]) => {
    const watched = watchedRange(environment, alarm);
    if (watched === undefined) return [];
    const { what, range } = watched;
    const { threshold } = alarm;
    const { words, never, always, help: helpOf } = COMPARISONS[alarm.comparison];
    const place = at(['alarms', name, 'threshold']);
    const { least, greatest, bound } = range;
    const parameters = { name, what, words, threshold, least, greatest, bound: bound?.what };
    const help = helpOf(range);
    const related = bound === undefined ? [] : otherSide(bound.what, bound.path);
    // Missing data may be what the alarm waits for.
    const isNever = never(range, threshold) && alarm.treatMissingData !== 'breaching';
    // Without what the arithmetic says, a sum has no greatest value.
    const withoutTargets = { ...range, greatest: Number.POSITIVE_INFINITY };
    const { arithmetic } = range;
    if (arithmetic !== undefined && (isNever || always(range, threshold))) {
      if (!never(withoutTargets, threshold) && !always(withoutTargets, threshold)) {
        const reached = {
          name,
          what,
          words,
          threshold,
          greatest,
          arithmetic,
          fires: isNever ? 'never' : 'always',
        } as const;
        return [diagnose('threshold-beyond-throttle', place, reached, { help, related })];
      }
    }
    if (isNever) {
      return [diagnose('threshold-out-of-reach', place, parameters, { help, related })];
    }
    if (always(range, threshold)) return [diagnose('threshold-always-crossed', place, parameters, { help, related })];
    const expected = expectedDuration(environment, alarm);
    if (
      expected === undefined ||
      always({ least: expected.milliseconds, greatest: Number.POSITIVE_INFINITY }, threshold) === false
    )
      return [];
    return [
      diagnose(
        'alarm-below-expected-duration',
        place,
        { name, threshold, expectedDurationMilliseconds: expected.milliseconds },
        {
          help: `threshold: above ${expected.milliseconds}`,
          related: otherSide('the expected duration', ['functions', expected.function, 'expectedDurationMilliseconds']),
        },
      ),
    ];
  });

function watchedRange(
  environment: Environment,
  { metric, math, periodSeconds }: Alarm,
): { what: string; range: MetricRange } | undefined {
  if (metric !== undefined) {
    const range = metricRange(environment, metric, periodSeconds);
    return range && { what: `${metric.name} (${metric.statistic})`, range };
  }
  if (math === undefined) return undefined;
  const metrics = Object.fromEntries(
    Object.entries(math.metrics).map(([id, item]) => [
      id,
      {
        metric: item,
        partOf: factsOf(environment, item)?.partOf,
        range: metricRange(environment, item, periodSeconds),
      },
    ]),
  );
  const range = expressionRange(math.expression, metrics);
  return range && { what: math.id, range };
}

/** The duration that is expected of the function whose slowest requests an alarm watches. */
function expectedDuration({ functions }: Environment, { metric }: Alarm) {
  if (metric?.name !== 'Duration' || !/^(Maximum|p(9\d|100)(\.\d+)?)$/.test(metric.statistic)) return undefined;
  const [, name = ''] = metric.resource.split('.');
  const milliseconds = functions[name]?.expectedDurationMilliseconds;
  return milliseconds === undefined ? undefined : { function: name, milliseconds };
}
