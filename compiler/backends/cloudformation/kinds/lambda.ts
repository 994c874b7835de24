// Rules for Lambda.

import { capitalized, type KindRule } from '../rule';

/** The rules of each kind. */
export const LAMBDA = {
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
