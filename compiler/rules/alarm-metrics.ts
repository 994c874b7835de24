// The metrics of an alarm, each with its place in the spec.

import type { Alarm, Metric } from '../../schema/environment.generated';
import type { PathStep } from '../source/spec-node';

/** The metrics that an alarm watches, alone or in an expression, with their paths. */
export function metricsOfAlarm(name: string, { metric, math }: Alarm): { metric: Metric; path: PathStep[] }[] {
  return [
    ...(metric === undefined ? [] : [{ metric, path: ['alarms', name, 'metric'] }]),
    ...Object.entries(math?.metrics ?? {}).map(([id, item]) => ({
      metric: item,
      path: ['alarms', name, 'math', 'metrics', id],
    })),
  ];
}
