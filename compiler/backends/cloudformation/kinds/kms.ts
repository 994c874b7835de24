// Rules for KMS.

import type { KindRule } from '../rule';

/** The rules of each kind. */
export const KMS = {
  'aws:kms/alias:Alias': {
    type: 'AWS::KMS::Alias',
    inputs: { name: 'AliasName', targetKeyId: 'TargetKeyId' },
  } satisfies KindRule<'aws:kms/alias:Alias'>,

  'aws:kms/key:Key': {
    type: 'AWS::KMS::Key',
    taggable: true,
    inputs: {
      description: 'Description',
      enableKeyRotation: 'EnableKeyRotation',
      rotationPeriodInDays: 'RotationPeriodInDays',
      deletionWindowInDays: 'PendingWindowInDays',
      policy: 'KeyPolicy',
    },
    attributes: { id: 'Ref', keyId: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:kms/key:Key'>,
};
