// The metrics of a Lambda function. Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions" and
// "Viewing metrics for Lambda functions" (dimensions).

import { type MetricFacts, partMetrics } from './service';

/** Dimensions of the function, of one of its versions or aliases (Resource), and of a version behind an alias (ExecutedVersion). */
const dimensions = [[], ['Resource'], ['Resource', 'ExecutedVersion']] as const;

const binary: MetricFacts = {
  unit: 'Count',
  statistics: ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'],
  dimensions,
  isShare: true,
};

const ofInvocations: MetricFacts = { ...binary, partOf: 'Invocations' };

const count: MetricFacts = { unit: 'Count', statistics: ['Sum', 'SampleCount'], dimensions };

const duration: MetricFacts = {
  unit: 'Milliseconds',
  statistics: ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount', 'percentile'],
  dimensions,
};

/** A level at a point in time, for which a sum is not useful. */
const level: MetricFacts = { unit: 'Count', statistics: ['Maximum', 'Average', 'Minimum'], dimensions };

const ACCOUNT = 'the account and Region';
const MAPPING = 'event source mappings';

/** The metrics of a function. */
export const FUNCTION_METRICS = partMetrics({
  what: 'a Lambda function',
  namespace: 'AWS/Lambda',
  identity: ['FunctionName'],
  metrics: {
    Invocations: binary,
    Errors: ofInvocations,
    Throttles: binary,
    DeadLetterErrors: binary,
    DestinationDeliveryFailures: count,
    OversizedRecordCount: count,
    RecursiveInvocationsDropped: count,
    SignatureValidationErrors: count,
    ProvisionedConcurrencyInvocations: count,
    ProvisionedConcurrencySpilloverInvocations: count,
    Duration: duration,
    PostRuntimeExtensionsDuration: duration,
    IteratorAge: duration,
    OffsetLag: { ...duration, unit: 'Count' },
    ConcurrentExecutions: level,
    ProvisionedConcurrentExecutions: level,
    // Only a version or an alias can have provisioned concurrency.
    ProvisionedConcurrencyUtilization: {
      ...level,
      unit: 'None',
      dimensions: [['Resource'], ['Resource', 'ExecutedVersion']],
    },
    AsyncEventsReceived: count,
    AsyncEventAge: duration,
    AsyncEventsDropped: count,
  },
  elsewhere: {
    UnreservedConcurrentExecutions: ACCOUNT,
    ClaimedAccountConcurrency: ACCOUNT,
    PolledEventCount: MAPPING,
    FilteredOutEventCount: MAPPING,
    InvokedEventCount: MAPPING,
    FailedInvokeEventCount: MAPPING,
    DroppedEventCount: MAPPING,
    OnFailureDestinationDeliveredEventCount: MAPPING,
    DeletedEventCount: MAPPING,
  },
  ignoresMissingData: false,
});
