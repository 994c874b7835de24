// The dashboard of a system: its alarms, and each part's metrics with their limits.

import { METRICS_NAMESPACE } from '../../../contract/settings';
import type { Environment, LambdaFunction, Metric } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { alarmHandle, compositeAlarmHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { jsonText, type Text, type Value } from '../../graph/value';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { isFrom } from '../../language/expand/triggers';
import {
  apiMetric,
  type CapacityMetric,
  functionMetric,
  indexMetric,
  ownMetric,
  queueMetric,
  scheduleMetric,
  tableMetric,
} from '../../monitoring/metrics/watch';
import { metricIdentity } from './metric';
import { type LowerContext, resource } from './section';

/** A chart: its metrics, and a limit drawn as a horizontal line. */
interface Chart {
  readonly title: string;
  readonly metrics: readonly Metric[];
  readonly limit?: { readonly label: string; readonly value: number };
}

/** The width of a dashboard (CloudWatch API Reference, "Dashboard body structure and syntax"). */
const COLUMNS = 24;
const WIDTH = 8;
const HEIGHT = 6;
const ALARMS_HEIGHT = 4;

/** The dashboard, if the spec enables it. */
export function lowerDashboard({ environment, originOf }: LowerContext): AnyResourceNode[] {
  if (!environment.monitoring.dashboard) return [];
  const charts = chartsOf(environment);
  const perRow = COLUMNS / WIDTH;
  const widgets = charts.map((chart, at) => ({
    type: 'metric',
    x: (at % perRow) * WIDTH,
    y: ALARMS_HEIGHT + Math.floor(at / perRow) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
    properties: properties(environment, chart),
  }));
  return [
    resource(handle('aws:cloudwatch/dashboard:Dashboard', 'dashboard'), originOf(['monitoring', 'dashboard']), {
      dashboardName: physicalName(environment, 'dashboard'),
      dashboardBody: jsonText({ widgets: [...alarmWidget(environment), ...widgets] }),
    }),
  ];
}

function alarmWidget({ facts }: ExpandedEnvironment): Value[] {
  const { alarms, composites } = facts.alarms;
  const arns: Text[] = [
    ...Object.keys(composites).map((name) => compositeAlarmHandle(name).ref('arn')),
    ...Object.keys(alarms).map((name) => alarmHandle(name).ref('arn')),
  ];
  // An alarm widget shows at most 100 alarms; composite alarms come first.
  const shown = arns.slice(0, 100);
  if (shown.length === 0) return [];
  return [
    {
      type: 'alarm',
      x: 0,
      y: 0,
      width: COLUMNS,
      height: ALARMS_HEIGHT,
      properties: { title: 'Alarms', alarms: shown },
    },
  ];
}

function properties(environment: Environment, { title, metrics, limit }: Chart): Value {
  return {
    title,
    region: environment.region,
    view: 'timeSeries',
    stacked: false,
    period: 60,
    yAxis: { left: { min: 0 } },
    metrics: metrics.map((metric) => {
      const { name, statistic } = metric;
      const { namespace, dimensions } = metricIdentity(environment, metric);
      const label = statistic === 'Sum' ? name : `${name} ${statistic}`;
      return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, label }];
    }),
    ...(limit !== undefined && { annotations: { horizontal: [limit] } }),
  };
}

function chartsOf({ api, functions, tables, queues, facts }: ExpandedEnvironment): Chart[] {
  return [
    ...(api === undefined ? [] : apiCharts(api.name)),
    ...Object.entries(functions).flatMap(([name, lambda]): Chart[] => [
      ...paymentCharts(name, lambda.environment[METRICS_NAMESPACE] !== undefined),
      {
        title: `${name}: invocations`,
        metrics: [
          functionMetric(name, 'Invocations', 'Sum'),
          functionMetric(name, 'Errors', 'Sum'),
          functionMetric(name, 'Throttles', 'Sum'),
        ],
      },
      {
        title: `${name}: duration in ms`,
        metrics: [functionMetric(name, 'Duration', 'p50'), functionMetric(name, 'Duration', 'p99')],
        limit: { label: 'timeout', value: lambda.timeoutSeconds * 1000 },
      },
      {
        title: `${name}: concurrency`,
        metrics: [functionMetric(name, 'ConcurrentExecutions', 'Maximum')],
        ...(lambda.reservedConcurrency !== undefined && {
          limit: { label: 'reserved', value: lambda.reservedConcurrency },
        }),
      },
      ...iteratorCharts(name, lambda),
    ]),
    ...(facts.triggers.some(isFrom('schedule')) ? [SCHEDULE_CHART] : []),
    ...Object.entries(tables).flatMap(([name, { indexes }]) => [
      ...tableCharts(name, (of) => tableMetric(name, of, 'Sum')),
      ...Object.keys(indexes).flatMap((index) =>
        tableCharts(`${name}, ${index}`, (of) => indexMetric(name, index, of, 'Sum')),
      ),
    ]),
    ...Object.keys(queues).flatMap((name): Chart[] => [
      {
        title: `${name}: messages`,
        metrics: [queueMetric(name, 'ApproximateNumberOfMessagesVisible', 'Maximum')],
      },
      {
        title: `${name}: age of the oldest message in s`,
        metrics: [queueMetric(name, 'ApproximateAgeOfOldestMessage', 'Maximum')],
      },
    ]),
  ];
}

/** The wait of changes of tables, with the age at which their stream loses them. */
function iteratorCharts(name: string, { triggers }: LambdaFunction): Chart[] {
  if (!Object.values(triggers).some(({ table }) => table !== undefined)) return [];
  return [
    {
      title: `${name}: age of changes in ms`,
      metrics: [functionMetric(name, 'IteratorAge', 'Maximum')],
      limit: { label: 'lost', value: 86_400_000 },
    },
  ];
}

const SCHEDULE_CHART: Chart = {
  title: 'Schedules: invocations',
  metrics: [
    scheduleMetric('InvocationAttemptCount', 'Sum'),
    scheduleMetric('TargetErrorCount', 'Sum'),
    scheduleMetric('InvocationDroppedCount', 'Sum'),
  ],
};

function apiCharts(name: string): Chart[] {
  return [
    {
      title: `${name}: requests`,
      metrics: [apiMetric('Count', 'Sum'), apiMetric('4XXError', 'Sum'), apiMetric('5XXError', 'Sum')],
    },
    {
      title: `${name}: latency in ms`,
      metrics: [apiMetric('Latency', 'p50'), apiMetric('Latency', 'p99'), apiMetric('IntegrationLatency', 'p99')],
    },
  ];
}

function paymentCharts(name: string, publishes: boolean): Chart[] {
  if (!publishes) return [];
  return [
    {
      title: 'Payments',
      metrics: [ownMetric(name, 'PaymentsProcessed', 'Sum'), ownMetric(name, 'PaymentsRefused', 'Sum')],
    },
  ];
}

function tableCharts(title: string, sum: (of: CapacityMetric) => Metric): Chart[] {
  return [
    {
      title: `${title}: capacity units consumed per minute`,
      metrics: [sum('ConsumedReadCapacityUnits'), sum('ConsumedWriteCapacityUnits')],
    },
    {
      title: `${title}: throttles`,
      metrics: [sum('ReadThrottleEvents'), sum('WriteThrottleEvents')],
    },
  ];
}
