// Derives the alarms of a graph: the metrics or alarms that each evaluates, and the topics that it notifies.

import type { AlarmWindow } from '../../model/alarm-evaluation';
import type { AlarmSettings } from '../../model/alarm-state';
import { parseMetricMath } from '../../monitoring/alarms/metric-math';
import { TABLE_METRICS } from '../../monitoring/metrics/dynamodb';
import type { LocalResource, LocalResources } from '../local-values';
import type { MetricIdentity } from '../metrics/run-metrics';

/** The ARNs of the topics that a change of state notifies. */
export interface AlarmActions {
  readonly ALARM: readonly string[];
  readonly OK: readonly string[];
}

/** A metric with the statistic that an alarm reads. */
export interface WatchedMetric {
  readonly metric: MetricIdentity;
  readonly statistic: string;
}

interface CommonDefinition {
  /** The name on AWS. */
  readonly name: string;
  readonly description: string;
  readonly actions: AlarmActions;
}

/** An alarm on a metric, or on an expression over several. */
export interface MetricAlarmDefinition extends CommonDefinition {
  readonly is: 'metric';
  readonly window: AlarmWindow;
  readonly settings: AlarmSettings;
  /** The metrics by their ids in the expression; without an expression, a single one. */
  readonly metrics: Readonly<Record<string, WatchedMetric>>;
  readonly expression: ReturnType<typeof parseMetricMath> | undefined;
}

/** An alarm on the states of others. */
export interface CompositeAlarmDefinition extends CommonDefinition {
  readonly is: 'composite';
  readonly parts: readonly string[];
  readonly needs: 'any' | 'all';
}

/** An alarm. */
export type AlarmDefinition = MetricAlarmDefinition | CompositeAlarmDefinition;

/** Derives the alarms, those on metrics first. */
export function deriveAlarms(resources: LocalResources): readonly AlarmDefinition[] {
  return [
    ...resources.of('aws:cloudwatch/metricAlarm:MetricAlarm').map(metricAlarm),
    ...resources.of('aws:cloudwatch/compositeAlarm:CompositeAlarm').map(compositeAlarm),
  ];
}

type MetricAlarmInputs = LocalResource<'aws:cloudwatch/metricAlarm:MetricAlarm'>['inputs'];

function metricAlarm({ name, inputs }: LocalResource<'aws:cloudwatch/metricAlarm:MetricAlarm'>): MetricAlarmDefinition {
  const { evaluationPeriods = 1, threshold = 0, datapointsToAlarm, treatMissingData = 'missing' } = inputs;
  const { metrics, expression, periodSeconds } = watchedBy(inputs);
  // CloudWatch documents that alarms on these metrics always ignore missing data, as the drill assumes.
  const ignores = Object.values(metrics).some(({ metric }) => metric.namespace === TABLE_METRICS.namespace);
  return {
    is: 'metric',
    name: inputs.name ?? name,
    description: inputs.alarmDescription ?? '',
    actions: { ALARM: textsOf(inputs.alarmActions), OK: textsOf(inputs.okActions) },
    window: { periodSeconds, evaluationPeriods },
    settings: {
      comparison: inputs.comparisonOperator as AlarmSettings['comparison'],
      threshold,
      evaluationPeriods,
      ...(datapointsToAlarm !== undefined && { datapointsToAlarm }),
      treatMissingData: ignores ? 'ignore' : (treatMissingData as AlarmSettings['treatMissingData']),
    },
    metrics,
    expression: expression === undefined ? undefined : parseMetricMath(expression),
  };
}

/** The period of an alarm that does not set one. */
const DEFAULT_PERIOD_SECONDS = 60;

interface Watched {
  readonly metrics: Readonly<Record<string, WatchedMetric>>;
  readonly expression: string | undefined;
  readonly periodSeconds: number;
}

function watchedBy(inputs: MetricAlarmInputs): Watched {
  const { metricQueries = [], metricName = '', namespace = '', dimensions = {}, period, extendedStatistic } = inputs;
  if (metricQueries.length === 0)
    return {
      metrics: {
        metric: {
          metric: { namespace, name: metricName, dimensions },
          statistic: extendedStatistic ?? inputs.statistic ?? 'Sum',
        },
      },
      expression: undefined,
      periodSeconds: period ?? DEFAULT_PERIOD_SECONDS,
    };
  const metrics = metricQueries.flatMap(({ id, metric }): [string, WatchedMetric][] =>
    metric === undefined
      ? []
      : [
          [
            id,
            {
              metric: {
                namespace: metric.namespace ?? '',
                name: metric.metricName,
                dimensions: metric.dimensions ?? {},
              },
              statistic: metric.stat,
            },
          ],
        ],
  );
  return {
    metrics: Object.fromEntries(metrics),
    expression: metricQueries.find(({ returnData }) => returnData)?.expression,
    periodSeconds: metricQueries.find(({ metric }) => metric !== undefined)?.metric?.period ?? DEFAULT_PERIOD_SECONDS,
  };
}

function compositeAlarm({
  inputs,
}: LocalResource<'aws:cloudwatch/compositeAlarm:CompositeAlarm'>): CompositeAlarmDefinition {
  const { alarmName, alarmDescription = '', alarmRule, alarmActions, okActions } = inputs;
  return {
    is: 'composite',
    name: alarmName,
    description: alarmDescription,
    actions: { ALARM: textsOf(alarmActions), OK: textsOf(okActions) },
    parts: [...alarmRule.matchAll(/ALARM\("([^"]+)"\)/g)].map(([, part = '']) => part),
    needs: alarmRule.includes(' OR ') ? 'any' : 'all',
  };
}

/** The ARNs of topics, which the local run resolves to texts. */
function textsOf(arns: readonly unknown[] = []): readonly string[] {
  return arns.map(String);
}
