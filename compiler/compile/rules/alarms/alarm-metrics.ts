// The metrics of an alarm, each with its path in the spec.

import type { Alarm, Metric } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import type { PathStep } from '../../../source/spec-node';

/** The metrics that an alarm uses, alone or in an expression, with their paths. */
export function metricsOfAlarm(name: string, { metric, math }: Alarm): { metric: Metric; path: readonly PathStep[] }[] {
  return [
    ...(metric === undefined ? [] : [{ metric, path: specPath('alarms', name, 'metric') }]),
    ...Object.entries(math?.metrics ?? {}).map(([id, item]) => ({
      metric: item,
      path: specPath('alarms', name, 'math', 'metrics', id),
    })),
  ];
}
