// What is kept of requests to the API: log groups of access and of execution, and traces.

import type { Api } from '../../schema/environment.generated';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { type NodeId, reference, type Text } from '../graph/value';
import { apiPartName } from '../resolve/logical-names';
import { physicalName } from '../resolve/resolve';
import { lowerLogGroup } from './log-group';
import { accessLogGroup, executionLogGroup } from './log-group-name';
import { type LowerContext, resource } from './section';
import { shortName } from './short-name';

/** The log groups of the API; API Gateway would make that of executions itself, to be kept for ever. */
export function lowerApiLogs(context: LowerContext, api: Api): AnyResourceNode[] {
  const { environment, originOf } = context;
  const logGroup = (logs: ApiLogs, field: keyof Api, name: Text) =>
    lowerLogGroup(context, apiPartName(`${logs}-logs`), originOf(['api', field]), name);
  const access = accessLogGroup(physicalName(environment, api.name));
  return [
    ...(api.accessLogging ? [logGroup('access', 'accessLogging', access)] : []),
    ...(api.executionLogging === 'OFF' ? [] : [logGroup('execution', 'executionLogging', executionLogGroup(api))]),
  ];
}

type ApiLogs = 'access' | 'execution';

/** What the stage logs of each request, and where. */
export function accessLogSettings(api: Api) {
  if (!api.accessLogging) return undefined;
  const group: NodeId = nodeId('aws:cloudwatch/logGroup:LogGroup', apiPartName('access-logs'));
  return { destinationArn: reference(group, 'arn'), format: JSON.stringify(ACCESS_LOG) };
}

/** A line of the access log, by variables of API Gateway ("Variables for access logging"). The path stays a pattern, without ids; there is no variable with the query or the body among them. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  // The client may choose requestId, as x-amzn-RequestId; not this one.
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
  // Where a request comes from and who sends it is what an audit asks for (PCI DSS 4.0.1, requirement 10.2.2).
  sourceIp: '$context.identity.sourceIp',
  callerArn: '$context.identity.userArn',
  principalId: '$context.authorizer.principalId',
  subject: '$context.authorizer.claims.sub',
  apiKeyId: '$context.identity.apiKeyId',
  errorType: '$context.error.responseType',
  wafResponseCode: '$context.wafResponseCode',
  xrayTraceId: '$context.xrayTraceId',
};

/** The longest name of a sampling rule, and the longest pattern of a service's name (AWS X-Ray API Reference, SamplingRule). */
const LONGEST_RULE_NAME = 32;
const LONGEST_SERVICE_NAME = 64;

/** The rule by which requests to the API are traced. */
export function lowerTraceSampling({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const { traceSampling } = api;
  if (traceSampling === undefined || !environment.tracing) return [];
  const apiName = physicalName(environment, api.name);
  const serviceName = `${apiName}/${api.stage}`;
  return [
    resource('aws:xray/samplingRule:SamplingRule', apiPartName('sampling'), originOf(['api', 'traceSampling']), {
      ruleName: shortName(apiName, LONGEST_RULE_NAME),
      priority: traceSampling.priority,
      reservoirSize: traceSampling.requestsPerSecond,
      fixedRate: traceSampling.percent / 100,
      serviceType: 'AWS::ApiGateway::Stage',
      // A pattern, as far as X-Ray takes one: the rule of a longer name also matches APIs that begin alike.
      serviceName:
        serviceName.length > LONGEST_SERVICE_NAME ? `${serviceName.slice(0, LONGEST_SERVICE_NAME - 1)}*` : serviceName,
      host: '*',
      httpMethod: '*',
      urlPath: '*',
      resourceArn: '*',
      version: 1,
      tags: environment.tags,
    }),
  ];
}
