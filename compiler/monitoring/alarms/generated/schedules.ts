// The alarms of schedules: invocations that failed, and those that were given up.

import type { Environment } from '../../../../schema/environment.generated';
import { scheduleMetric } from '../../metrics/watch';
import { type Alarms, metricAlarm, metricDrill } from './alarm';

/** Whether a function has a schedule. */
export function hasSchedules({ functions }: Pick<Environment, 'functions'>): boolean {
  return Object.values(functions).some(({ triggers }) =>
    Object.values(triggers).some(({ schedule }) => schedule !== undefined),
  );
}

/** The alarms of all schedules. EventBridge Scheduler retries a failed invocation, and drops it after the last retry. */
export function scheduleAlarms(): Alarms {
  const once = { threshold: 0, evaluationPeriods: 1, datapointsToAlarm: 1, drill: metricDrill(1, 0, 1) };
  return {
    'schedules-errors': metricAlarm(
      'EventBridge Scheduler could not invoke the function of a schedule, and tries again',
      scheduleMetric('TargetErrorCount', 'Sum'),
      once,
    ),
    'schedules-dropped': metricAlarm(
      'EventBridge Scheduler gave up an invocation: a schedule did not run',
      scheduleMetric('InvocationDroppedCount', 'Sum'),
      once,
    ),
  };
}
