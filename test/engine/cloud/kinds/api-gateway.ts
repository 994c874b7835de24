// REST APIs of API Gateway and their parts.

import type { Kind } from '../../../../compiler/graph/kind';
import { type Behaviour, identifiedBy } from '../behaviour';
import { type Properties, text } from '../properties';
import type { Place, World } from '../world';

/** The behaviour of each kind within an API. */
export const API_GATEWAY = {
  'aws:apigateway/restApi:RestApi': {
    sets: ['endpointConfiguration.vpcEndpointIds'],
    defaults: { failOnWarnings: false },
    chosen: (inputs, { region }) => ({
      apiKeySource: 'HEADER',
      description: '',
      disableExecuteApiEndpoint: false,
      endpointConfiguration: { types: 'EDGE', ipAddressType: 'ipv4', vpcEndpointIds: [] },
      minimumCompressionSize: '',
      policy: '',
      // API Gateway Developer Guide, "Security policies for REST APIs".
      securityPolicy:
        (inputs.endpointConfiguration as Properties | undefined)?.types === 'PRIVATE' ? 'TLS_1_2' : 'TLS_1_0',
      region,
    }),
    outputs: ({ id }, place) => ({
      arn: gatewayArn(place, `/restapis/${id}`),
      executionArn: executionArn(place, id),
      rootResourceId: [...id].reverse().join(''),
    }),
    afterDelete: ({ id }, world) => world.removeAll(({ inputs }) => inputs.restApi === id || inputs.restApiId === id),
    source: 'internal/service/apigateway/rest_api.go; API Gateway API, CreateRestApi (names may repeat)',
  },
  'aws:apigateway/resource:Resource': {
    identity: identifiedBy('restApi', 'parentId', 'pathPart'),
    existing: {
      response: 'refuse',
      text: (inputs) =>
        `ConflictException: Another resource with the same parent already has this name: ${text(inputs, 'pathPart')}`,
    },
    id: (_inputs, generated) => generated,
    outputs: ({ inputs }, _place, world) => ({ path: pathOf(inputs, world) }),
    afterDelete: ({ id, inputs }, world) => removeWithin(world, text(inputs, 'restApi'), id),
    source:
      'internal/service/apigateway/resource.go (path_part and parent_id update in place); API Gateway API, CreateResource',
  },
  'aws:apigateway/method:Method': {
    identity: identifiedBy('restApi', 'resourceId', 'httpMethod'),
    existing: {
      response: 'refuse',
      text: () => 'ConflictException: Method already exists for this resource',
    },
    id: (inputs) => `agm-${identifiedBy('restApi', 'resourceId', 'httpMethod')(inputs).replaceAll('/', '-')}`,
    sets: ['authorizationScopes'],
    defaults: { apiKeyRequired: false },
    afterDelete: ({ inputs }, world) =>
      world.removeAll(
        (other) => other.type === 'aws:apigateway/integration:Integration' && isSameMethod(other.inputs, inputs),
      ),
    source: 'internal/service/apigateway/method.go; API Gateway API, PutMethod; pulumi/pulumi-aws#1085',
  },
  'aws:apigateway/integration:Integration': {
    identity: identifiedBy('restApi', 'resourceId', 'httpMethod'),
    existing: { response: 'overwrite' },
    id: (inputs) => `agi-${identifiedBy('restApi', 'resourceId', 'httpMethod')(inputs).replaceAll('/', '-')}`,
    sets: ['cacheKeyParameters'],
    defaults: { connectionType: 'INTERNET', timeoutMilliseconds: 29_000 },
    chosen: (inputs, { region }) => ({
      cacheNamespace: text(inputs, 'resourceId'),
      passthroughBehavior: 'WHEN_NO_MATCH',
      responseTransferMode: 'BUFFERED',
      region,
    }),
    source: 'internal/service/apigateway/integration.go; API Gateway API, PutIntegration (overwrites)',
  },
  'aws:apigateway/methodSettings:MethodSettings': {
    identity: identifiedBy('restApi', 'stageName', 'methodPath'),
    existing: { response: 'overwrite' },
    id: (inputs) => identifiedBy('restApi', 'stageName', 'methodPath')(inputs).replaceAll('/', '-'),
    chosen: () => ({
      settings: {
        cacheDataEncrypted: false,
        cacheTtlInSeconds: 300,
        cachingEnabled: false,
        dataTraceEnabled: false,
        loggingLevel: 'OFF',
        metricsEnabled: false,
        requireAuthorizationForCacheControl: true,
        unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
      },
    }),
    defaults: { 'settings.throttlingBurstLimit': -1, 'settings.throttlingRateLimit': -1 },
    source:
      'internal/service/apigateway/method_settings.go (UpdateStage in both create and update; delete removes the path)',
  },
  'aws:apigateway/model:Model': {
    identity: identifiedBy('restApi', 'name'),
    existing: {
      response: 'refuse',
      text: (inputs) => `ConflictException: Model name already exists for this REST API: ${text(inputs, 'name')}`,
    },
    id: (_inputs, generated) => generated,
    source: 'internal/service/apigateway/model.go; API Gateway API, CreateModel (ConflictException)',
  },
  'aws:apigateway/requestValidator:RequestValidator': {
    id: (_inputs, generated) => generated,
    defaults: { validateRequestBody: false, validateRequestParameters: false },
    source: 'internal/service/apigateway/request_validator.go; API Gateway API, CreateRequestValidator',
  },
  'aws:apigateway/authorizer:Authorizer': {
    identity: identifiedBy('restApi', 'name'),
    existing: {
      response: 'refuse',
      text: (inputs) =>
        `BadRequestException: Authorizer name must be unique. Authorizer ${text(inputs, 'name')} already exists in this RestApi.`,
    },
    id: (_inputs, generated) => generated,
    sets: ['providerArns'],
    defaults: {
      type: 'TOKEN',
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 300,
    },
    outputs: ({ inputs, id }, place) => ({
      arn: gatewayArn(place, `/restapis/${text(inputs, 'restApi')}/authorizers/${id}`),
    }),
    source: 'internal/service/apigateway/authorizer.go; API Gateway API, CreateAuthorizer',
  },
  'aws:apigateway/response:Response': {
    identity: identifiedBy('restApiId', 'responseType'),
    existing: { response: 'overwrite' },
    putsAll: true,
    source: 'internal/service/apigateway/gateway_response.go; API Gateway API, PutGatewayResponse',
  },
  'aws:apigateway/restApiPolicy:RestApiPolicy': {
    identity: identifiedBy('restApiId'),
    existing: { response: 'overwrite' },
    source: 'internal/service/apigateway/rest_api_policy.go (UpdateRestApi; delete removes the policy)',
  },
  'aws:apigateway/deployment:Deployment': {
    id: (_inputs, generated) => generated,
    outputs: () => ({ createdDate: '2026-01-01T00:00:00Z' }),
    source: 'internal/service/apigateway/deployment.go; API Gateway API, CreateDeployment',
  },
  'aws:apigateway/stage:Stage': {
    identity: identifiedBy('restApi', 'stageName'),
    existing: { response: 'refuse', text: () => 'ConflictException: Stage already exists' },
    id: (inputs) => `ags-${text(inputs, 'restApi')}-${text(inputs, 'stageName')}`,
    defaults: { cacheClusterEnabled: false, xrayTracingEnabled: false },
    outputs: ({ inputs }, place) => {
      const [api, stage] = [text(inputs, 'restApi'), text(inputs, 'stageName')];
      return {
        arn: gatewayArn(place, `/restapis/${api}/stages/${stage}`),
        executionArn: `${executionArn(place, api)}/${stage}`,
        invokeUrl: `https://${api}.execute-api.${place.region}.amazonaws.com/${stage}`,
      };
    },
    afterDelete: ({ inputs }, world) =>
      world.removeAll(
        (other) =>
          other.type === 'aws:apigateway/methodSettings:MethodSettings' &&
          other.inputs.restApi === inputs.restApi &&
          other.inputs.stageName === inputs.stageName,
      ),
    source: 'internal/service/apigateway/stage.go; API Gateway API, CreateStage',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;

/** An ARN of API Gateway, which does not contain the account. */
export function gatewayArn({ region }: Place, path: string): string {
  return `arn:aws:apigateway:${region}::${path}`;
}

function executionArn({ region, account }: Place, api: string): string {
  return `arn:aws:execute-api:${region}:${account}:${api}`;
}

function pathOf({ parentId, pathPart }: Properties, world: World): string {
  const parent = world.byId('aws:apigateway/resource:Resource', String(parentId));
  return `${parent === undefined ? '' : pathOf(parent.inputs, world)}/${String(pathPart)}`;
}

function isSameMethod(a: Properties, b: Properties): boolean {
  return a.restApi === b.restApi && a.resourceId === b.resourceId && a.httpMethod === b.httpMethod;
}

/** Removes a resource with its methods and all resources below it. */
function removeWithin(world: World, api: string, resource: string): void {
  const below = world.all('aws:apigateway/resource:Resource').filter(({ inputs }) => inputs.parentId === resource);
  world.removeAll(({ inputs }) => inputs.restApi === api && inputs.resourceId === resource);
  for (const child of below) {
    world.remove(child);
    removeWithin(world, api, child.id);
  }
}
