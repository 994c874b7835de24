// The calls for rotations of secrets.

import { calls, type KindCalls, type Subject } from '../call';

/** RotateSecret also invokes the function, on behalf of the caller (Secrets Manager API, RotateSecret, "Required permissions"). */
const rotate = ({ arn, inputs }: Subject) => [
  ...calls(arn, 'secretsmanager:RotateSecret'),
  ...calls(String(inputs.rotationLambdaArn), 'lambda:InvokeFunction'),
];

/** The calls of each kind. */
export const SECRETS = {
  'aws:secretsmanager/secretRotation:SecretRotation': {
    source: 'secretsmanager/secret_rotation.go; Secrets Manager API, RotateSecret',
    make: rotate,
    read: ({ arn }) => calls(arn, 'secretsmanager:DescribeSecret'),
    update: rotate,
    delete: ({ arn }) => calls(arn, 'secretsmanager:CancelRotateSecret'),
  },
} satisfies Record<string, KindCalls>;
