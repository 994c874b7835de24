// Backups of the tables by AWS Backup: a vault, a plan, and the role that reads the tables.

import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { tableHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { partition } from '../../graph/region';
import { customerKeyArn } from './encryption';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

const NAME = 'backup';
const VAULT = handle('aws:backup/vault:Vault', `${NAME}-vault`);
const PLAN = handle('aws:backup/plan:Plan', `${NAME}-plan`);
const ROLE = handle('aws:iam/role:Role', `${NAME}-role`);
const ATTACHMENT = handle('aws:iam/rolePolicyAttachment:RolePolicyAttachment', `${ROLE.name}-policy`);

/** The AWS Backup resources for all tables; empty without a backup section or tables. */
export function lowerBackup({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const { backup, tables } = environment;
  if (backup === undefined || Object.keys(tables).length === 0) return [];
  const origin = originOf(['backup']);
  return [
    resource(VAULT, origin, {
      name: physicalName(environment, NAME),
      kmsKeyArn: customerKeyArn(environment),
      tags: environment.tags,
    }),
    resource(PLAN, origin, {
      name: physicalName(environment, NAME),
      rules: [
        {
          ruleName: 'tables',
          targetVaultName: VAULT.ref('name'),
          schedule: backup.schedule,
          lifecycle: { deleteAfter: backup.retentionDays },
        },
      ],
      tags: environment.tags,
    }),
    assumableRole(environment, ROLE, origin, 'backup.amazonaws.com', {
      name: physicalName(environment, `role-${NAME}`),
      description: 'Role for backups of tables by AWS Backup',
    }),
    resource(ATTACHMENT, origin, {
      role: ROLE.ref('name'),
      policyArn: `arn:${partition(environment.region)}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`,
    }),
    resource(
      handle('aws:backup/selection:Selection', `${NAME}-selection`),
      origin,
      {
        name: 'tables',
        planId: PLAN.ref('id'),
        iamRoleArn: ROLE.ref('arn'),
        resources: Object.keys(tables).map((table) => tableHandle(table).ref('arn')),
      },
      // AWS Backup checks the role's permissions when the selection is created.
      { dependsOn: [ATTACHMENT.id] },
    ),
  ];
}
