// Checks that the metrics of alarms exist and are published with their dimensions.

import type { Environment, Metric } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { suggest } from '../../../diagnostics/suggest';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { hasSchedules } from '../../../monitoring/alarms/generated/schedules';
import { metricsOf, watchedPart } from '../../../monitoring/metrics/metrics';
import { type MetricFacts, type PartMetrics, statisticOf } from '../../../monitoring/metrics/service';
import type { PathStep } from '../../../source/spec-node';
import type { Rule, RuleContext } from '../rule';
import { metricsOfAlarm } from './alarm-metrics';

const diagnose = defineDiagnostics({
  'unknown-metric': {
    code: 'ENV3230',
    severity: 'error',
    summary: 'An alarm uses a metric that its resource does not publish.',
    explanation: [
      'CloudWatch accepts an alarm on any name, and an alarm on a metric without data never fires.',
      'The names are those of Amazon API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics"; AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS"; Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions".',
      'A function whose entry is runtime/handler.ts publishes the metrics of contract/handler-metrics.ts.',
      'Metrics that other code publishes are not checked.',
    ],
    message: (p: { name: string; what: string; owner: string | undefined }) =>
      p.owner === undefined
        ? `unknown metric "${p.name}" of ${p.what}`
        : `metric "${p.name}" is published for ${p.owner}, not for ${p.what}`,
  },
  'metric-dimensions': {
    code: 'ENV3231',
    severity: 'error',
    summary: 'An alarm uses a metric with dimensions under which it is not published.',
    explanation: [
      'CloudWatch treats each set of dimensions as a separate metric, and an alarm on an unpublished set has no data.',
      'The compiler sets the dimensions that identify the resource.',
      'DynamoDB publishes errors and latencies of requests for each operation only, so SystemErrors and ThrottledRequests require the dimension Operation (Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions").',
      'API Gateway publishes metrics of each method only if api.metrics is true.',
    ],
    message: (p: { name: string; what: string; given: readonly string[] }) =>
      `metric "${p.name}" of ${p.what} is not published ${
        p.given.length === 0 ? 'without another dimension' : `under ${p.given.join(' and ')}`
      }`,
  },
  'metric-dimension-value': {
    code: 'ENV3232',
    severity: 'error',
    summary: 'An alarm uses a metric with an unknown dimension value.',
    explanation: [
      'No data is published under such a value, so the alarm never fires.',
      'Operation is an operation of DynamoDB (Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions").',
      'Method and Resource must be those of a route; currency must be one of payment.currencies.',
    ],
    message: (p: { name: string; dimension: string; value: string }) =>
      `unknown ${p.dimension} "${p.value}" of the metric "${p.name}"`,
  },
  'metric-statistic': {
    code: 'ENV3233',
    severity: 'warning',
    summary: 'An alarm uses a statistic that does not fit its metric.',
    explanation: [
      'CloudWatch calculates any statistic of any metric.',
      'The sum of a level such as ConcurrentExecutions depends on how often it was measured, and a percentile of zeros and ones is 0 or 1.',
      'The services document the statistics that are valid for each metric.',
    ],
    message: (p: { name: string; statistic: string }) => `statistic ${p.statistic} does not fit the metric "${p.name}"`,
  },
});

/** ENV3230: unknown metric. ENV3231: missing or unknown dimension. ENV3232: unknown value of a dimension. ENV3233: meaningless statistic. */
export const metricRule: Rule = {
  diagnose,
  *check(context) {
    for (const [name, alarm] of Object.entries(context.environment.alarms))
      for (const { metric, path } of metricsOfAlarm(name, alarm)) yield* checkMetric(context, metric, path);
  },
};

/** The allowed values of dimensions, by name; a dimension without an entry allows any value. */
type Values = { readonly [dimension: string]: readonly string[] };

/** A metric of a spec, and the metrics that its resource publishes. */
interface Known {
  readonly metric: Metric;
  readonly path: readonly PathStep[];
  readonly list: PartMetrics;
  readonly facts: MetricFacts;
}

function checkMetric(context: RuleContext, metric: Metric, path: readonly PathStep[]): Diagnostic[] {
  const list = metricsOf(context.environment, metric.resource);
  // A handler other than the payment handler may publish any metric. Another rule reports unknown parts.
  if (list === undefined || !hasPart(context.environment, metric.resource)) return [];
  const facts = Object.hasOwn(list.metrics, metric.name) ? list.metrics[metric.name] : undefined;
  if (facts === undefined) return [unknownMetric(context, metric, path, list)];
  const known = { metric, path, list, facts };
  const dimensions = checkDimensions(context, known);
  return [...(dimensions.length > 0 ? dimensions : checkValues(context, known)), ...checkStatistic(context, known)];
}

