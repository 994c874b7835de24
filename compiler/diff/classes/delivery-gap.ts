// Finds triggers that deliver changes, messages or scheduled events not at all, again, or at other times.

import type { ExpandedTrigger, QueueTrigger, ScheduleTrigger, TableTrigger } from '../../language/expand/triggers';
import { type FindChanges, type Finding, findingAt, type SpecChange } from './change';

/** Changes after which a trigger misses or repeats events. */
export const findDeliveryGaps: FindChanges = (change) => {
  const [olds, news] = [change.before, change.after].map(triggersBySource) as [Triggers, Triggers];
  return [
    ...replacedStreams(change),
    ...[...olds].flatMap(([key, old]) => {
      const now = news.get(key);
      return now === undefined ? removedTrigger(change, old) : changedTrigger(change, old, now);
    }),
    ...[...news].flatMap(([key, now]) => (olds.has(key) ? [] : addedTrigger(change, now))),
  ];
};

type Triggers = ReadonlyMap<string, ExpandedTrigger>;

/** The triggers of a spec by what identifies them in AWS: the function and the source, or the name of a schedule. */
function triggersBySource({ expanded }: SpecChange['before']): Triggers {
  return new Map(
    expanded.facts.triggers.map((trigger) => [`${trigger.function} ${trigger.source} ${sourceOf(trigger)}`, trigger]),
  );
}

function sourceOf(trigger: ExpandedTrigger): string {
  if (trigger.source === 'table') return trigger.table;
  return trigger.source === 'queue' ? trigger.queue : trigger.name;
}

const pathOf = ({ function: lambda, name }: ExpandedTrigger) => ['functions', lambda, 'triggers', name];

const gap = (change: SpecChange, path: readonly string[], reason: string): Finding[] => [
  findingAt(change, 'delivery gap', path, reason),
];

/** Other content of a stream gives the table another stream (internal/service/dynamodb/table.go, cycleStreamEnabled). */
function replacedStreams(change: SpecChange): Finding[] {
  const { before, after } = change;
  return Object.entries(before.environment.tables).flatMap(([name, { stream }]) => {
    const next = after.environment.tables[name]?.stream;
    const isRead = before.expanded.facts.triggers.some(
      (trigger) => trigger.source === 'table' && trigger.table === name,
    );
    if (!isRead || stream === undefined || next === undefined || next === stream) return [];
    const reason = `the stream of table "${name}" is replaced; changes that triggers have not read are lost`;
    return gap(change, ['tables', name, 'stream'], reason);
  });
}

function removedTrigger(change: SpecChange, trigger: ExpandedTrigger): Finding[] {
  const lambda = trigger.function;
  const reason = {
    table: `changes of table "${sourceOf(trigger)}" are no longer delivered to ${lambda}; those that it has not read are lost`,
    queue: `messages of queue "${sourceOf(trigger)}" are no longer delivered to ${lambda}`,
    schedule: `schedule "${trigger.name}" no longer invokes ${lambda}`,
  }[trigger.source];
  return gap(change, pathOf(trigger), reason);
}

function addedTrigger(change: SpecChange, trigger: ExpandedTrigger): Finding[] {
  if (trigger.source !== 'table' || trigger.startingPosition !== 'TRIM_HORIZON') return [];
  if (change.before.environment.tables[trigger.table]?.stream === undefined) return [];
  const reason = `${trigger.function} also receives the changes of table "${trigger.table}" of the last 24 hours`;
  return gap(change, pathOf(trigger), reason);
}

function changedTrigger(change: SpecChange, old: ExpandedTrigger, now: ExpandedTrigger): Finding[] {
  if (old.source === 'schedule' || now.source === 'schedule')
    return old.source === now.source ? otherTimes(change, old as ScheduleTrigger, now as ScheduleTrigger) : [];
  return [
    ...narrowerFilters(change, old, now),
    ...(old.source === 'table' && now.source === 'table' ? otherPosition(change, old, now) : []),
  ];
}

/** Another starting position replaces the mapping, which begins there. */
function otherPosition(change: SpecChange, old: TableTrigger, now: TableTrigger): Finding[] {
  if (old.startingPosition === now.startingPosition) return [];
  const effect =
    now.startingPosition === 'LATEST'
      ? `changes of table "${now.table}" during the replacement are not delivered`
      : `${now.function} receives the changes of table "${now.table}" of the last 24 hours again`;
  return gap(change, [...pathOf(now), 'startingPosition'], `the mapping is replaced, and ${effect}`);
}

function narrowerFilters(
  change: SpecChange,
  old: TableTrigger | QueueTrigger,
  now: TableTrigger | QueueTrigger,
): Finding[] {
  const [former, next] = [old, now].map(({ filters }) => filters.map((pattern) => JSON.stringify(pattern))) as [
    string[],
    string[],
  ];
  const isNarrower = next.length > 0 && (former.length === 0 || former.some((pattern) => !next.includes(pattern)));
  if (!isNarrower) return [];
  const effect =
    now.source === 'queue'
      ? `Lambda deletes messages of queue "${now.queue}" that match no filter`
      : `changes of table "${now.table}" that match no filter are not delivered`;
  return gap(change, [...pathOf(now), 'filters'], `a former filter is gone: ${effect}`);
}

function otherTimes(change: SpecChange, old: ScheduleTrigger, now: ScheduleTrigger): Finding[] {
  const [former, next] = [old, now].map(({ schedule, timeZone }) => `${schedule} in ${timeZone}`);
  if (former === next) return [];
  const field = old.schedule === now.schedule ? 'timeZone' : 'schedule';
  const reason = `schedule "${now.name}" changes from ${former} to ${next}, so that a run can be skipped or repeated`;
  return gap(change, [...pathOf(now), field], reason);
}
