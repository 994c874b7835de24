// Creates metrics in the form of a spec. tsc checks the names against the metrics of the part.

import type { EventMetric } from '../../../contract/event-metrics';
import type { HandlerMetric } from '../../../contract/handler-metrics';
import type { Metric } from '../../../schema/environment.generated';
import type { API_METRICS } from './api-gateway';
import type { INDEX_METRICS, TABLE_METRICS } from './dynamodb';
import type { FUNCTION_METRICS } from './lambda';
import type { SCHEDULE_METRICS } from './scheduler';
import type { QUEUE_METRICS } from './sqs';

type Dimensions = Readonly<Record<string, string>>;
type ApiMetric = keyof typeof API_METRICS.metrics;
type FunctionMetric = keyof typeof FUNCTION_METRICS.metrics;
type ScheduleMetric = keyof typeof SCHEDULE_METRICS.metrics;
type QueueMetric = keyof typeof QUEUE_METRICS.metrics;
type TableMetric = keyof typeof TABLE_METRICS.metrics;
type IndexMetric = keyof typeof INDEX_METRICS.metrics;

/** A metric that both a table and its indexes have. */
export type CapacityMetric = TableMetric & IndexMetric;

/** A metric of the API's stage. */
export function apiMetric(name: ApiMetric, statistic: string): Metric {
  return watch('api', name, statistic);
}

/** A metric of a function. */
export function functionMetric(part: string, name: FunctionMetric, statistic: string): Metric {
  return watch(`functions.${part}`, name, statistic);
}

/** A metric that the payment handler publishes. */
export function ownMetric(part: string, name: HandlerMetric, statistic: string, dimensions?: Dimensions): Metric {
  return watch(`functions.${part}.metrics`, name, statistic, dimensions);
}

/** A metric that a function for events publishes. */
export function eventMetric(part: string, name: EventMetric): Metric {
  return watch(`functions.${part}.metrics`, name, 'Sum');
}

/** A metric of a queue. */
export function queueMetric(part: string, name: QueueMetric, statistic: string): Metric {
  return watch(`queues.${part}`, name, statistic);
}

/** A metric of all schedules. */
export function scheduleMetric(name: ScheduleMetric, statistic: string): Metric {
  return watch('schedules', name, statistic);
}

/** A metric of a table. */
export function tableMetric(part: string, name: TableMetric, statistic: string, dimensions?: Dimensions): Metric {
  return watch(`tables.${part}`, name, statistic, dimensions);
}

/** A metric of an index of a table. */
export function indexMetric(part: string, index: string, name: IndexMetric, statistic: string): Metric {
  return watch(`tables.${part}.indexes.${index}`, name, statistic);
}

function watch(resource: string, name: string, statistic: string, dimensions: Dimensions = {}): Metric {
  return { resource, name, statistic, dimensions };
}
