// The calls for vaults, plans and selections of AWS Backup.

import { type Call, calls, type KindCalls, passRole, type Subject, viaService, when } from '../call';

const TAGGING = { tag: 'backup:TagResource', untag: 'backup:UntagResource', list: 'backup:ListTags' };

/** A selection is authorized on its plan (Service Authorization Reference, AWS Backup). */
function onPlan({ inputs, place }: Subject, ...actions: readonly string[]): Call[] {
  const plan = `arn:${place.partition}:backup:${place.region}:${place.account}:backup-plan:${String(inputs.planId)}`;
  return calls(plan, ...actions.map((action) => `backup:${action}`));
}

/** The calls of each kind. */
export const BACKUP = {
  'aws:backup/vault:Vault': {
    source:
      'backup/vault.go; AWS Backup Developer Guide, "Access control"; AWS re:Post, "Access Denied when creating a backup vault"',
    tagging: TAGGING,
    make: ({ arn, inputs, place }) => [
      ...calls(arn, 'backup:CreateBackupVault'),
      ...calls('*', 'backup-storage:MountCapsule'),
      ...when(
        inputs.kmsKeyArn,
        viaService(
          inputs.kmsKeyArn,
          'backup',
          place.region,
          ...['CreateGrant', 'DescribeKey', 'RetireGrant', 'Decrypt', 'GenerateDataKey'],
        ),
      ),
    ],
    read: ({ arn }) => calls(arn, 'backup:DescribeBackupVault', 'backup:ListTags'),
    update: () => [],
    delete: ({ arn }) => calls(arn, 'backup:DeleteBackupVault'),
  },

  'aws:backup/plan:Plan': {
    source: 'backup/plan.go',
    tagging: TAGGING,
    make: ({ arn }) => calls(arn, 'backup:CreateBackupPlan'),
    read: ({ arn }) => calls(arn, 'backup:GetBackupPlan', 'backup:ListTags'),
    update: ({ arn, changes }) => when(changes('rules', 'name'), calls(arn, 'backup:UpdateBackupPlan')),
    delete: ({ arn }) => calls(arn, 'backup:DeleteBackupPlan'),
  },

  'aws:backup/selection:Selection': {
    source: 'backup/selection.go; Service Authorization Reference, AWS Backup',
    make: (subject) => [
      ...onPlan(subject, 'CreateBackupSelection'),
      passRole(subject.inputs.iamRoleArn, 'backup.amazonaws.com'),
    ],
    read: (subject) => onPlan(subject, 'GetBackupSelection'),
    update: () => [],
    delete: (subject) => onPlan(subject, 'DeleteBackupSelection'),
  },
} satisfies Record<string, KindCalls>;
