// Assigns each alarm to the part that it watches.

import type { Alarm } from '../../../schema/environment.generated';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { isFrom } from '../../language/expand/triggers';

/** The names of the alarms of each part, by the path of the part. */
export type AlarmsByPart = ReadonlyMap<string, readonly string[]>;

/** The resource of metrics about all schedules, which are not a part. */
const SCHEDULES = 'schedules';

/**
 * The alarms of an environment by part. An alarm on several parts belongs to the part of most of its metrics. An alarm on the schedules
 * belongs to the first function that has one.
 */
export function alarmsByPart({ facts }: ExpandedEnvironment): AlarmsByPart {
  const parts = new Map<string, string[]>();
  const scheduled = facts.triggers.find(isFrom('schedule'))?.function;
  for (const [name, alarm] of Object.entries(facts.alarms.alarms)) {
    const watched = watchedPart(alarm);
    const part = watched === SCHEDULES && scheduled !== undefined ? `functions.${scheduled}` : watched;
    if (part !== undefined) parts.set(part, [...(parts.get(part) ?? []), name]);
  }
  return parts;
}

function watchedPart({ metric, math }: Alarm): string | undefined {
  const metrics = metric === undefined ? Object.values(math?.metrics ?? {}) : [metric];
  // The metrics of a function's own code are about the function.
  const parts = metrics.map(({ resource }) => resource.replace(/^(functions\..*)\.metrics$/, '$1'));
  const count = (part: string) => parts.filter((other) => other === part).length;
  return parts.reduce<string | undefined>(
    (most, part) => (most === undefined || count(part) > count(most) ? part : most),
    undefined,
  );
}
