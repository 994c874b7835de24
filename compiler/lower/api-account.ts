// The role that API Gateway writes logs with; an account has one in each Region.

import { type AnyResourceNode, nodeId } from '../graph/graph';
import { type NodeId, reference } from '../graph/value';
import { apiPartName } from '../resolve/logical-names';
import { partition } from '../resolve/region';
import { physicalName } from '../resolve/resolve';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

/** The node of the account's settings. */
export const ACCOUNT_NODE: NodeId = nodeId('aws:apigateway/account:Account', apiPartName('account'));

/** The account's API Gateway settings, and the logging role that they refer to. */
export function lowerLoggingAccount({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const origin = originOf(['api', 'ownsAccountLoggingRole']);
  const role = apiPartName('logging-role');
  const roleId = nodeId('aws:iam/role:Role', role);
  const attachment = `${role}-policy`;
  return [
    assumableRole(environment, role, origin, 'apigateway.amazonaws.com', {
      name: physicalName(environment, 'role-api-logging'),
      description: `Role for logs of API Gateway in ${environment.region}`,
    }),
    resource('aws:iam/rolePolicyAttachment:RolePolicyAttachment', attachment, origin, {
      role: reference(roleId, 'name'),
      policyArn: `arn:${partition(environment.region)}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    }),
    resource(
      'aws:apigateway/account:Account',
      apiPartName('account'),
      origin,
      { cloudwatchRoleArn: reference(roleId, 'arn') },
      // API Gateway checks the role when it is set, and rejects a role that does not have the permission yet.
      // Deleting this resource would clear the account's setting, which another environment may use by then.
      { dependsOn: [nodeId('aws:iam/rolePolicyAttachment:RolePolicyAttachment', attachment)], retainOnDelete: true },
    ),
  ];
}
