// The namespace, name and dimensions of a part's metric in CloudWatch.

import { METRICS_NAMESPACE } from '../../../contract/settings';
import type { Environment, Metric } from '../../../schema/environment.generated';
import { API, functionHandle, queueHandle, SCHEDULES, tableHandle } from '../../graph/handles';
import type { Text } from '../../graph/value';
import { API_METRICS } from '../../monitoring/metrics/api-gateway';
import { INDEX_METRICS, TABLE_METRICS } from '../../monitoring/metrics/dynamodb';
import { FUNCTION_METRICS } from '../../monitoring/metrics/lambda';
import { watchedPart } from '../../monitoring/metrics/metrics';
import { SCHEDULE_METRICS } from '../../monitoring/metrics/scheduler';
import type { PartMetrics } from '../../monitoring/metrics/service';
import { QUEUE_METRICS } from '../../monitoring/metrics/sqs';

/** The properties that identify a metric in CloudWatch. */
export interface MetricIdentity {
  readonly namespace: Text;
  readonly metricName: string;
  readonly dimensions: { readonly [name: string]: Text };
}

/** The identity of a metric; the part that it belongs to determines the namespace and dimensions. */
export function metricIdentity(environment: Environment, metric: Metric): MetricIdentity {
  const { namespace, dimensions } = identityOfPart(environment, metric);
  return { namespace, metricName: metric.name, dimensions: { ...dimensions, ...metric.dimensions } };
}

function identityOfPart({ api, functions }: Environment, { resource }: Metric): Omit<MetricIdentity, 'metricName'> {
  const part = watchedPart(resource);
  switch (part.kind) {
    case 'own':
      // The metrics that a function publishes do not have a dimension for its name.
      return { namespace: functions[part.name]?.environment[METRICS_NAMESPACE] ?? '', dimensions: {} };
    case 'function':
      return identity(FUNCTION_METRICS, { FunctionName: functionHandle(part.name).ref('name') });
    case 'queue':
      return identity(QUEUE_METRICS, { QueueName: queueHandle(part.name).ref('name') });
    case 'schedules':
      return identity(SCHEDULE_METRICS, { ScheduleGroup: SCHEDULES.ref('name') });
    case 'table':
      return identity(TABLE_METRICS, { TableName: tableHandle(part.name).ref('name') });
    case 'index':
      return identity(INDEX_METRICS, {
        TableName: tableHandle(part.name).ref('name'),
        GlobalSecondaryIndexName: part.index,
      });
    case 'api':
      return identity(API_METRICS, { ApiName: API.ref('name'), Stage: api?.stage ?? '' });
  }
}

function identity<D extends string>(
  { namespace }: PartMetrics<D>,
  dimensions: { readonly [name in NoInfer<D>]: Text },
) {
  return { namespace, dimensions };
}
