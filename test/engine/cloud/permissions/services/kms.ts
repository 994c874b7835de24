// The calls for keys of AWS KMS and their aliases.

import { type Call, calls, type KindCalls, type Subject, when } from '../call';

/** The alias and its key (AWS KMS Developer Guide, "Controlling access to aliases"). */
function onAliasAndKey({ arn, inputs, place }: Subject, action: string): Call[] {
  const key = `arn:${place.partition}:kms:${place.region}:${place.account}:key/${String(inputs.targetKeyId)}`;
  return calls([arn, key], action);
}

/** The calls of each kind. */
export const KMS = {
  'aws:kms/key:Key': {
    source: 'kms/key.go; AWS KMS Developer Guide, "Tag a KMS key" and "Control access to KMS keys using tags"',
    tagging: { tag: 'kms:TagResource', untag: 'kms:UntagResource', list: 'kms:ListResourceTags' },
    make: () => calls('*', 'kms:CreateKey'),
    complete: ({ arn, inputs }) => [
      ...when(inputs.enableKeyRotation, calls(arn, 'kms:EnableKeyRotation')),
      ...calls(arn, 'kms:GetKeyPolicy', 'kms:ListResourceTags'),
    ],
    read: ({ arn }) =>
      calls(arn, 'kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'),
    update: ({ arn, changes }) => [
      ...when(changes('enableKeyRotation', 'rotationPeriodInDays'), calls(arn, 'kms:EnableKeyRotation')),
      ...when(changes('description'), calls(arn, 'kms:UpdateKeyDescription')),
      ...when(changes('policy'), calls(arn, 'kms:PutKeyPolicy')),
    ],
    delete: ({ arn }) => calls(arn, 'kms:ScheduleKeyDeletion', 'kms:DescribeKey'),
  },

  'aws:kms/alias:Alias': {
    source: 'kms/alias.go; AWS KMS Developer Guide, "Controlling access to aliases"',
    make: (subject) => onAliasAndKey(subject, 'kms:CreateAlias'),
    read: () => calls('*', 'kms:ListAliases'),
    update: (subject) => {
      const before = { ...subject, inputs: subject.olds };
      // The former key must allow it as well.
      return when(
        subject.changes('targetKeyId'),
        onAliasAndKey(subject, 'kms:UpdateAlias'),
        onAliasAndKey(before, 'kms:UpdateAlias'),
      );
    },
    delete: (subject) => onAliasAndKey(subject, 'kms:DeleteAlias'),
  },
} satisfies Record<string, KindCalls>;
