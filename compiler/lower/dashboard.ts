// The dashboard of a system: its alarms, and for each part the metrics that show how it does, against its limits.

import type { Environment, Metric } from '../../schema/environment.generated';
import { allAlarms } from '../alarms/all-alarms';
import { METRICS_NAMESPACE } from '../alarms/generated/payment';
import type { AnyResourceNode } from '../graph/graph';
import { jsonText, reference, type Text, type Value } from '../graph/value';
import { alarmNode, compositeAlarmNode } from '../resolve/logical-names';
import { physicalName } from '../resolve/resolve';
import { metricIdentity } from './metric';
import { type LowerContext, resource } from './section';

/** A graph: its metrics as name and statistic, and a limit that is drawn across it. */
interface Chart {
  readonly title: string;
  readonly part: string;
  readonly metrics: readonly (readonly [name: string, statistic: string])[];
  readonly limit?: { readonly label: string; readonly value: number };
}

/** A dashboard is 24 columns wide (CloudWatch API Reference, "Dashboard body structure and syntax"). */
const COLUMNS = 24;
const WIDTH = 8;
const HEIGHT = 6;
const ALARMS_HEIGHT = 4;

/** The dashboard, where the spec has one. */
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
    resource(
      'aws:cloudwatch/dashboard:Dashboard',
      `${environment.project}-dashboard`,
      originOf(['monitoring', 'dashboard']),
      {
        dashboardName: physicalName(environment, 'dashboard'),
        dashboardBody: jsonText({ widgets: [...alarmWidget(environment), ...widgets] }),
      },
    ),
  ];
}

function alarmWidget(environment: Environment): Value[] {
  const { alarms, composites } = allAlarms(environment);
  const arns: Text[] = [
    ...Object.keys(composites).map((name) => reference(compositeAlarmNode(name), 'arn')),
    ...Object.keys(alarms).map((name) => reference(alarmNode(name), 'arn')),
  ];
  // An alarm widget shows 100 alarms at most; what they make up comes first.
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

function properties(environment: Environment, { title, part, metrics, limit }: Chart): Value {
  return {
    title,
    region: environment.region,
    view: 'timeSeries',
    stacked: false,
    period: 60,
    yAxis: { left: { min: 0 } },
    metrics: metrics.map(([name, statistic]) => {
      const metric: Metric = { resource: part, name, statistic, dimensions: {} };
      const { namespace, dimensions } = metricIdentity(environment, metric);
      const label = statistic === 'Sum' ? name : `${name} ${statistic}`;
      return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, label }];
    }),
    ...(limit !== undefined && { annotations: { horizontal: [limit] } }),
  };
}

function chartsOf({ api, functions, tables, queues }: Environment): Chart[] {
  return [
    ...(api === undefined ? [] : apiCharts(api.name)),
    ...Object.entries(functions).flatMap(([name, lambda]): Chart[] => [
      ...paymentCharts(name, lambda.environment[METRICS_NAMESPACE] !== undefined),
      {
        title: `${name}: invocations`,
        part: `functions.${name}`,
        metrics: [
          ['Invocations', 'Sum'],
          ['Errors', 'Sum'],
          ['Throttles', 'Sum'],
        ],
      },
      {
        title: `${name}: duration in ms`,
        part: `functions.${name}`,
        metrics: [
          ['Duration', 'p50'],
          ['Duration', 'p99'],
        ],
        limit: { label: 'timeout', value: lambda.timeoutSeconds * 1000 },
      },
      {
        title: `${name}: concurrency`,
        part: `functions.${name}`,
        metrics: [['ConcurrentExecutions', 'Maximum']],
        ...(lambda.reservedConcurrency !== undefined && {
          limit: { label: 'reserved', value: lambda.reservedConcurrency },
        }),
      },
    ]),
    ...Object.entries(tables).flatMap(([name, { indexes }]) => [
      ...tableCharts(name, `tables.${name}`),
      ...Object.keys(indexes).flatMap((index) => tableCharts(`${name}, ${index}`, `tables.${name}.indexes.${index}`)),
    ]),
    ...Object.keys(queues).flatMap((name): Chart[] => [
      {
        title: `${name}: messages`,
        part: `queues.${name}`,
        metrics: [['ApproximateNumberOfMessagesVisible', 'Maximum']],
      },
      {
        title: `${name}: age of the oldest message in s`,
        part: `queues.${name}`,
        metrics: [['ApproximateAgeOfOldestMessage', 'Maximum']],
      },
    ]),
  ];
}

function apiCharts(name: string): Chart[] {
  return [
    {
      title: `${name}: requests`,
      part: 'api',
      metrics: [
        ['Count', 'Sum'],
        ['4XXError', 'Sum'],
        ['5XXError', 'Sum'],
      ],
    },
    {
      title: `${name}: latency in ms`,
      part: 'api',
      metrics: [
        ['Latency', 'p50'],
        ['Latency', 'p99'],
        ['IntegrationLatency', 'p99'],
      ],
    },
  ];
}

function paymentCharts(name: string, publishes: boolean): Chart[] {
  if (!publishes) return [];
  return [
    {
      title: 'Payments',
      part: `functions.${name}.metrics`,
      metrics: [
        ['PaymentsProcessed', 'Sum'],
        ['PaymentsRefused', 'Sum'],
      ],
    },
  ];
}

function tableCharts(title: string, part: string): Chart[] {
  return [
    {
      title: `${title}: capacity units consumed a minute`,
      part,
      metrics: [
        ['ConsumedReadCapacityUnits', 'Sum'],
        ['ConsumedWriteCapacityUnits', 'Sum'],
      ],
    },
    {
      title: `${title}: throttles`,
      part,
      metrics: [
        ['ReadThrottleEvents', 'Sum'],
        ['WriteThrottleEvents', 'Sum'],
      ],
    },
  ];
}
