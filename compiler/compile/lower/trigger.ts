// Lowers the triggers of functions to event source mappings and schedules.

import type { AnyResourceNode } from '../../graph/graph';
import { functionHandle, queueHandle, queueMappingHandle, streamMappingHandle, tableHandle } from '../../graph/handles';
import type { Inputs } from '../../graph/kind';
import { jsonText, type NodeId, type Value } from '../../graph/value';
import type { FilterPattern, QueueTrigger, TableTrigger } from '../../language/expand/triggers';
import { isFrom } from '../../language/expand/triggers';
import { lowerSchedules } from './schedule';
import { type LowerContext, resource } from './section';

type Mapping = Inputs<'aws:lambda/eventSourceMapping:EventSourceMapping'>;

/** The value for retries and the age of a record without a limit. */
const UNLIMITED = -1;

/**
 * The triggers of a function.
 *
 * @param policies the policies of the function's role: Lambda checks the role when it creates a mapping
 */
export function lowerTriggers(context: LowerContext, lambda: string, policies: readonly NodeId[]): AnyResourceNode[] {
  const triggers = context.environment.facts.triggers.filter((trigger) => trigger.function === lambda);
  const schedules = triggers.filter(isFrom('schedule'));
  return [
    ...triggers.filter(isFrom('table')).map((trigger) => lowerMapping(context, trigger, policies)),
    ...triggers.filter(isFrom('queue')).map((trigger) => lowerMapping(context, trigger, policies)),
    ...lowerSchedules(context, lambda, schedules),
  ];
}

/**
 * The inputs for a table's stream. The provider computes the limits on retries and age and the parallelization, so that an update
 * without them would keep the deployed values.
 */
function tableInputs(trigger: TableTrigger): Partial<Mapping> {
  const { onFailure } = trigger;
  return {
    eventSourceArn: tableHandle(trigger.table).ref('streamArn'),
    startingPosition: trigger.startingPosition,
    parallelizationFactor: trigger.parallelizationFactor,
    bisectBatchOnFunctionError: trigger.bisectBatchOnError,
    maximumRetryAttempts: trigger.maximumRetryAttempts ?? UNLIMITED,
    maximumRecordAgeInSeconds: trigger.maximumRecordAgeSeconds ?? UNLIMITED,
    destinationConfig:
      onFailure === undefined ? undefined : { onFailure: { destinationArn: queueHandle(onFailure).ref('arn') } },
  };
}

function queueInputs({ queue, maximumConcurrency }: QueueTrigger): Partial<Mapping> {
  return {
    eventSourceArn: queueHandle(queue).ref('arn'),
    scalingConfig: maximumConcurrency === undefined ? undefined : { maximumConcurrency },
  };
}

/** A mapping, with the inputs of its kind of source. The function is given by its ARN, so that a change to an alias would be seen. */
function lowerMapping(
  { environment, originOf }: LowerContext,
  trigger: TableTrigger | QueueTrigger,
  policies: readonly NodeId[],
): AnyResourceNode {
  const { batchSize, maximumBatchingWindowSeconds, filters } = trigger;
  const [mapping, inputs] =
    trigger.source === 'table'
      ? [streamMappingHandle(trigger.function, trigger.table), tableInputs(trigger)]
      : [queueMappingHandle(trigger.function, trigger.queue), queueInputs(trigger)];
  return resource(
    mapping,
    originOf(['functions', trigger.function, 'triggers', trigger.name]),
    {
      functionName: functionHandle(trigger.function).ref('arn'),
      batchSize,
      maximumBatchingWindowInSeconds: maximumBatchingWindowSeconds,
      functionResponseTypes: ['ReportBatchItemFailures'],
      filterCriteria: filters.length === 0 ? undefined : { filters: filters.map(filterOf) },
      ...inputs,
      tags: environment.tags,
    },
    // A replacement, such as one with another starting position, has the same source and function; Lambda allows one mapping of both.
    { dependsOn: policies, deleteBeforeReplace: true },
  );
}

function filterOf(pattern: FilterPattern): { readonly pattern: ReturnType<typeof jsonText> } {
  return { pattern: jsonText(pattern as Value) };
}
