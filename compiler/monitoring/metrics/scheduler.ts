// The metrics of the schedules of a group. Source: EventBridge Scheduler User Guide, "Monitoring Amazon EventBridge Scheduler with
// Amazon CloudWatch".

import { type MetricFacts, partMetrics } from './service';

const count: MetricFacts = { unit: 'Count', statistics: ['Sum', 'SampleCount'] };

/** The metrics of all schedules of a spec. */
export const SCHEDULE_METRICS = partMetrics({
  what: 'the schedules',
  namespace: 'AWS/Scheduler',
  identity: ['ScheduleGroup'],
  metrics: {
    InvocationAttemptCount: count,
    TargetErrorCount: count,
    TargetErrorThrottledCount: count,
    InvocationThrottleCount: count,
    InvocationDroppedCount: count,
    InvocationsSentToDeadLetterCount: count,
    InvocationsFailedToBeSentToDeadLetterCount: count,
    InvocationsSentToDeadLetterCount_Truncated_MessageSizeExceeded: count,
  },
  elsewhere: {},
  ignoresMissingData: false,
});