function hasPart({ api, functions, queues, tables }: Environment, resource: string): boolean {
  const part = watchedPart(resource);
  switch (part.kind) {
    case 'api':
      return api !== undefined;
    case 'function':
    case 'own':
      return Object.hasOwn(functions, part.name);
    case 'queue':
      return Object.hasOwn(queues, part.name);
    case 'schedules':
      return hasSchedules({ functions });
    case 'table':
      return Object.hasOwn(tables, part.name);
    case 'index':
      return tables[part.name]?.indexes[part.index] !== undefined;
  }
}

function unknownMetric(
  { at }: RuleContext,
  { name }: Metric,
  path: readonly PathStep[],
  { what, metrics, elsewhere }: PartMetrics,
): Diagnostic {
  const owner = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
  const names = Object.keys(metrics);
  const help = suggestion(owner === undefined ? name : '', names, `use one of the metrics of ${what}`);
  return diagnose('unknown-metric', at([...path, 'name']), { name, what, owner }, { help });
}

function checkDimensions(context: RuleContext, { metric, path, list, facts }: Known): Diagnostic[] {
  const { at, environment } = context;
  const given = Object.keys(metric.dimensions);
  const allowed = dimensionsOf(environment, metric, facts);
  if (allowed.some((set) => set.length === given.length && set.every((name) => given.includes(name)))) return [];
  const names = [...new Set(allowed.flat())];
  const values = valuesOf(environment, metric.resource, list);
  const unknown = given.find((name) => !names.includes(name));
  const place = unknown === undefined ? at([...path, 'name']) : at([...path, 'dimensions', unknown], 'key');
  const question = unknown === undefined ? undefined : suggest(unknown, names);
  const help = [
    ...(question === undefined ? [] : [question]),
    ...(unknown !== undefined && list.identity.includes(unknown) ? [`remove ${unknown}, which the compiler sets`] : []),
    ...(allowed.length < (facts.dimensions?.length ?? 1) ? ['metrics of each method require api.metrics: true'] : []),
    `allowed dimensions: ${allowed.map((set) => set.join(' and ') || 'none').join(', or ')}`,
    ...names.flatMap((name) => (values[name] === undefined ? [] : [`${name}: ${values[name].join(', ')}`])),
  ].join('; ');
  const parameters = { name: metric.name, what: list.what, given: unknown === undefined ? given : [unknown] };
  return [diagnose('metric-dimensions', place, parameters, { help })];
}

/** The sets of dimensions of a metric; those of single methods only if the API publishes detailed metrics. */
function dimensionsOf({ api }: Environment, { resource }: Metric, { dimensions = [[]] }: MetricFacts) {
  return watchedPart(resource).kind === 'api' && api?.metrics !== true
    ? dimensions.filter((set) => set.length === 0)
    : dimensions;
}

function checkValues({ environment, at }: RuleContext, { metric, path, list }: Known): Diagnostic[] {
  const allowed = valuesOf(environment, metric.resource, list);
  return Object.entries(metric.dimensions).flatMap(([dimension, value]) => {
    const values = Object.hasOwn(allowed, dimension) ? allowed[dimension] : undefined;
    if (values === undefined || values.includes(value)) return [];
    const help = suggestion(value, values, `use one of the values of ${dimension}`);
    const place = at([...path, 'dimensions', dimension]);
    return [diagnose('metric-dimension-value', place, { name: metric.name, dimension, value }, { help })];
  });
}

/** The allowed values of dimensions, from the service and the spec. */
function valuesOf(
  { api, payment, facts }: ExpandedEnvironment,
  resource: string,
  { values = {} }: PartMetrics,
): Values {
  const { kind } = watchedPart(resource);
  if (kind === 'own') return { currency: payment.currencies };
  if (kind !== 'api' || api === undefined) return values;
  const routes = facts.methods.map(({ route }) => route);
  return {
    Method: [...new Set(routes.map(({ method }) => method))],
    Resource: [...new Set(routes.map(({ path }) => path))],
  };
}

function checkStatistic({ at }: RuleContext, { metric, path, facts }: Known): Diagnostic[] {
  const { name, statistic } = metric;
  if (facts.statistics.includes(statisticOf(statistic))) return [];
  const meaningful = facts.statistics.map((one) => (one === 'percentile' ? 'a percentile' : one));
  const help = `use one of ${meaningful.join(', ')}`;
  return [diagnose('metric-statistic', at([...path, 'statistic']), { name, statistic }, { help })];
}

function suggestion(name: string, known: readonly string[], what: string): string {
  const question = suggest(name, known);
  const all = `${what}: ${known.join(', ')}`;
  return question === undefined ? all : `${question} ${all}`;
}
