// Finds alarms that are removed, muted, recreated or less sensitive, and receivers that are removed.

import { type AnyResourceNode, dependenciesOf } from '../../graph/graph';
import { describeKind } from '../../graph/kind';
import type { NodeId } from '../../graph/value';
import { type ComparedSpec, type FindChanges, findingOf } from './change';

const ALARMS = ['aws:cloudwatch/metricAlarm:MetricAlarm', 'aws:cloudwatch/compositeAlarm:CompositeAlarm'];
const RECEIVERS = [
  'aws:sns/topic:Topic',
  'aws:sns/topicSubscription:TopicSubscription',
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration',
];

/** Finds gaps in the alarms. An alarm that is removed together with the part that it monitors is not a gap. */
export const findAlarmGaps: FindChanges = (change) => {
  const { before, after, difference } = change;
  const [olds, news] = [nodesOf(before), nodesOf(after)];
  return difference.resources.flatMap((resource) => {
    const [old, now] = [olds.get(resource.id), news.get(resource.id)];
    const isAlarm = ALARMS.includes(resource.kind);
    if (old === undefined || (!isAlarm && !RECEIVERS.includes(resource.kind))) return [];
    const at = (reason: string) => findingOf(change, 'alarm gap', resource, reason);
    const name = `${describeKind(resource.kind)} ${resource.name}`;
    if (now === undefined) return isAlarm && isPartGone(old, news) ? [] : [at(`${name} is removed`)];
    if (resource.impact === 'replacement')
      return [at(`${name} is recreated and has no state until its first evaluation`)];
    return isAlarm ? weakenings(old, now).map((reason) => at(`${name} ${reason}`)) : [];
  });
};

type Nodes = ReadonlyMap<NodeId, AnyResourceNode>;

function nodesOf({ graph }: ComparedSpec): Nodes {
  return new Map(graph.resources.map((node) => [node.id, node]));
}

function isPartGone(alarm: AnyResourceNode, after: Nodes): boolean {
  return [...dependenciesOf(alarm)].some((id) => !id.startsWith('aws:sns/topic:') && !after.has(id));
}

/** The inputs of an alarm that determine when it fires. */
interface AlarmInputs {
  readonly comparisonOperator?: string;
  readonly threshold?: number;
  readonly evaluationPeriods?: number;
  readonly datapointsToAlarm?: number;
  readonly period?: number;
  readonly treatMissingData?: string;
  readonly alarmActions?: readonly unknown[];
  readonly actionsEnabled?: boolean;
}

/** The inputs that determine the measured values of an alarm, or the states that it combines. */
const SUBJECT = [
  'namespace',
  'metricName',
  'dimensions',
  'statistic',
  'extendedStatistic',
  'metricQueries',
  'alarmRule',
];

function weakenings(before: AnyResourceNode, after: AnyResourceNode): string[] {
  const [old, now] = [before.inputs, after.inputs] as [AlarmInputs, AlarmInputs];
  const subjectOf = (inputs: object) =>
    JSON.stringify(Object.entries(inputs).filter(([name]) => SUBJECT.includes(name)));
  const isUpper = old.comparisonOperator?.startsWith('Greater') === true;
  const [from, to] = [old.threshold ?? 0, now.threshold ?? 0];
  return [
    isSilent(now) && !isSilent(old) ? 'is muted' : [],
    subjectOf(old) !== subjectOf(now) ? 'evaluates different metrics or alarms' : [],
    old.comparisonOperator !== now.comparisonOperator
      ? `compares by ${now.comparisonOperator} instead of ${old.comparisonOperator}`
      : [],
    (isUpper ? to > from : to < from) ? `fires at ${to} instead of ${from}` : [],
    secondsOf(now) > secondsOf(old) ? `evaluates ${secondsOf(now)} s instead of ${secondsOf(old)} s` : [],
    pointsOf(now) > pointsOf(old) ? `requires ${pointsOf(now)} breaching periods instead of ${pointsOf(old)}` : [],
    old.treatMissingData === 'breaching' && now.treatMissingData !== 'breaching'
      ? 'no longer fires when data is missing'
      : [],
  ].flat();
}

function isSilent({ alarmActions = [], actionsEnabled = true }: AlarmInputs): boolean {
  return alarmActions.length === 0 || !actionsEnabled;
}

function secondsOf({ period = 0, evaluationPeriods = 1 }: AlarmInputs): number {
  return period * evaluationPeriods;
}

function pointsOf({ evaluationPeriods = 1, datapointsToAlarm }: AlarmInputs): number {
  return datapointsToAlarm ?? evaluationPeriods;
}
