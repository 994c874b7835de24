// Authentication of callers: authorizers, API keys and usage plans.

import type { Api } from '../../schema/environment.generated';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { interpolate, type NodeId, reference } from '../graph/value';
import { API_NODE, apiPartName } from '../resolve/logical-names';
import { physicalName } from '../resolve/resolve';
import { invocationUri } from './invocation';
import { type LowerContext, resource } from './section';

const COGNITO_NAME = apiPartName('cognito-authorizer');
const LAMBDA_NAME = apiPartName('lambda-authorizer');
const authorizerNode = (name: string): NodeId => nodeId('aws:apigateway/authorizer:Authorizer', name);

/** The authorizers of the API; they are part of its deployment. */
export function lowerAuthorizers({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const restApi = reference(API_NODE, 'id');
  const { cognito, lambdaAuthorizer } = api;
  const pools =
    cognito === undefined
      ? []
      : [
          resource('aws:apigateway/authorizer:Authorizer', COGNITO_NAME, originOf(['api', 'cognito']), {
            restApi,
            name: COGNITO_NAME,
            type: 'COGNITO_USER_POOLS',
            providerArns: cognito.userPoolArns,
            identitySource: 'method.request.header.Authorization',
          }),
        ];
  if (lambdaAuthorizer === undefined) return pools;
  const { functionArn, type, header, cacheSeconds } = lambdaAuthorizer;
  const origin = originOf(['api', 'lambdaAuthorizer']);
  return [
    ...pools,
    resource('aws:apigateway/authorizer:Authorizer', LAMBDA_NAME, origin, {
      restApi,
      name: LAMBDA_NAME,
      type,
      authorizerUri: invocationUri(environment.region, functionArn),
      identitySource: `method.request.header.${header}`,
      authorizerResultTtlInSeconds: cacheSeconds,
    }),
    resource('aws:lambda/permission:Permission', `${LAMBDA_NAME}-permission`, origin, {
      action: 'lambda:InvokeFunction',
      function: functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: interpolate(reference(API_NODE, 'executionArn'), '/authorizers/*'),
    }),
  ];
}

/** The authorization settings of a method. */
export function methodAuthorization(api: Api, authorization: Api['authorization']) {
  switch (authorization) {
    // To API Gateway, an API key is an addition to the authorization type, not a type of its own.
    case 'API_KEY':
      return { authorization: 'NONE', apiKeyRequired: true };
    case 'COGNITO_USER_POOLS': {
      const scopes = api.cognito?.scopes ?? [];
      return {
        authorization,
        authorizerId: reference(authorizerNode(COGNITO_NAME), 'id'),
        authorizationScopes: scopes.length === 0 ? undefined : scopes,
      };
    }
    case 'CUSTOM':
      return { authorization, authorizerId: reference(authorizerNode(LAMBDA_NAME), 'id') };
    default:
      return { authorization };
  }
}

/** The usage plans and their API keys. */
export function lowerUsagePlans({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const stageId = nodeId('aws:apigateway/stage:Stage', api.stage);
  const stages = [{ apiId: reference(API_NODE, 'id'), stage: reference(stageId, 'stageName') }];
  return Object.entries(api.usagePlans).flatMap(([name, { keys, throttle, quota }]) => {
    const origin = originOf(['api', 'usagePlans', name]);
    const plan = `${name}-usage-plan`;
    return [
      resource('aws:apigateway/usagePlan:UsagePlan', plan, origin, {
        name: physicalName(environment, name),
        apiStages: stages,
        throttleSettings: throttle,
        quotaSettings: quota && { limit: quota.requests, period: quota.period },
        tags: environment.tags,
      }),
      ...keys.flatMap((key) => [
        resource('aws:apigateway/apiKey:ApiKey', `${name}-${key}-key`, origin, {
          name: physicalName(environment, `${name}-${key}`),
          tags: environment.tags,
        }),
        resource('aws:apigateway/usagePlanKey:UsagePlanKey', `${name}-${key}-usage`, origin, {
          keyId: reference(nodeId('aws:apigateway/apiKey:ApiKey', `${name}-${key}-key`), 'id'),
          keyType: 'API_KEY',
          usagePlanId: reference(nodeId('aws:apigateway/usagePlan:UsagePlan', plan), 'id'),
        }),
      ]),
    ];
  });
}
