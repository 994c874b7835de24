// Checks that an alarm can both fire and stay quiet: its threshold is within the values of its metric.

import type { Alarm, Environment } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { factsOf, watchedPart } from '../../../monitoring/metrics/metrics';
import type { Rule, RuleContext } from '../rule';
import { expressionRange } from './expression-range';
import { type MetricRange, metricRange } from './metric-range';

/** The comparison of an alarm: the range of a metric, the reason for its bound, and a threshold. */
interface WatchedValues {
  readonly name: string;
  readonly what: string;
  readonly least: number;
  readonly greatest: number;
  readonly bound: string | undefined;
  readonly words: string;
  readonly threshold: number;
}

const diagnose = defineDiagnostics({
  'threshold-out-of-reach': {
    code: 'ENV3035',
    severity: 'error',
    summary: 'An alarm has a threshold that its metric never reaches.',
    explanation: [
      'An alarm that cannot fire does not report failures.',
      'The spec limits many metrics: durations by the timeout, ages by the retention, concurrency by the reservation.',
      'A share of requests is at most 1, and at most 100 in percent.',
    ],
    message: (p: WatchedValues) =>
      `alarm "${p.name}" never fires: ${p.what} is ${valuesFrom(p)}, never ${p.words} ${p.threshold}`,
  },
  'threshold-always-crossed': {
    code: 'ENV3036',
    severity: 'error',
    summary: 'An alarm has a threshold that every value of its metric breaches.',
    explanation: [
      'People ignore an alarm that always fires.',
      'Counts, durations and ages are never below 0, so every value is above a negative threshold, and at or above 0.',
    ],
    message: (p: WatchedValues) =>
      `alarm "${p.name}" always fires: ${p.what} is ${valuesFrom(p)}, always ${p.words} ${p.threshold}`,
  },
  'alarm-below-expected-duration': {
    code: 'ENV3037',
    severity: 'warning',
    summary: 'A duration alarm fires at the expected duration.',
    explanation: [
      'Requests regularly take the expected duration.',
      'The threshold of an alarm on durations must be between the expected duration and the timeout.',
    ],
    message: (p: { name: string; threshold: number; expectedDurationMilliseconds: number }) =>
      `alarm "${p.name}" fires at ${p.threshold} ms; the expected duration is ${p.expectedDurationMilliseconds} ms`,
  },
  'threshold-beyond-throttle': {
    code: 'ENV3234',
    severity: 'warning',
    summary: 'An alarm cannot reach its threshold because of the throttle, the concurrency or the integration timeout.',
    explanation: [
      'An alarm that cannot fire does not report failures.',
      'A method admits its rate for each second of a period, and its burst once.',
      'The throttle of the account limits all methods together, and a concurrent execution serves at most 10 requests a second.',
      'A latency ends at the integration timeout, apart from the milliseconds of API Gateway itself.',
      'This is a warning because throttles are targets and not guaranteed ceilings (Amazon API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput"), and because API Gateway may count requests that the throttle rejects.',
      'Waive the finding for an alarm on rejected requests.',
    ],
    message: (p: {
      name: string;
      what: string;
      words: string;
      threshold: number;
      greatest: number;
      arithmetic: readonly string[];
      fires: 'never' | 'always';
    }) =>
      `alarm "${p.name}" ${p.fires} fires: ${p.what} is at most ${p.greatest} (${p.arithmetic.join('; ')}), ${p.fires} ${p.words} ${p.threshold}`,
  },
});

const fromLeast = ({ least, greatest }: MetricRange) =>
  `set threshold to ${least} or more${Number.isFinite(greatest) ? `, below ${greatest}` : ''}`;

const toGreatest = ({ least, greatest }: MetricRange) =>
  `set threshold above ${least}${Number.isFinite(greatest) ? `, at most ${greatest}` : ''}`;

/** A comparison: its text, the help for its threshold, and tests whether no value or every value of a range breaches it. */
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

/** ENV3035: an alarm that never fires. ENV3036: an alarm that always fires. ENV3037: an alarm that fires at the expected duration. ENV3234: a threshold that is unreachable because of throttles. */
export const alarmRangeRule: Rule = {
  diagnose,
  *check(context) {
    const { environment } = context;
    for (const [name, alarm] of Object.entries(environment.alarms)) {
      const watched = watchedRange(environment, alarm);
      if (watched !== undefined) yield* checkThreshold(context, name, alarm, watched);
    }
  },
};

/** The range of an alarm's metric or expression, and its name for a message. */
interface WatchedRange {
  readonly what: string;
  readonly range: MetricRange;
}

function* checkThreshold(
  { environment, at, otherSide }: RuleContext,
  name: string,
  alarm: Alarm,
  { what, range }: WatchedRange,
): Generator<Diagnostic> {
  const { threshold } = alarm;
  const { words, never, always, help: helpOf } = COMPARISONS[alarm.comparison];
  const place = at(['alarms', name, 'threshold']);
  const { least, greatest, bound, arithmetic } = range;
  const found = { name, what, words, threshold, least, greatest, bound: bound?.what };
  const help = helpOf(range);
  const related = bound === undefined ? [] : otherSide(bound.what, bound.path);
  // The alarm may be intended to fire on missing data.
  const isNever = never(range, threshold) && alarm.treatMissingData !== 'breaching';
  const isAlways = always(range, threshold);
  // A sum is only bounded by throttles, which are targets and not limits.
  const withoutTargets = { ...range, greatest: Number.POSITIVE_INFINITY };
  const followsFromThrottle = !never(withoutTargets, threshold) && !always(withoutTargets, threshold);
  if (arithmetic !== undefined && (isNever || isAlways) && followsFromThrottle) {
    const fires = isNever ? 'never' : 'always';
    const reached = { name, what, words, threshold, greatest, arithmetic, fires } as const;
    yield diagnose('threshold-beyond-throttle', place, reached, { help, related });
  } else if (isNever) {
    yield diagnose('threshold-out-of-reach', place, found, { help, related });
  } else if (isAlways) {
    yield diagnose('threshold-always-crossed', place, found, { help, related });
  } else {
    const expected = expectedDuration(environment, alarm);
    if (expected === undefined) return;
    const { milliseconds } = expected;
    if (!always({ least: milliseconds, greatest: Number.POSITIVE_INFINITY }, threshold)) return;
    yield diagnose(
      'alarm-below-expected-duration',
      place,
      { name, threshold, expectedDurationMilliseconds: milliseconds },
      {
        help: `raise threshold above ${milliseconds}`,
        related: otherSide('the expected duration', ['functions', expected.function, 'expectedDurationMilliseconds']),
      },
    );
  }
}

function watchedRange(
  environment: ExpandedEnvironment,
  { metric, math, periodSeconds }: Alarm,
): WatchedRange | undefined {
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

/** The expected duration of the function whose slowest requests an alarm measures. */
function expectedDuration({ functions }: Environment, { metric }: Alarm) {
  if (metric?.name !== 'Duration' || !/^(Maximum|p(9\d|100)(\.\d+)?)$/.test(metric.statistic)) return undefined;
  const part = watchedPart(metric.resource);
  if (part.kind !== 'function') return undefined;
  const { name } = part;
  const milliseconds = functions[name]?.expectedDurationMilliseconds;
  return milliseconds === undefined ? undefined : { function: name, milliseconds };
}

function valuesFrom({ least, greatest, bound }: WatchedValues): string {
  if (!Number.isFinite(greatest)) return `${least} or more`;
  return bound === undefined ? `${least} to ${greatest}` : `${least} to ${greatest} (${bound})`;
}
