// The metrics that an alarm watches, and the settings with which CloudWatch evaluates it.

import type { Alarm, Metric } from '../../../schema/environment.generated';
import type { AlarmSettings } from '../../model/alarm-state';
import { ignoresMissingData } from '../metrics/metrics';

/** The id of the only metric of an alarm without an expression. */
export const ONLY_METRIC = 'metric';

/** The metrics of an alarm by their ids in its expression. */
export function watchedMetrics({ metric, math }: Alarm): Readonly<Record<string, Metric>> {
  return math?.metrics ?? (metric === undefined ? {} : { [ONLY_METRIC]: metric });
}

/** The settings of an alarm. Alarms on some metrics always ignore missing data. */
export function settingsOf(alarm: Alarm): AlarmSettings {
  const isIgnoring = Object.values(watchedMetrics(alarm)).some(ignoresMissingData);
  return isIgnoring ? { ...alarm, treatMissingData: 'ignore' } : alarm;
}
