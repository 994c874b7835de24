// The role with which API Gateway writes logs. An account has one such role in each Region.

import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { apiPartName } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { partition } from '../../graph/region';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

/** The account's settings. */
export const ACCOUNT = handle('aws:apigateway/account:Account', apiPartName('account'));

const ROLE = handle('aws:iam/role:Role', apiPartName('logging-role'));
const ATTACHMENT = handle('aws:iam/rolePolicyAttachment:RolePolicyAttachment', `${ROLE.name}-policy`);

/** The account's API Gateway settings, and the logging role that they refer to. */
export function lowerLoggingAccount({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const origin = originOf(['api', 'ownsAccountLoggingRole']);
  return [
    assumableRole(environment, ROLE, origin, 'apigateway.amazonaws.com', {
      name: physicalName(environment, 'role-api-logging'),
      description: `Role for logs of API Gateway in ${environment.region}`,
    }),
    resource(ATTACHMENT, origin, {
      role: ROLE.ref('name'),
      policyArn: `arn:${partition(environment.region)}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    }),
    resource(
      ACCOUNT,
      origin,
      { cloudwatchRoleArn: ROLE.ref('arn') },
      // API Gateway checks the role when it is set, and rejects a role without the permission.
      // Deleting this resource would clear the account's setting, which another environment may use.
      { dependsOn: [ATTACHMENT.id], retainOnDelete: true },
    ),
  ];
}
