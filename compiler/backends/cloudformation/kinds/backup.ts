// Rules for AWS Backup.

import type { Json, KindRule, Properties } from '../rule';

/** The rules of each kind. */
export const BACKUP = {
  'aws:backup/plan:Plan': {
    type: 'AWS::Backup::BackupPlan',
    inputs: {
      name: (name) => ({ BackupPlan: { BackupPlanName: name } }),
      rules: (rules) => ({ BackupPlan: { BackupPlanRule: (rules as readonly Properties[]).map(planRule) } }),
      tags: 'BackupPlanTags',
    },
    attributes: { id: 'Ref' },
  } satisfies KindRule<'aws:backup/plan:Plan'>,

  'aws:backup/selection:Selection': {
    type: 'AWS::Backup::BackupSelection',
    inputs: {
      planId: 'BackupPlanId',
      name: (name) => ({ BackupSelection: { SelectionName: name } }),
      iamRoleArn: (arn) => ({ BackupSelection: { IamRoleArn: arn } }),
      resources: (resources) => ({ BackupSelection: { Resources: resources } }),
    },
  } satisfies KindRule<'aws:backup/selection:Selection'>,

  'aws:backup/vault:Vault': {
    type: 'AWS::Backup::BackupVault',
    inputs: { name: 'BackupVaultName', kmsKeyArn: 'EncryptionKeyArn', tags: 'BackupVaultTags' },
    attributes: { id: 'Ref', name: 'Ref', arn: { get: 'BackupVaultArn' } },
  } satisfies KindRule<'aws:backup/vault:Vault'>,
};

function planRule({ ruleName = '', targetVaultName = '', schedule = '', lifecycle = {} }: Properties): Json {
  const { deleteAfter } = lifecycle as Properties;
  return {
    RuleName: ruleName,
    TargetBackupVault: targetVaultName,
    ScheduleExpression: schedule,
    ...(deleteAfter !== undefined && { Lifecycle: { DeleteAfterDays: deleteAfter } }),
  };
}
