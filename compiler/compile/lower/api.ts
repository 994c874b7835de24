// Lowers the REST API: path resources and routes, and the deployment, stage and settings that publish them.

import type { Api } from '../../../schema/environment.generated';
import { fingerprint } from '../../graph/fingerprint';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName, stageHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import type { Value } from '../../graph/value';
import { ACCOUNT, lowerLoggingAccount } from './api-account';
import { accessLogSettings, lowerApiLogs, lowerTraceSampling } from './api-logs';
import { lowerAuthorizers, lowerUsagePlans } from './authorizer';
import { lowerBodyModel } from './body-model';
import { defaultEndpoint, lowerDomain } from './domain';
import { lowerGatewayResponses } from './gateway-response';
import { lowerInvokePermissions } from './invoke-permission';
import { lowerMethodSettings } from './method-settings';
import { lowerResourcePolicy } from './resource-policy';
import { lowerPathResources, lowerRoute, lowerValidators } from './route';
import { type LowerContext, resource } from './section';
import { lowerWebAcl } from './web-acl';

const DEPLOYMENT = handle('aws:apigateway/deployment:Deployment', apiPartName('deployment'));

/** The API with all its resources. */
export function lowerApi(context: LowerContext, api: Api): AnyResourceNode[] {
  const { environment, originOf } = context;
  const origin = originOf(['api']);
  const restApi = API.ref('id');
  const logs = lowerApiLogs(context, api);
  const endpoint = defaultEndpoint(api);

  const node = resource(API, origin, {
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
    ...environment.facts.methods.flatMap((method) => lowerRoute(context, api, method)),
  ];
  const published = snapshot
    .filter(({ kind }) => kind !== 'aws:lambda/permission:Permission')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  return [
    node,
    ...snapshot,
    ...lowerInvokePermissions(context, api),
    resource(
      DEPLOYMENT,
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
      stageHandle(api),
      originOf(['api', 'stage']),
      {
        restApi,
        deployment: DEPLOYMENT.ref('id'),
        stageName: api.stage,
        cacheClusterEnabled: api.cache !== undefined,
        cacheClusterSize: api.cache?.clusterSizeGigabytes,
        xrayTracingEnabled: environment.tracing,
        accessLogSettings: accessLogSettings(api),
        tags: environment.tags,
      },
      // If the log group does not exist, API Gateway creates one that never expires.
      { dependsOn: [...logs.map(({ id }) => id), ...(api.ownsAccountLoggingRole ? [ACCOUNT.id] : [])] },
    ),
    ...lowerMethodSettings(context, api),
    ...lowerUsagePlans(context, api),
    ...lowerWebAcl(context, api),
    ...lowerDomain(context, api),
  ];
}
