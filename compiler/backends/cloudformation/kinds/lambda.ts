// Rules for Lambda.

import { capitalized, type Json, jsonString, type KindRule, type Properties } from '../rule';

/** The rules of each kind. */
export const LAMBDA = {
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    type: 'AWS::Lambda::EventSourceMapping',
    taggable: true,
    inputs: {
      functionName: 'FunctionName',
      eventSourceArn: 'EventSourceArn',
      startingPosition: 'StartingPosition',
      batchSize: 'BatchSize',
      maximumBatchingWindowInSeconds: 'MaximumBatchingWindowInSeconds',
      parallelizationFactor: 'ParallelizationFactor',
      bisectBatchOnFunctionError: 'BisectBatchOnFunctionError',
      maximumRetryAttempts: 'MaximumRetryAttempts',
      maximumRecordAgeInSeconds: 'MaximumRecordAgeInSeconds',
      functionResponseTypes: 'FunctionResponseTypes',
      filterCriteria: (criteria) => ({ FilterCriteria: { Filters: filtersOf(criteria) } }),
      scalingConfig: capitalized('ScalingConfig'),
      destinationConfig: (config) => ({ DestinationConfig: { OnFailure: { Destination: destinationOf(config) } } }),
    },
  } satisfies KindRule<'aws:lambda/eventSourceMapping:EventSourceMapping'>,

  'aws:lambda/function:Function': {
    type: 'AWS::Lambda::Function',
    taggable: true,
    inputs: {
      name: 'FunctionName',
      description: 'Description',
      role: 'Role',
      code: 'Code',
      handler: 'Handler',
      runtime: 'Runtime',
      architectures: 'Architectures',
      memorySize: 'MemorySize',
      timeout: 'Timeout',
      reservedConcurrentExecutions: 'ReservedConcurrentExecutions',
      environment: (environment) => ({
        Environment: { Variables: (environment as { readonly variables: Record<string, string> }).variables },
      }),
      kmsKeyArn: 'KmsKeyArn',
      deadLetterConfig: capitalized('DeadLetterConfig'),
      tracingConfig: capitalized('TracingConfig'),
      loggingConfig: capitalized('LoggingConfig'),
      ephemeralStorage: capitalized('EphemeralStorage'),
    },
    attributes: {
      id: 'Ref',
      name: 'Ref',
      arn: { get: 'Arn' },
      invokeArn: {
        sub:
          // biome-ignore lint/suspicious/noTemplateCurlyInString: syntax of Fn::Sub.
          'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${}/invocations',
      },
    },
  } satisfies KindRule<'aws:lambda/function:Function'>,

  'aws:lambda/permission:Permission': {
    type: 'AWS::Lambda::Permission',
    inputs: {
      action: 'Action',
      function: 'FunctionName',
      principal: 'Principal',
      sourceArn: 'SourceArn',
      sourceAccount: 'SourceAccount',
    },
  } satisfies KindRule<'aws:lambda/permission:Permission'>,
};

/** The filters, with their patterns as text, which CloudFormation requires. */
function filtersOf(criteria: Json): Json {
  const { filters = [] } = criteria as Properties;
  return (filters as readonly Properties[]).map(({ pattern = {} }) => ({ Pattern: jsonString(pattern) }));
}

function destinationOf(config: Json): Json {
  const { onFailure = {} } = config as Properties;
  return (onFailure as Properties).destinationArn ?? '';
}
