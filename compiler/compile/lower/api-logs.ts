// Access logs, execution logs and traces of the API.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { apiPartName } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import type { Text } from '../../graph/value';
import { lowerLogGroup } from './log-group';
import { accessLogGroup, executionLogGroup } from './log-group-name';
import { type LowerContext, resource } from './section';
import { shortName } from './short-name';

const ACCESS_LOGS = handle('aws:cloudwatch/logGroup:LogGroup', apiPartName('access-logs'));
const EXECUTION_LOGS = handle('aws:cloudwatch/logGroup:LogGroup', apiPartName('execution-logs'));

/** The log groups of the API. If the group for execution logs does not exist, API Gateway creates one that never expires. */
export function lowerApiLogs(context: LowerContext, api: Api): AnyResourceNode[] {
  const { environment, originOf } = context;
  const logGroup = (group: typeof ACCESS_LOGS, field: keyof Api, name: Text) =>
    lowerLogGroup(context, group, originOf(['api', field]), name);
  const access = accessLogGroup(physicalName(environment, api.name));
  return [
    ...(api.accessLogging ? [logGroup(ACCESS_LOGS, 'accessLogging', access)] : []),
    ...(api.executionLogging === 'OFF' ? [] : [logGroup(EXECUTION_LOGS, 'executionLogging', executionLogGroup(api))]),
  ];
}

/** The fields and the destination of the stage's access log. */
export function accessLogSettings(api: Api) {
  if (!api.accessLogging) return undefined;
  return { destinationArn: ACCESS_LOGS.ref('arn'), format: JSON.stringify(ACCESS_LOG) };
}

/**
 * A line of the access log, in API Gateway's variables ("Variables for access logging").
 * The path is a pattern without ids, and no variable contains the query or the body.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  // Unlike requestId (x-amzn-RequestId), the client cannot set this id.
  extendedRequestId: '$context.extendedRequestId',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  resourcePath: '$context.resourcePath',
  protocol: '$context.protocol',
  tlsVersion: '$context.tlsVersion',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationLatency: '$context.integration.latency',
  // An audit needs the source and the identity of each request (PCI DSS 4.0.1, requirement 10.2.2).
  sourceIp: '$context.identity.sourceIp',
  callerArn: '$context.identity.userArn',
  principalId: '$context.authorizer.principalId',
  subject: '$context.authorizer.claims.sub',
  apiKeyId: '$context.identity.apiKeyId',
  errorType: '$context.error.responseType',
  wafResponseCode: '$context.wafResponseCode',
  xrayTraceId: '$context.xrayTraceId',
};

/** The maximum lengths of a sampling rule's name and of a service name pattern (AWS X-Ray API Reference, SamplingRule). */
const LONGEST_RULE_NAME = 32;
const LONGEST_SERVICE_NAME = 64;

/** The sampling rule for requests to the API. */
export function lowerTraceSampling({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const { traceSampling } = api;
  if (traceSampling === undefined || !environment.tracing) return [];
  const apiName = physicalName(environment, api.name);
  const serviceName = `${apiName}/${api.stage}`;
  return [
    resource(
      handle('aws:xray/samplingRule:SamplingRule', apiPartName('sampling')),
      originOf(['api', 'traceSampling']),
      {
        ruleName: shortName(apiName, LONGEST_RULE_NAME),
        priority: traceSampling.priority,
        reservoirSize: traceSampling.requestsPerSecond,
        fixedRate: traceSampling.percent / 100,
        serviceType: 'AWS::ApiGateway::Stage',
        // A longer name becomes a prefix pattern, which also matches other APIs with the same prefix.
        serviceName:
          serviceName.length > LONGEST_SERVICE_NAME
            ? `${serviceName.slice(0, LONGEST_SERVICE_NAME - 1)}*`
            : serviceName,
        host: '*',
        httpMethod: '*',
        urlPath: '*',
        resourceArn: '*',
        version: 1,
        tags: environment.tags,
      },
    ),
  ];
}
