// Functions of Lambda and their resource-based permissions.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, identifiedBy, named, uuidOf } from '../behaviour';
import { type Properties, text } from '../properties';

/** The behaviour of each kind of the service. */
export const LAMBDA = {
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    identity: identifiedBy('functionName', 'eventSourceArn'),
    existing: {
      response: 'refuse',
      text: (inputs) =>
        `ResourceConflictException: The event source arn ("${text(inputs, 'eventSourceArn')}") and function ` +
        `("${text(inputs, 'functionName')}") provided mapping already exists. ` +
        'Please update or delete the existing mapping.',
    },
    id: (_inputs, generated) => uuidOf(generated),
    sets: ['functionResponseTypes', 'filterCriteria.filters', 'sourceAccessConfigurations', 'topics'],
    defaults: { enabled: true },
    uncleared: (paths, _state, wanted) =>
      paths.filter(([first]) => first !== 'destinationConfig' || wanted.destinationConfig !== undefined),
    chosen: (inputs, { region }) => ({
      region,
      ...(isStream(inputs)
        ? { maximumRecordAgeInSeconds: -1, maximumRetryAttempts: -1, parallelizationFactor: 1 }
        : { maximumRecordAgeInSeconds: 0, maximumRetryAttempts: 0, parallelizationFactor: 0 }),
    }),
    outputs: ({ inputs, id }, place) => ({
      arn: arn('lambda', place, `event-source-mapping:${id}`),
      functionArn: text(inputs, 'functionName'),
      state: 'Enabled',
      stateTransitionReason: isStream(inputs) ? 'User action' : 'USER_INITIATED',
      lastProcessingResult: isStream(inputs) ? 'No records processed' : '',
      uuid: id,
    }),
    source:
      'internal/service/lambda/event_source_mapping.go (SuppressMissingOptionalConfigurationBlock clears the removal of destination_config, and an update does not send it either); Lambda API, CreateEventSourceMapping',
  },
  'aws:lambda/function:Function': {
    identity: named('name'),
    existing: {
      response: 'refuse',
      text: (inputs) => `ResourceConflictException: Function already exist: ${text(inputs, 'name')}`,
    },
    id: (inputs) => text(inputs, 'name'),
    defaults: { memorySize: 128, timeout: 3, reservedConcurrentExecutions: -1, packageType: 'Zip' },
    chosen: (inputs, { region }) => ({
      architectures: ['x86_64'],
      ephemeralStorage: { size: 512 },
      loggingConfig: { logFormat: 'Text', logGroup: `/aws/lambda/${text(inputs, 'name')}` },
      tracingConfig: { mode: 'PassThrough' },
      region,
    }),
    outputs: ({ inputs }, place) => {
      const own = arn('lambda', place, `function:${text(inputs, 'name')}`);
      const invoke = (path: string) =>
        `arn:aws:apigateway:${place.region}:lambda:path/${path}/functions/${own}/invocations`;
      return {
        arn: own,
        invokeArn: invoke('2015-03-31'),
        qualifiedArn: `${own}:$LATEST`,
        qualifiedInvokeArn: invoke('2015-03-31'),
        responseStreamingInvokeArn: invoke('2021-11-15'),
        version: '$LATEST',
      };
    },
    afterDelete: ({ inputs }, world) => {
      world.removeAll(
        (other) => other.type === 'aws:lambda/permission:Permission' && functionOf(other.inputs) === inputs.name,
      );
    },
    source: 'internal/service/lambda/function.go; Lambda API, CreateFunction',
  },
  'aws:lambda/permission:Permission': {
    identity: (inputs, { region }) => `${region}/${functionOf(inputs)}/${text(inputs, 'statementId')}`,
    existing: {
      response: 'refuse',
      text: (inputs) =>
        `ResourceConflictException: The statement id (${text(inputs, 'statementId')}) provided already exists. ` +
        'Please provide a new statement id, or remove the existing statement.',
    },
    // The bridge uses only the statement id, so that two functions can have the same id; the identity distinguishes them here.
    id: (inputs) => `${functionOf(inputs)}/${text(inputs, 'statementId')}`,
    autoName: { input: 'statementId', longest: 100 },
    source:
      'internal/service/lambda/permission.go; pulumi-aws provider/resources.go (statementId); Lambda API, AddPermission',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;

/** The name of the function that a permission is for, which may be given as an ARN. */
export function functionOf(inputs: Properties): string {
  return identifiedBy('function')(inputs).replace(/^arn:.*:function:/, '');
}

/** Whether a mapping reads the stream of a table, and not a queue. */
function isStream(inputs: Properties): boolean {
  return text(inputs, 'eventSourceArn').startsWith('arn:aws:dynamodb:');
}
