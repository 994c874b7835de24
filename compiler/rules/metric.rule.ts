// Checks that alarms watch metrics that exist, under dimensions that they are published under.

import type { Environment, Metric } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import { metricsOf, watchedPart } from '../metrics/metrics';
import { type MetricFacts, type PartMetrics, statisticOf } from '../metrics/service';
import { withPreflights } from '../resolve/preflight';
import type { PathStep } from '../source/spec-node';
import { metricsOfAlarm } from './alarm-metrics';
import type { Rule, RuleContext } from './rule';

/** ENV3230: unknown metric. ENV3231: missing or unknown dimension. ENV3232: unknown value of a dimension. ENV3233: statistic without a meaning. */
export const metricRule: Rule = (context) =>
  Object.entries(context.environment.alarms).flatMap(([name, alarm]) =>
    metricsOfAlarm(name, alarm).flatMap(({ metric, path }) => checkMetric(context, metric, path)),
  );

/** The values that dimensions can have, by their names; any where a name is absent. */
type Values = { readonly [dimension: string]: readonly string[] };

/** A metric of a spec, with what is known of it. */
interface Known {
  readonly metric: Metric;
  readonly path: readonly PathStep[];
  readonly list: PartMetrics;
  readonly facts: MetricFacts;
}

function checkMetric(context: RuleContext, metric: Metric, path: readonly PathStep[]): Diagnostic[] {
  const list = metricsOf(context.environment, metric.resource);
  // Code that is not the payment handler publishes what it likes; that there is no such part, another rule says.
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
  const help = suggestion(owner === undefined ? name : '', names, `the metrics of ${what}`);
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
  const meant = unknown === undefined ? undefined : nearestName(unknown, names);
  const help = [
    ...(meant === undefined ? [] : [`did you mean ${meant}?`]),
    ...(unknown !== undefined && list.identity.includes(unknown) ? [`${unknown} follows from the resource`] : []),
    ...(allowed.length < (facts.dimensions?.length ?? 1) ? ['api.metrics: true publishes metrics of each method'] : []),
    `dimensions: ${allowed.map((set) => set.join(' and ') || 'none').join(', or ')}`,
    ...names.flatMap((name) => (values[name] === undefined ? [] : [`${name}: ${values[name].join(', ')}`])),
  ].join('; ');
  const parameters = { name: metric.name, what: list.what, given: unknown === undefined ? given : [unknown] };
  return [diagnose('metric-dimensions', place, parameters, { help })];
}

/** The sets of dimensions of a metric; those of single methods only where the API publishes detailed metrics. */
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
    const help = suggestion(value, values, dimension);
    const place = at([...path, 'dimensions', dimension]);
    return [diagnose('metric-dimension-value', place, { name: metric.name, dimension, value }, { help })];
  });
}

/** The values that dimensions can have, by what the service and the spec say. */
function valuesOf({ api, payment }: Environment, resource: string, { values = {} }: PartMetrics): Values {
  const { kind } = watchedPart(resource);
  if (kind === 'own') return { currency: payment.currencies };
  if (kind !== 'api' || api === undefined) return values;
  const routes = withPreflights(api).map(({ route }) => route);
  return {
    Method: [...new Set(routes.map(({ method }) => method))],
    Resource: [...new Set(routes.map(({ path }) => path))],
  };
}

function checkStatistic({ at }: RuleContext, { metric, path, facts }: Known): Diagnostic[] {
  const { name, statistic } = metric;
  if (facts.statistics.includes(statisticOf(statistic))) return [];
  const meaningful = facts.statistics.map((one) => (one === 'percentile' ? 'a percentile' : one));
  const help = `statistic: ${meaningful.join(', ')}`;
  return [diagnose('metric-statistic', at([...path, 'statistic']), { name, statistic }, { help })];
}

function suggestion(name: string, known: readonly string[], what: string): string {
  const nearest = nearestName(name, known);
  const all = `${what}: ${known.join(', ')}`;
  return nearest === undefined ? all : `did you mean ${nearest}? ${all}`;
}
