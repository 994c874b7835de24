// Authentication of callers: authorizers, API keys and usage plans.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName, stageHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { interpolate } from '../../graph/value';
import { invocationUri } from './invocation';
import { type LowerContext, resource } from './section';

const COGNITO = handle('aws:apigateway/authorizer:Authorizer', apiPartName('cognito-authorizer'));
const LAMBDA = handle('aws:apigateway/authorizer:Authorizer', apiPartName('lambda-authorizer'));

/** The authorizers of the API; they are part of its deployment. */
export function lowerAuthorizers({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const restApi = API.ref('id');
  const { cognito, lambdaAuthorizer } = api;
  const pools =
    cognito === undefined
      ? []
      : [
          resource(COGNITO, originOf(['api', 'cognito']), {
            restApi,
            name: COGNITO.name,
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
    resource(LAMBDA, origin, {
      restApi,
      name: LAMBDA.name,
      type,
      authorizerUri: invocationUri(environment.region, functionArn),
      identitySource: `method.request.header.${header}`,
      authorizerResultTtlInSeconds: cacheSeconds,
    }),
    resource(handle('aws:lambda/permission:Permission', `${LAMBDA.name}-permission`), origin, {
      action: 'lambda:InvokeFunction',
      function: functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: interpolate(API.ref('executionArn'), '/authorizers/*'),
    }),
  ];
}

/** The authorization settings of a method. */
export function methodAuthorization(api: Api, authorization: Api['authorization']) {
  switch (authorization) {
    // In API Gateway, an API key is an addition to the authorization type, and not a type itself.
    case 'API_KEY':
      return { authorization: 'NONE', apiKeyRequired: true };
    case 'COGNITO_USER_POOLS': {
      const scopes = api.cognito?.scopes ?? [];
      return {
        authorization,
        authorizerId: COGNITO.ref('id'),
        authorizationScopes: scopes.length === 0 ? undefined : scopes,
      };
    }
    case 'CUSTOM':
      return { authorization, authorizerId: LAMBDA.ref('id') };
    default:
      return { authorization };
  }
}

/** The usage plans and their API keys. */
export function lowerUsagePlans({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const stages = [{ apiId: API.ref('id'), stage: stageHandle(api).ref('stageName') }];
  return Object.entries(api.usagePlans).flatMap(([name, { keys, throttle, quota }]) => {
    const origin = originOf(['api', 'usagePlans', name]);
    const plan = handle('aws:apigateway/usagePlan:UsagePlan', `${name}-usage-plan`);
    return [
      resource(plan, origin, {
        name: physicalName(environment, name),
        apiStages: stages,
        throttleSettings: throttle,
        quotaSettings: quota && { limit: quota.requests, period: quota.period },
        tags: environment.tags,
      }),
      ...keys.flatMap((key) => {
        const apiKey = handle('aws:apigateway/apiKey:ApiKey', `${name}-${key}-key`);
        return [
          resource(apiKey, origin, {
            name: physicalName(environment, `${name}-${key}`),
            tags: environment.tags,
          }),
          resource(handle('aws:apigateway/usagePlanKey:UsagePlanKey', `${name}-${key}-usage`), origin, {
            keyId: apiKey.ref('id'),
            keyType: 'API_KEY',
            usagePlanId: plan.ref('id'),
          }),
        ];
      }),
    ];
  });
}
