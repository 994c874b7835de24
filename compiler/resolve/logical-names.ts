// The nodes that each part of a spec compiles to, by the part's name. Logical names are part of URNs: changing one replaces the resource.

import { LOG_GROUP_SUFFIX } from '../graph/data-parts';
import { nodeId } from '../graph/graph';
import type { NodeId } from '../graph/value';

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

/** The API's node. */
export const apiNode = (api: string): NodeId => nodeId('aws:apigateway/restApi:RestApi', api);

/** The node of the API's own domain name. */
export const domainNode = (api: string): NodeId => nodeId('aws:apigateway/domainName:DomainName', `${api}-domain`);

/** The logical name of an alarm. */
export const alarmName = (alarm: string): string => `${alarm}-alarm`;

/** The node of an alarm. */
export const alarmNode = (alarm: string): NodeId => nodeId('aws:cloudwatch/metricAlarm:MetricAlarm', alarmName(alarm));

/** The node of a composite alarm. */
export const compositeAlarmNode = (alarm: string): NodeId =>
  nodeId('aws:cloudwatch/compositeAlarm:CompositeAlarm', alarmName(alarm));

/** The logical name of the topic of pages, or of notices. */
export const topicName = (severity: 'PAGE' | 'NOTICE'): string => `alarm-${severity.toLowerCase()}s`;

/** The logical name of the key that the environment's data is encrypted with. */
export const DATA_KEY_NAME = 'data-key';

/** The node of that key. */
export const DATA_KEY_NODE: NodeId = nodeId('aws:kms/key:Key', DATA_KEY_NAME);

/** The node of such a topic. */
export const topicNode = (severity: 'PAGE' | 'NOTICE'): NodeId => nodeId('aws:sns/topic:Topic', topicName(severity));
