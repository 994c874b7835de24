// The nodes that each part of a spec compiles to.
// A logical name follows from what AWS tells the resource apart by, and from nothing that can change in place: the engine creates
// a resource under a new logical name before it deletes the one under the old name, which deletes the new one where both are one to AWS.

import { LOG_GROUP_SUFFIX } from '../graph/data-parts';
import { fingerprint } from '../graph/fingerprint';
import { nodeId } from '../graph/graph';
import type { NodeId, Text } from '../graph/value';
import { fillPath } from './route-path';

/** The table's node. */
export const tableNode = (table: string): NodeId => nodeId('aws:dynamodb/table:Table', table);

/** The queue's node. */
export const queueNode = (queue: string): NodeId => nodeId('aws:sqs/queue:Queue', queue);

/** The function's node. */
export const functionNode = (name: string): NodeId => nodeId('aws:lambda/function:Function', name);

/** The logical name of a function's role. */
export const roleName = (name: string): string => `lambda-role-${name}`;

/** The node of a function's role. */
export const roleNode = (name: string): NodeId => nodeId('aws:iam/role:Role', roleName(name));

/** The logical name of the policy that bounds the roles of functions. */
export const BOUNDARY_NAME = 'permissions-boundary';

/** The node of that policy. */
export const BOUNDARY_NODE: NodeId = nodeId('aws:iam/policy:Policy', BOUNDARY_NAME);

/** The logical name of a function's log group. */
export const logGroupName = (name: string): string => `${name}${LOG_GROUP_SUFFIX}`;

/** The node of a function's log group. */
export const logGroupNode = (name: string): NodeId => nodeId('aws:cloudwatch/logGroup:LogGroup', logGroupName(name));

/** The logical name of the API. Its physical name changes in place. */
export const API_NAME = 'api';

/** The API's node. */
export const API_NODE: NodeId = nodeId('aws:apigateway/restApi:RestApi', API_NAME);

/** The logical name of a resource that the API has one of. */
export const apiPartName = (part: string): string => `${API_NAME}-${part}`;

/** The node of the API's own domain name. */
export const DOMAIN_NODE: NodeId = nodeId('aws:apigateway/domainName:DomainName', apiPartName('domain'));

/** The logical name of the resource of a path: API Gateway allows one parameter below each parent, and renames it in place. */
export const pathName = (path: string): string => fillPath(path, () => '{}');

/** The node of the resource of a path. */
export const pathNode = (path: string): NodeId => nodeId('aws:apigateway/resource:Resource', pathName(path));

/** The logical name of a method: the verb and the path. */
export const methodName = (method: string, path: string): string => `${method} ${pathName(path)}`;

/** The most characters of a path in a statement's id: 100, less the prefix, the longest verb and 8 characters that the provider appends. */
const LONGEST_PATH_NAME = 54;

/**
 * The logical name of the permission to call a route's function. The provider makes the statement's id from it, which takes
 * letters, digits, _ and - only (AWS Lambda API Reference, AddPermission) and at most 100 characters.
 */
export function permissionName(method: string, path: string): string {
  const readable = pathName(path).slice(1).replaceAll('{}', '_').replaceAll('/', '-');
  const isUnambiguous = /^\/([A-Za-z0-9]+|\{\})(\/([A-Za-z0-9]+|\{\}))*$/.test(pathName(path));
  const short = `${readable.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, LONGEST_PATH_NAME - 9)}-${fingerprint(pathName(path)).slice(0, 8)}`;
  return `api-gateway-lambda-permission-${method}-${isUnambiguous && readable.length <= LONGEST_PATH_NAME ? readable : short}`;
}

/** The node of a method. */
export const methodNode = (method: string, path: string): NodeId =>
  nodeId('aws:apigateway/method:Method', methodName(method, path));

/** The logical name of an alarm. */
export const alarmName = (alarm: string): string => `${alarm}-alarm`;

/** The node of an alarm. */
export const alarmNode = (alarm: string): NodeId => nodeId('aws:cloudwatch/metricAlarm:MetricAlarm', alarmName(alarm));

/** The node of a composite alarm. */
export const compositeAlarmNode = (alarm: string): NodeId =>
  nodeId('aws:cloudwatch/compositeAlarm:CompositeAlarm', alarmName(alarm));

/** The logical name of the topic of pages, or of notices. */
export const topicName = (severity: 'PAGE' | 'NOTICE'): string => `alarm-${severity.toLowerCase()}s`;

/** The logical name of a subscription: SNS has one of each protocol and endpoint (Amazon SNS API Reference, Subscribe). */
export const subscriptionName = (severity: 'PAGE' | 'NOTICE', protocol: string, endpoint: Text): string =>
  `${topicName(severity)}-${protocol}-${fingerprint(endpoint).slice(0, 8)}`;

/** The logical name of the key that the environment's data is encrypted with. */
export const DATA_KEY_NAME = 'data-key';

/** The node of that key. */
export const DATA_KEY_NODE: NodeId = nodeId('aws:kms/key:Key', DATA_KEY_NAME);

/** The node of such a topic. */
export const topicNode = (severity: 'PAGE' | 'NOTICE'): NodeId => nodeId('aws:sns/topic:Topic', topicName(severity));
