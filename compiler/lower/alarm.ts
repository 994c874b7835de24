// Alarms, whose namespaces and dimensions follow from the part that they watch.

import type { Alarm, Environment, Metric } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { reference, type Text } from '../graph/value';
import { alarmName, apiNode, functionNode, queueNode, tableNode } from '../resolve/logical-names';
import { physicalName } from '../resolve/resolve';
import { type LowerContext, resource } from './section';

/** An alarm on a metric, or on an expression over metrics. */
export function lowerAlarm({ environment, originOf }: LowerContext, name: string, alarm: Alarm): AnyResourceNode[] {
  return [
    resource('aws:cloudwatch/metricAlarm:MetricAlarm', alarmName(name), originOf(['alarms', name]), {
      name: physicalName(environment, name),
      alarmDescription: alarm.description,
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      evaluationPeriods: alarm.evaluationPeriods,
      datapointsToAlarm: alarm.datapointsToAlarm,
      treatMissingData: alarm.treatMissingData,
      ...watched(environment, alarm),
      tags: environment.tags,
    }),
  ];
}

function watched(environment: Environment, { metric, math, periodSeconds }: Alarm) {
  if (metric !== undefined) {
    const { name, statistic } = metric;
    return {
      metricName: name,
      ...subject(environment, metric),
      period: periodSeconds,
      ...(statistic.startsWith('p') ? { extendedStatistic: statistic } : { statistic }),
    };
  }
  if (math === undefined) return {};
  return {
    metricQueries: [
      { id: math.id, expression: math.expression, label: math.label ?? math.id, returnData: true },
      ...Object.entries(math.metrics).map(([id, item]) => ({
        id,
        metric: { metricName: item.name, ...subject(environment, item), period: periodSeconds, stat: item.statistic },
      })),
    ],
  };
}

/** The namespace and dimensions under which a service publishes the metrics of a part. */
function subject(
  { api }: Environment,
  { resource: part }: Metric,
): { namespace: string; dimensions: Record<string, Text> } {
  const [section, name = '', , index] = part.split('.');
  switch (section) {
    case 'functions':
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
