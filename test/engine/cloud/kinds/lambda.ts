// Functions of Lambda and their resource-based permissions.

import type { Kind } from '../../../../compiler/graph/kinds';
import { arn, type Behaviour, identifiedBy, named } from '../behaviour';
import { type Properties, text } from '../properties';

/** The behaviour of each kind of the service. */
export const LAMBDA = {
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
