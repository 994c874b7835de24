// The role that API Gateway logs with, of which an account has one in each Region.

import type { Api } from '../../schema/environment.generated';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { type NodeId, reference } from '../graph/value';
import { partition } from '../resolve/region';
import { physicalName } from '../resolve/resolve';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

/** The node of the account's settings. */
export const accountNode = (api: Api): NodeId => nodeId('aws:apigateway/account:Account', `${api.name}-account`);

/** The account's settings, and the role that they name. */
export function lowerLoggingAccount({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const origin = originOf(['api', 'ownsAccountLoggingRole']);
  const role = `${api.name}-logging-role`;
  const roleId = nodeId('aws:iam/role:Role', role);
  const attachment = `${role}-policy`;
  return [
    assumableRole(environment, role, origin, 'apigateway.amazonaws.com', {
      name: physicalName(environment, `role-${api.name}-logging`),
      description: `Role that API Gateway logs with in ${environment.region}`,
    }),
    resource('aws:iam/rolePolicyAttachment:RolePolicyAttachment', attachment, origin, {
      role: reference(roleId, 'name'),
      policyArn: `arn:${partition(environment.region)}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    }),
    resource(
      'aws:apigateway/account:Account',
      `${api.name}-account`,
      origin,
      { cloudwatchRoleArn: reference(roleId, 'arn') },
      // API Gateway tries the role when it is named, and refuses one that may not log yet.
      { dependsOn: [nodeId('aws:iam/rolePolicyAttachment:RolePolicyAttachment', attachment)] },
    ),
  ];
}
