// Access rules for the rotation of secrets.

import type { KindAccess } from '../access';

/** The rules of each kind. */
export const SECRETS = {
  'aws:secretsmanager/secretRotation:SecretRotation': {
    service: 'secretsmanager',
    create: ['RotateSecret'],
    read: ['DescribeSecret'],
    update: [],
    delete: ['CancelRotateSecret'],
    on: ({ secretId }) => [secretId],
    // AWS Secrets Manager API Reference, RotateSecret: "You also need lambda:InvokeFunction permissions on the rotation function".
    also: ({ rotationLambdaArn }) => [{ actions: ['lambda:InvokeFunction'], resources: [rotationLambdaArn] }],
  } satisfies KindAccess<'aws:secretsmanager/secretRotation:SecretRotation'>,
};
