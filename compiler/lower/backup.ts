// Backups of the tables by AWS Backup: a vault, the plan that fills it, and the role that reads the tables.

import { type AnyResourceNode, nodeId } from '../graph/graph';
import { reference } from '../graph/value';
import { tableNode } from '../resolve/logical-names';
import { partition } from '../resolve/region';
import { physicalName } from '../resolve/resolve';
import { customerKeyArn } from './encryption';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

const NAME = 'backup';
const ROLE = nodeId('aws:iam/role:Role', `${NAME}-role`);
const ATTACHMENT = `${NAME}-role-policy`;

/** The AWS Backup resources for all tables; none if the spec has no backup section or no tables. */
export function lowerBackup({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const { backup, tables } = environment;
  if (backup === undefined || Object.keys(tables).length === 0) return [];
  const origin = originOf(['backup']);
  return [
    resource('aws:backup/vault:Vault', `${NAME}-vault`, origin, {
      name: physicalName(environment, NAME),
      kmsKeyArn: customerKeyArn(environment),
      tags: environment.tags,
    }),
    resource('aws:backup/plan:Plan', `${NAME}-plan`, origin, {
      name: physicalName(environment, NAME),
      rules: [
        {
          ruleName: 'tables',
          targetVaultName: reference(nodeId('aws:backup/vault:Vault', `${NAME}-vault`), 'name'),
          schedule: backup.schedule,
          lifecycle: { deleteAfter: backup.retentionDays },
        },
      ],
      tags: environment.tags,
    }),
    assumableRole(environment, `${NAME}-role`, origin, 'backup.amazonaws.com', {
      name: physicalName(environment, `role-${NAME}`),
      description: 'Role for backups of tables by AWS Backup',
    }),
    resource('aws:iam/rolePolicyAttachment:RolePolicyAttachment', ATTACHMENT, origin, {
      role: reference(ROLE, 'name'),
      policyArn: `arn:${partition(environment.region)}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`,
    }),
    resource(
      'aws:backup/selection:Selection',
      `${NAME}-selection`,
      origin,
      {
        name: 'tables',
        planId: reference(nodeId('aws:backup/plan:Plan', `${NAME}-plan`), 'id'),
        iamRoleArn: reference(ROLE, 'arn'),
        resources: Object.keys(tables).map((table) => reference(tableNode(table), 'arn')),
      },
      // AWS Backup checks the role's permissions when the selection is created.
      { dependsOn: [nodeId('aws:iam/rolePolicyAttachment:RolePolicyAttachment', ATTACHMENT)] },
    ),
  ];
}
