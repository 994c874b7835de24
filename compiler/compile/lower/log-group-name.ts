// The names of log groups, in the form that each AWS service requires.

import type { Api } from '../../../schema/environment.generated';
import { API } from '../../graph/handles';
import { LOG_GROUP_PREFIXES } from '../../graph/log-groups';
import { interpolate, type Text } from '../../graph/value';

/** The log group that Lambda writes to, by the function's physical name. */
export const functionLogGroup = (name: string): string => `${LOG_GROUP_PREFIXES.function}${name}`;

/** The log group of an API's access log, by the API's physical name. */
export const accessLogGroup = (name: string): string => `${LOG_GROUP_PREFIXES.access}${name}`;

/** The log group of a web ACL, by its physical name. */
export const webAclLogGroup = (name: string): string => `${LOG_GROUP_PREFIXES.webAcl}${name}`;

/** The log group that API Gateway writes execution logs to. */
export function executionLogGroup({ stage }: Api): Text {
  return interpolate(LOG_GROUP_PREFIXES.execution, API.ref('id'), `/${stage}`);
}
