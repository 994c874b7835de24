// Rules for Secrets Manager.

import type { Json, KindRule, Properties } from '../rule';

/** The rules of each kind. */
export const SECRETS_MANAGER = {
  'aws:secretsmanager/secretRotation:SecretRotation': {
    type: 'AWS::SecretsManager::RotationSchedule',
    inputs: {
      secretId: 'SecretId',
      rotationLambdaArn: 'RotationLambdaARN',
      rotationRules: (rules: Json) => ({
        RotationRules: { AutomaticallyAfterDays: (rules as Properties).automaticallyAfterDays ?? 0 },
      }),
      rotateImmediately: 'RotateImmediatelyOnUpdate',
    },
  } satisfies KindRule<'aws:secretsmanager/secretRotation:SecretRotation'>,
};
