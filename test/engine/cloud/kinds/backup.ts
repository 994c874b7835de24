// Vaults, plans and selections of AWS Backup.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, managedKeyArn, named, uuidOf } from '../behaviour';
import { text } from '../properties';

/** The behaviour of each kind of the service. */
export const BACKUP = {
  'aws:backup/vault:Vault': {
    identity: named('name'),
    existing: {
      response: 'refuse',
      text: (inputs) =>
        `AlreadyExistsException: Backup vault with the same name already exists: ${text(inputs, 'name')}`,
    },
    id: (inputs) => text(inputs, 'name'),
    defaults: { forceDestroy: false },
    chosen: (_inputs, place) => ({ kmsKeyArn: managedKeyArn(place, 'backup'), region: place.region }),
    outputs: ({ inputs }, place) => ({ arn: arn('backup', place, `backup-vault:${text(inputs, 'name')}`) }),
    source: 'internal/service/backup/vault.go (kms_key_arn: Optional, Computed); AWS Backup API, CreateBackupVault',
  },
  'aws:backup/plan:Plan': {
    id: (_inputs, generated) => uuidOf(generated),
    sets: ['rules', 'rules.copyActions', 'advancedBackupSettings'],
    defaults: { 'rules.startWindow': 60, 'rules.completionWindow': 180, 'rules.enableContinuousBackup': false },
    outputs: ({ id }, place) => ({ arn: arn('backup', place, `backup-plan:${id}`), version: 'djE' }),
    source: 'internal/service/backup/plan.go; AWS Backup API, CreateBackupPlan',
  },
  'aws:backup/selection:Selection': {
    id: (_inputs, generated) => uuidOf(generated),
    sets: ['resources', 'notResources', 'selectionTags', 'conditions'],
    chosen: (_inputs, { region }) => ({ notResources: [], region }),
    source: 'internal/service/backup/selection.go; AWS Backup API, CreateBackupSelection',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
