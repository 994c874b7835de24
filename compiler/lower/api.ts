// Lowers the REST API: path resources and routes, and the deployment, stage and settings that publish them.

import type { Api } from '../../schema/environment.generated';
import { fingerprint } from '../graph/fingerprint';
import type { AnyResourceNode } from '../graph/graph';
import { nodeId } from '../graph/graph';
import { reference, type Value } from '../graph/value';
import { API_NAME, API_NODE, apiPartName } from '../resolve/logical-names';
import { withPreflights } from '../resolve/preflight';
import { physicalName } from '../resolve/resolve';
import { ACCOUNT_NODE, lowerLoggingAccount } from './api-account';
import { accessLogSettings, lowerApiLogs, lowerTraceSampling } from './api-logs';
import { lowerAuthorizers, lowerUsagePlans } from './authorizer';
import { lowerBodyModel } from './body-model';
import { defaultEndpoint, lowerDomain } from './domain';
import { lowerGatewayResponses } from './gateway-response';
import { joinPermissions } from './join-permissions';
import { lowerMethodSettings } from './method-settings';
import { lowerResourcePolicy } from './resource-policy';
import { lowerPathResources, lowerRoute, lowerValidators } from './route';
import { type LowerContext, resource } from './section';
import { lowerWebAcl } from './web-acl';

/** The API with all its resources. */
export function lowerApi(context: LowerContext, api: Api): AnyResourceNode[] {
  const { environment, originOf } = context;
  const origin = originOf(['api']);
  const restApi = reference(API_NODE, 'id');
  const deployment = apiPartName('deployment');
  const logs = lowerApiLogs(context, api);
  const endpoint = defaultEndpoint(api);

  const node = resource('aws:apigateway/restApi:RestApi', API_NAME, origin, {
    name: physicalName(environment, api.name),
    description: api.description,
    endpointConfiguration: {
      types: api.endpointType,
      vpcEndpointIds: api.vpcEndpointIds.length === 0 ? undefined : api.vpcEndpointIds,
    },
    ...endpoint,
    tags: environment.tags,
  });
  const snapshot = [
    ...lowerPathResources(context, api),
    ...lowerBodyModel(context, api),
    ...lowerValidators(context, api),
    ...lowerGatewayResponses(context, api),
    ...lowerAuthorizers(context, api),
    ...lowerResourcePolicy(context, api),
    ...joinPermissions(
      api,
      withPreflights(api).flatMap((listed) => lowerRoute(context, api, listed)),
    ),
  ];
  const published = snapshot
    .filter(({ kind }) => kind !== 'aws:lambda/permission:Permission')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  return [
    node,
    ...snapshot,
    resource(
      'aws:apigateway/deployment:Deployment',
      deployment,
      origin,
      {
        restApi,
        triggers: {
          redeployment: fingerprint([
            ...published.map(({ id, inputs }) => ({ id, inputs: inputs as Value })),
            ...(api.domain === undefined ? [] : [endpoint]),
          ]),
        },
      },
      { dependsOn: published.map(({ id }) => id) },
    ),
    ...(api.ownsAccountLoggingRole ? lowerLoggingAccount(context) : []),
    ...logs,
    ...lowerTraceSampling(context, api),
    resource(
      'aws:apigateway/stage:Stage',
      api.stage,
      originOf(['api', 'stage']),
      {
        restApi,
        deployment: reference(nodeId('aws:apigateway/deployment:Deployment', deployment), 'id'),
        stageName: api.stage,
        cacheClusterEnabled: api.cache !== undefined,
        cacheClusterSize: api.cache?.clusterSizeGigabytes,
        xrayTracingEnabled: environment.tracing,
        accessLogSettings: accessLogSettings(api),
        tags: environment.tags,
      },
      // If the log group does not exist, API Gateway creates one that never expires.
      { dependsOn: [...logs.map(({ id }) => id), ...(api.ownsAccountLoggingRole ? [ACCOUNT_NODE] : [])] },
    ),
    ...lowerMethodSettings(context, api),
    ...lowerUsagePlans(context, api),
    ...lowerWebAcl(context, api),
    ...lowerDomain(context, api),
  ];
}
