// Under which namespace, name and dimensions CloudWatch has a metric of a part.

import type { Environment, Metric } from '../../schema/environment.generated';
import { METRICS_NAMESPACE } from '../alarms/generated/payment';
import { reference, type Text } from '../graph/value';
import { apiNode, functionNode, queueNode, tableNode } from '../resolve/logical-names';

/** What identifies a metric in CloudWatch. */
export interface MetricIdentity {
  readonly namespace: Text;
  readonly metricName: string;
  readonly dimensions: { readonly [name: string]: Text };
}

/** The identity of a metric: namespace and dimensions follow from the part. */
export function metricIdentity(environment: Environment, metric: Metric): MetricIdentity {
  const { namespace, dimensions } = subject(environment, metric);
  return { namespace, metricName: metric.name, dimensions: { ...dimensions, ...metric.dimensions } };
}

function subject({ api, functions }: Environment, { resource: part }: Metric): Omit<MetricIdentity, 'metricName'> {
  const [section, name = '', own, index] = part.split('.');
  switch (section) {
    case 'functions':
      // What a function publishes itself, it publishes without a dimension for itself.
      if (own !== undefined)
        return { namespace: functions[name]?.environment[METRICS_NAMESPACE] ?? '', dimensions: {} };
      return { namespace: 'AWS/Lambda', dimensions: { FunctionName: reference(functionNode(name), 'name') } };
    case 'queues':
      return { namespace: 'AWS/SQS', dimensions: { QueueName: reference(queueNode(name), 'name') } };
    case 'tables': {
      const table = { TableName: reference(tableNode(name), 'name') };
      const dimensions = index === undefined ? table : { ...table, GlobalSecondaryIndexName: index };
      return { namespace: 'AWS/DynamoDB', dimensions };
    }
    default:
      return {
        namespace: 'AWS/ApiGateway',
        dimensions: { ApiName: reference(apiNode(api?.name ?? ''), 'name'), Stage: api?.stage ?? '' },
      };
  }
}
