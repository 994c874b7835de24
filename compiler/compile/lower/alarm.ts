// Lowers alarms to metric alarms and composite alarms.

import type { Alarm, CompositeAlarm, Environment } from '../../../schema/environment.generated';
import type { AnyResourceNode, Origin } from '../../graph/graph';
import { alarmHandle, compositeAlarmHandle, topicHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { interpolate } from '../../graph/value';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { metricIdentity } from './metric';
import { type LowerContext, resource } from './section';

/** The alarms of the spec and the generated alarms, both metric and composite. */
export function lowerAlarms({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const { alarms, composites } = environment.facts.alarms;
  const generated = originOf(['monitoring']);
  const writtenAt = (section: 'alarms' | 'compositeAlarms', name: string) =>
    Object.hasOwn(environment[section], name) ? originOf([section, name]) : generated;
  return [
    ...Object.entries(alarms).map(([name, alarm]) => lowerAlarm(environment, writtenAt('alarms', name), name, alarm)),
    ...Object.entries(composites).map(([name, alarm]) =>
      lowerComposite(environment, writtenAt('compositeAlarms', name), name, alarm),
    ),
  ];
}

function lowerAlarm(environment: Environment, origin: Origin, name: string, alarm: Alarm): AnyResourceNode {
  return resource(alarmHandle(name), origin, {
    name: physicalName(environment, name),
    alarmDescription: alarm.description,
    comparisonOperator: alarm.comparison,
    threshold: alarm.threshold,
    evaluationPeriods: alarm.evaluationPeriods,
    datapointsToAlarm: alarm.datapointsToAlarm,
    treatMissingData: alarm.treatMissingData,
    ...watched(environment, alarm),
    ...actions(alarm.notify),
    tags: environment.tags,
  });
}

function lowerComposite(
  environment: ExpandedEnvironment,
  origin: Origin,
  name: string,
  { description, anyOf, allOf, notify }: CompositeAlarm,
): AnyResourceNode {
  const { composites } = environment.facts.alarms;
  const states = (anyOf ?? allOf ?? []).map((part) =>
    interpolate(
      'ALARM("',
      Object.hasOwn(composites, part) ? compositeAlarmHandle(part).ref('alarmName') : alarmHandle(part).ref('name'),
      '")',
    ),
  );
  const operator = anyOf === undefined ? ' AND ' : ' OR ';
  return resource(compositeAlarmHandle(name), origin, {
    alarmName: physicalName(environment, name),
    alarmDescription: description,
    alarmRule: interpolate(...states.flatMap((state, at) => (at === 0 ? [state] : [operator, state]))),
    ...actions(notify),
    tags: environment.tags,
  });
}

/** The actions that notify the topic when the alarm starts and when it ends. */
function actions(notify: Alarm['notify']) {
  if (notify === 'NONE') return {};
  const topics = [topicHandle(notify).ref('arn')];
  return { alarmActions: topics, okActions: topics };
}

function watched(environment: Environment, { metric, math, periodSeconds }: Alarm) {
  if (metric !== undefined) {
    const { statistic } = metric;
    return {
      ...metricIdentity(environment, metric),
      period: periodSeconds,
      ...(/^p/i.test(statistic) ? { extendedStatistic: statistic } : { statistic }),
    };
  }
  if (math === undefined) return {};
  return {
    metricQueries: [
      { id: math.id, expression: math.expression, label: math.label ?? math.id, returnData: true },
      ...Object.entries(math.metrics).map(([id, item]) => ({
        id,
        metric: { ...metricIdentity(environment, item), period: periodSeconds, stat: item.statistic },
      })),
    ],
  };
}
