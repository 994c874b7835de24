// The calls for Lambda functions and their permissions.

import { type Call, calls, type KindCalls, passRole, type Subject, viaService, when } from '../call';

const on = (arn: string, ...actions: readonly string[]) => calls(arn, ...actions.map((action) => `lambda:${action}`));

/** The ARN of the function of a permission, which refers to it by name or by ARN. */
function functionOf({ inputs, place }: Subject): string {
  const name = String(inputs.function);
  return name.startsWith('arn:')
    ? name
    : `arn:${place.partition}:lambda:${place.region}:${place.account}:function:${name}`;
}

/** The encryption of the environment variables on behalf of the caller (AWS Lambda Developer Guide, "Securing Lambda environment variables"). */
function encrypt({ inputs, place }: Subject): Call[] {
  return when(inputs.kmsKeyArn, viaService(inputs.kmsKeyArn, 'lambda', place.region, 'CreateGrant', 'Encrypt'));
}

const CONFIGURATION = [
  ...['handler', 'runtime', 'memorySize', 'timeout', 'environment', 'kmsKeyArn'],
  ...['deadLetterConfig', 'tracingConfig', 'role', 'description'],
];

/** The calls of each kind. */
export const LAMBDA = {
  'aws:lambda/function:Function': {
    source:
      'lambda/function.go; AWS Lambda Developer Guide, "Securing Lambda environment variables"; Lambda API Reference, GetFunction (Tags)',
    tagging: { tag: 'lambda:TagResource', untag: 'lambda:UntagResource', list: 'lambda:ListTags' },
    make: (subject) => [
      ...on(subject.arn, 'CreateFunction'),
      passRole(subject.inputs.role, 'lambda.amazonaws.com'),
      ...encrypt(subject),
    ],
    complete: ({ arn, inputs }) =>
      when(inputs.reservedConcurrentExecutions !== undefined, on(arn, 'PutFunctionConcurrency')),
    read: ({ arn, inputs, place }) => [
      // GetFunction returns tags only to callers with lambda:ListTags.
      ...on(arn, 'GetFunction', 'ListTags', 'ListVersionsByFunction', 'GetFunctionCodeSigningConfig'),
      ...when(inputs.kmsKeyArn, viaService(inputs.kmsKeyArn, 'lambda', place.region, 'Decrypt')),
    ],
    update: (subject) => {
      const { arn, inputs, changes } = subject;
      const reserved = inputs.reservedConcurrentExecutions;
      return [
        ...when(changes(...CONFIGURATION), on(arn, 'UpdateFunctionConfiguration')),
        ...when(changes('role'), passRole(inputs.role, 'lambda.amazonaws.com')),
        ...when(changes('environment', 'kmsKeyArn'), encrypt(subject)),
        ...when(changes('code', 'architectures'), on(arn, 'UpdateFunctionCode')),
        ...when(
          changes('reservedConcurrentExecutions'),
          on(
            arn,
            reserved === undefined || Number(reserved) < 0 ? 'DeleteFunctionConcurrency' : 'PutFunctionConcurrency',
          ),
        ),
      ];
    },
    delete: ({ arn }) => on(arn, 'DeleteFunction', 'GetFunction'),
  },

  'aws:lambda/permission:Permission': {
    source: 'lambda/permission.go',
    make: (subject) => on(functionOf(subject), 'AddPermission'),
    read: (subject) => on(functionOf(subject), 'GetPolicy'),
    update: () => [],
    delete: (subject) => on(functionOf(subject), 'RemovePermission', 'GetPolicy'),
  },
} satisfies Record<string, KindCalls>;
