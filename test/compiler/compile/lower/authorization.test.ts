// Authorization of callers: the settings of API Gateway for each authorization, and the cache keys that separate callers.

import { expect } from 'chai';
import { type ResourceGraph, resourcesOf } from '../../../../compiler/graph/graph';
import type { Value } from '../../../../compiler/graph/value';
import { settle } from '../../../settle';
import { graphOf } from '../../../spec';

/** Production with one cached route of an authorization, and the parts that the authorization requires. */
function withAuthorization(authorization: string): ResourceGraph {
  return graphOf('spec/more.yaml', {
    'spec/more.yaml': [
      'extends: production.yaml',
      'functions: { gatekeeper: { entry: runtime/handler.ts } }',
      'api:',
      '  cache: { ttlSeconds: 60 }',
      '  cognito: { userPoolArns: ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Ab"], scopes: [read] }',
      '  lambdaAuthorizer: { functionArn: "{{ functions.gatekeeper.arn }}", header: X-Token, cacheSeconds: 0 }',
      '  usagePlans: { partners: { keys: [shop, bank], quota: { requests: 9, period: DAY } } }',
      `  routes: { get-payment: { authorization: ${authorization}, cache: true } }`,
      'waivers: { open: { code: ENV3090, path: api, value: NONE, reason: It is not deployed., expires: 2027-06-30 } }',
    ].join('\n'),
  });
}

function inputsOf(graph: ResourceGraph, name: string): Record<string, unknown> {
  const node = graph.resources.find((resource) => resource.name === name);
  expect(node, name).to.not.equal(undefined);
  return settle(graph, node?.inputs as Value) as Record<string, unknown>;
}

describe('an authorization', () => {
  const rows: Record<string, { method: object; key: string[] }> = {
    AWS_IAM: { method: { authorization: 'AWS_IAM' }, key: ['method.request.header.Authorization'] },
    COGNITO_USER_POOLS: {
      method: {
        authorization: 'COGNITO_USER_POOLS',
        authorizerId: '<api-cognito-authorizer.id>',
        authorizationScopes: ['read'],
      },
      key: ['method.request.header.Authorization'],
    },
    CUSTOM: {
      method: { authorization: 'CUSTOM', authorizerId: '<api-lambda-authorizer.id>' },
      key: ['method.request.header.X-Token'],
    },
    API_KEY: { method: { authorization: 'NONE', apiKeyRequired: true }, key: ['method.request.header.X-Api-Key'] },
    NONE: { method: { authorization: 'NONE' }, key: [] },
  };
  for (const [authorization, { method, key }] of Object.entries(rows)) {
    it(`${authorization} is set on the method, and separates callers in the cache`, () => {
      const graph = withAuthorization(authorization);
      const {
        authorization: asked,
        authorizerId,
        authorizationScopes,
        apiKeyRequired,
      } = inputsOf(graph, 'GET /payments/{}');
      const said = { authorization: asked, authorizerId, authorizationScopes, apiKeyRequired };
      expect(JSON.parse(JSON.stringify(said))).to.deep.equal(method);
      const { cacheKeyParameters } = inputsOf(graph, 'GET /payments/{} integration');
      expect(cacheKeyParameters).to.deep.equal([...key, 'method.request.path.id']);
    });
  }

  it('by token uses an authorizer of the pools, and by function an authorizer with permission to invoke only that function', () => {
    const graph = withAuthorization('CUSTOM');
    expect(inputsOf(graph, 'api-cognito-authorizer')).to.deep.include({
      type: 'COGNITO_USER_POOLS',
      providerArns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Ab'],
    });
    expect(inputsOf(graph, 'api-lambda-authorizer')).to.deep.include({
      type: 'TOKEN',
      authorizerUri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/<gatekeeper.arn>/invocations',
      identitySource: 'method.request.header.X-Token',
      authorizerResultTtlInSeconds: 0,
    });
    expect(inputsOf(graph, 'api-lambda-authorizer-permission')).to.deep.equal({
      action: 'lambda:InvokeFunction',
      function: '<gatekeeper.arn>',
      principal: 'apigateway.amazonaws.com',
      sourceArn: '<api.executionArn>/authorizers/*',
    });
  });

  it('by API key uses a usage plan of the stage, with a generated key for each client', () => {
    const graph = withAuthorization('API_KEY');
    expect(inputsOf(graph, 'partners-usage-plan')).to.deep.include({
      apiStages: [{ apiId: '<api.id>', stage: 'prod' }],
      quotaSettings: { limit: 9, period: 'DAY' },
    });
    for (const key of ['shop', 'bank']) {
      expect(inputsOf(graph, `partners-${key}-key`)).to.have.all.keys('name', 'tags');
      expect(inputsOf(graph, `partners-${key}-usage`)).to.deep.equal({
        keyId: `<partners-${key}-key.id>`,
        keyType: 'API_KEY',
        usagePlanId: '<partners-usage-plan.id>',
      });
    }
    expect(resourcesOf(graph, 'aws:apigateway/apiKey:ApiKey')).to.have.length(2);
  });
});
