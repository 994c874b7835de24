// The metrics that CloudWatch has for each part of a spec.

import { EVENT_SETTINGS } from '../../../contract/event-settings';
import { HANDLER_ENTRY } from '../../../contract/settings';
import type { Environment, Metric } from '../../../schema/environment.generated';
import { API_METRICS } from './api-gateway';
import { INDEX_METRICS, TABLE_METRICS } from './dynamodb';
import { EVENT_OWN_METRICS, OWN_METRICS } from './handler';
import { FUNCTION_METRICS } from './lambda';
import { SCHEDULE_METRICS } from './scheduler';
import type { MetricFacts, PartMetrics, Unit } from './service';
import { QUEUE_METRICS } from './sqs';

/** A part that a metric's `resource` refers to. */
export type WatchedPart =
  | { readonly kind: 'api' | 'schedules' }
  | { readonly kind: 'function' | 'own' | 'queue' | 'table'; readonly name: string }
  | { readonly kind: 'index'; readonly name: string; readonly index: string };

/** Parses a `resource`, in the forms that the schema allows. */
export function watchedPart(resource: string): WatchedPart {
  const [section, name = '', own, index] = resource.split('.');
  switch (section) {
    case 'functions':
      return { kind: own === undefined ? 'function' : 'own', name };
    case 'queues':
      return { kind: 'queue', name };
    case 'tables':
      return index === undefined ? { kind: 'table', name } : { kind: 'index', name, index };
    case 'schedules':
      return { kind: 'schedules' };
    default:
      return { kind: 'api' };
  }
}

const LISTS: { readonly [K in WatchedPart['kind']]: PartMetrics } = {
  api: API_METRICS,
  function: FUNCTION_METRICS,
  own: OWN_METRICS,
  queue: QUEUE_METRICS,
  schedules: SCHEDULE_METRICS,
  table: TABLE_METRICS,
  index: INDEX_METRICS,
};

/** The metrics of a part; undefined for metrics that other code publishes. */
export function metricsOf({ functions }: Environment, resource: string): PartMetrics | undefined {
  const part = watchedPart(resource);
  if (part.kind === 'own') {
    const entry = functions[part.name]?.entry ?? '';
    if (Object.hasOwn(EVENT_SETTINGS, entry)) return EVENT_OWN_METRICS;
    return entry === HANDLER_ENTRY ? OWN_METRICS : undefined;
  }
  return LISTS[part.kind];
}

/** The facts about a metric; undefined if its part does not publish it, or the part's metrics are unknown. */
export function factsOf(environment: Environment, { resource, name }: Metric): MetricFacts | undefined {
  const list = metricsOf(environment, resource)?.metrics;
  return list !== undefined && Object.hasOwn(list, name) ? list[name] : undefined;
}

/** Whether alarms on a metric always ignore missing data, regardless of treatMissingData. */
export function ignoresMissingData({ resource }: Metric): boolean {
  return LISTS[watchedPart(resource).kind].ignoresMissingData;
}

/** The unit of a metric by its namespace and name; `Count` for metrics in other namespaces, which handlers publish. */
export function unitOf(namespace: string, name: string): Unit {
  const lists = Object.values(LISTS).filter(
    (list) => list.namespace === namespace && Object.hasOwn(list.metrics, name),
  );
  return lists[0]?.metrics[name]?.unit ?? 'Count';
}
