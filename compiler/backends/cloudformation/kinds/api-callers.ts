// Rules for authorizers, API keys and usage plans of API Gateway.

import { capitalized, type KindRule } from '../rule';

/** The rules of each kind. */
export const API_CALLERS = {
  'aws:apigateway/apiKey:ApiKey': {
    type: 'AWS::ApiGateway::ApiKey',
    taggable: true,
    // Pulumi's provider creates enabled keys; CloudFormation's default is disabled.
    more: () => ({ Enabled: true }),
    inputs: { name: 'Name', description: 'Description', enabled: 'Enabled' },
    attributes: { id: 'Ref' },
  } satisfies KindRule<'aws:apigateway/apiKey:ApiKey'>,

  'aws:apigateway/authorizer:Authorizer': {
    type: 'AWS::ApiGateway::Authorizer',
    inputs: {
      restApi: 'RestApiId',
      name: 'Name',
      type: 'Type',
      providerArns: 'ProviderARNs',
      authorizerUri: 'AuthorizerUri',
      identitySource: 'IdentitySource',
      authorizerResultTtlInSeconds: 'AuthorizerResultTtlInSeconds',
    },
    attributes: { id: 'Ref' },
  } satisfies KindRule<'aws:apigateway/authorizer:Authorizer'>,

  'aws:apigateway/usagePlan:UsagePlan': {
    type: 'AWS::ApiGateway::UsagePlan',
    taggable: true,
    inputs: {
      name: 'UsagePlanName',
      description: 'Description',
      apiStages: capitalized('ApiStages'),
      throttleSettings: capitalized('Throttle'),
      quotaSettings: capitalized('Quota'),
    },
    attributes: { id: 'Ref' },
  } satisfies KindRule<'aws:apigateway/usagePlan:UsagePlan'>,

  'aws:apigateway/usagePlanKey:UsagePlanKey': {
    type: 'AWS::ApiGateway::UsagePlanKey',
    inputs: { keyId: 'KeyId', keyType: 'KeyType', usagePlanId: 'UsagePlanId' },
  } satisfies KindRule<'aws:apigateway/usagePlanKey:UsagePlanKey'>,
};
