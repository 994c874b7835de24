// The handles of the resources that others refer to, by the part of the spec that defines them.
// A logical name depends only on the properties by which AWS identifies the resource, and not on properties that can change in
// place. Pulumi creates a resource under a new logical name before it deletes the old one. If both are the same resource in AWS,
// the deletion would delete the new resource.

import { fingerprint } from './fingerprint';
import { type Handle, handle } from './handle';
import { LOG_GROUP_SUFFIX } from './log-groups';
import { fillPath } from './route-path';
import type { Text } from './value';

/** A table. */
export const tableHandle = (table: string) => handle('aws:dynamodb/table:Table', table);

/** A queue. */
export const queueHandle = (queue: string) => handle('aws:sqs/queue:Queue', queue);

/** A function. */
export const functionHandle = (name: string) => handle('aws:lambda/function:Function', name);

/** The role of a function. */
export const roleHandle = (name: string) => handle('aws:iam/role:Role', `lambda-role-${name}`);

/** The permissions boundary of the roles of functions. */
export const BOUNDARY = handle('aws:iam/policy:Policy', 'permissions-boundary');

/** The log group of a function. */
export const logGroupHandle = (name: string) =>
  handle('aws:cloudwatch/logGroup:LogGroup', `${name}${LOG_GROUP_SUFFIX}`);

/** The mapping from a table's stream to a function. Lambda allows one for each stream and function. */
export const streamMappingHandle = (lambda: string, table: string) => mapping(`${lambda} from tables.${table}`);

/** The mapping from a queue to a function. Lambda allows one for each queue and function. */
export const queueMappingHandle = (lambda: string, queue: string) => mapping(`${lambda} from queues.${queue}`);

const mapping = (name: string) => handle('aws:lambda/eventSourceMapping:EventSourceMapping', name);

/** The group of all schedules. */
export const SCHEDULES = handle('aws:scheduler/scheduleGroup:ScheduleGroup', 'schedules');

/** The name of a schedule in the group. A period is not part of the names of functions and triggers. */
export const scheduleName = (lambda: string, trigger: string): string => `${lambda}.${trigger}`;

/** A schedule. */
export const scheduleHandle = (lambda: string, trigger: string) =>
  handle('aws:scheduler/schedule:Schedule', scheduleName(lambda, trigger));

/** The API. Its physical name changes in place. */
export const API = handle('aws:apigateway/restApi:RestApi', 'api');

/** The logical name of a resource that exists once for the API. */
export const apiPartName = (part: string): string => `${API.name}-${part}`;

/** The stage of the API. */
export const stageHandle = ({ stage }: { readonly stage: string }) => handle('aws:apigateway/stage:Stage', stage);

/** The API's own domain name. */
export const DOMAIN = handle('aws:apigateway/domainName:DomainName', apiPartName('domain'));

/** The resource of a path. API Gateway allows one parameter below each parent, and renames it in place. */
export const pathHandle = (path: string) => handle('aws:apigateway/resource:Resource', pathName(path));

const pathName = (path: string): string => fillPath(path, () => '{}');

/** The method of a verb and a path. */
export const methodHandle = (method: string, path: string) =>
  handle('aws:apigateway/method:Method', `${method} ${pathName(path)}`);

/** The maximum length of a path in a statement id: 100 minus the prefix, the longest verb and 8 characters that the provider appends. */
const LONGEST_PATH_NAME = 54;

/**
 * The permission to invoke a route's function. The provider derives the statement id from the logical name, which therefore has
 * letters, digits, _ and - only (AWS Lambda API Reference, AddPermission) and at most 100 characters.
 */
export function permissionHandle(method: string, path: string): Handle<'aws:lambda/permission:Permission'> {
  const name = pathName(path);
  const readable = name.slice(1).replaceAll('{}', '_').replaceAll('/', '-');
  const isUnambiguous = /^\/([A-Za-z0-9]+|\{\})(\/([A-Za-z0-9]+|\{\}))*$/.test(name);
  if (isUnambiguous && readable.length <= LONGEST_PATH_NAME) return invocationPermission(`${method}-${readable}`);
  const start = readable.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, LONGEST_PATH_NAME - 9);
  return invocationPermission(`${method}-${start}-${fingerprint(name).slice(0, 8)}`);
}

/** The permission for all requests to the API to invoke a function. */
export const jointPermissionHandle = (name: string) => invocationPermission(name);

const invocationPermission = (part: string) =>
  handle('aws:lambda/permission:Permission', `api-gateway-lambda-permission-${part}`);

/** A metric alarm. */
export const alarmHandle = (alarm: string) => handle('aws:cloudwatch/metricAlarm:MetricAlarm', `${alarm}-alarm`);

/** A composite alarm. */
export const compositeAlarmHandle = (alarm: string) =>
  handle('aws:cloudwatch/compositeAlarm:CompositeAlarm', `${alarm}-alarm`);

/** The topic of a severity. */
export const topicHandle = (severity: 'PAGE' | 'NOTICE') =>
  handle('aws:sns/topic:Topic', `alarm-${severity.toLowerCase()}s`);

/** A subscription. A topic has one for each protocol and endpoint (Amazon SNS API Reference, Subscribe). */
export const subscriptionHandle = (severity: 'PAGE' | 'NOTICE', protocol: string, endpoint: Text) =>
  handle(
    'aws:sns/topicSubscription:TopicSubscription',
    `${topicHandle(severity).name}-${protocol}-${fingerprint(endpoint).slice(0, 8)}`,
  );

/** The environment's encryption key. */
export const DATA_KEY = handle('aws:kms/key:Key', 'data-key');
