// The resource policy of the API: allowed networks and accounts, and the endpoints of a private API.

import { expect } from 'chai';
import { renderTemplate } from '../../../../compiler/backends/cloudformation/template';
import { type ResourceGraph, resourcesOf } from '../../../../compiler/graph/graph';
import { handle } from '../../../../compiler/graph/handle';
import type { Value } from '../../../../compiler/graph/value';
import { type Settled, settle } from '../../../settle';
import { graphOf } from '../../../spec';

/** Production with more fields of the API. */
function withApi(...lines: readonly string[]): ResourceGraph {
  const api = ['api:', ...lines.map((line) => `  ${line}`)];
  return graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: production.yaml', ...api].join('\n') });
}

type Statement = { readonly [element: string]: Settled };

/** The statements of the API's policy, without their ids; undefined if it has no policy. */
function statementsOf(graph: ResourceGraph): Statement[] | undefined {
  const [policy] = resourcesOf(graph, 'aws:apigateway/restApiPolicy:RestApiPolicy');
  if (policy === undefined) return undefined;
  const { Statement } = settle(graph, policy.inputs.policy as Value) as { Statement: Statement[] };
  return Statement.map(({ Sid, ...rest }) => rest);
}

const ENDPOINT = 'vpce-0123456789abcdef0';
const NETWORKS = 'resourcePolicy: { sourceCidrs: [203.0.113.0/24, "2001:db8::/32"] }';
const ACCOUNTS = 'resourcePolicy: { accountIds: ["210987654321"] }';

const arn = (...requests: readonly string[]) => requests.map((request) => `<api.executionArn>/${request}`);
const allow = (principal: Settled, ...requests: readonly string[]): Statement => ({
  Effect: 'Allow',
  Action: ['execute-api:Invoke'],
  Resource: arn(...requests),
  Principal: principal,
});
const deny = (condition: Settled): Statement => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: '<api.executionArn>/*',
  Condition: condition,
});
const otherNetworks = (key: string) => deny({ NotIpAddress: { [key]: ['203.0.113.0/24', '2001:db8::/32'] } });
const otherEndpoints = deny({ StringNotEquals: { 'aws:SourceVpce': [ENDPOINT] } });
describe('the policy of the API', () => {
  const rows: Record<string, { says: string[]; statements: Statement[] | undefined }> = {
    'is absent by default': { says: ['description: none'], statements: undefined },
    'is absent if it would be empty': { says: ['resourcePolicy: {}'], statements: undefined },
    'is absent if no route can identify the allowed accounts': {
      says: [
        ACCOUNTS,
        'lambdaAuthorizer: { functionArn: "{{ functions.payment-processor.arn }}" }',
        'authorization: CUSTOM',
      ],
      statements: undefined,
    },
    'denies other networks, and allows only callers with their own IAM permission': {
      says: [NETWORKS],
      statements: [otherNetworks('aws:SourceIp')],
    },
    'allows roles of other accounts if their account also allows them': {
      says: [ACCOUNTS],
      statements: [allow({ AWS: ['arn:aws:iam::210987654321:root'] }, 'prod/*/*')],
    },
    'allows preflight requests, which are unsigned': {
      says: [NETWORKS, 'cors: { origins: ["https://shop.example"] }'],
      statements: [allow('*', 'prod/OPTIONS/*'), otherNetworks('aws:SourceIp')],
    },
    'allows token holders for their route only': {
      says: [
        NETWORKS,
        'cognito: { userPoolArns: ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Ab"] }',
        'routes: { get-payment: { authorization: COGNITO_USER_POOLS } }',
      ],
      statements: [allow('*', 'prod/GET/payments/*'), otherNetworks('aws:SourceIp')],
    },
    'groups routes of a method with equal authorization, and lists others individually': {
      says: [
        ACCOUNTS,
        'lambdaAuthorizer: { functionArn: "{{ functions.payment-processor.arn }}" }',
        'routes: { cancel-payment: { authorization: CUSTOM } }',
      ],
      statements: [
        allow(
          { AWS: ['arn:aws:iam::210987654321:root'] },
          'prod/GET/*',
          'prod/HEAD/*',
          'prod/POST/payments',
          'prod/POST/payments/*/refund',
        ),
      ],
    },
    'allows all requests of a route with a Lambda authorizer': {
      says: [
        NETWORKS,
        'lambdaAuthorizer: { functionArn: "{{ functions.payment-processor.arn }}" }',
        'routes: { get-payment: { authorization: CUSTOM } }',
      ],
      statements: [otherNetworks('aws:SourceIp')],
    },
    'of a private API denies other VPC endpoints': {
      says: ['endpointType: PRIVATE', `vpcEndpointIds: [${ENDPOINT}]`],
      statements: [otherEndpoints],
    },
    'of a private API checks addresses within the VPC': {
      says: ['endpointType: PRIVATE', `vpcEndpointIds: [${ENDPOINT}]`, NETWORKS],
      statements: [otherNetworks('aws:VpcSourceIp'), otherEndpoints],
    },
  };
  for (const [what, { says, statements }] of Object.entries(rows)) {
    it(what, () => expect(statementsOf(withApi(...says))).to.deep.equal(statements));
  }

  it('is created before the deployment, and a change replaces the deployment', () => {
    const graphs = [withApi(NETWORKS), withApi(NETWORKS.replace('113.0/24', '113.0/25'))];
    const deployments = graphs.flatMap((graph) => resourcesOf(graph, 'aws:apigateway/deployment:Deployment'));
    const id = handle('aws:apigateway/restApiPolicy:RestApiPolicy', 'api-policy').id;
    expect(deployments.map(({ dependsOn }) => dependsOn.includes(id))).to.deep.equal([true, true]);
    expect(new Set(deployments.map(({ inputs }) => JSON.stringify(inputs.triggers)))).to.have.property('size', 2);
  });

  it('is a property of the API in CloudFormation, without a reference to the API', () => {
    const template = renderTemplate(withApi(NETWORKS));
    const apis = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGateway::RestApi');
    const policies = apis.map(({ Properties }) => Properties.Policy as { Statement: Statement[] });
    const resources = policies.flatMap(({ Statement }) => Statement.map(({ Resource }) => Resource));
    expect(resources).to.deep.equal(['execute-api:/*']);
  });
});

describe('a private API', () => {
  const graph = graphOf('spec/more.yaml', {
    'spec/more.yaml': `extends: production.yaml\napi: { endpointType: PRIVATE, vpcEndpointIds: [${ENDPOINT}] }\n`,
  });

  it('uses its VPC endpoints', () => {
    const [api] = resourcesOf(graph, 'aws:apigateway/restApi:RestApi');
    expect(api?.inputs.endpointConfiguration).to.deep.equal({ types: 'PRIVATE', vpcEndpointIds: [ENDPOINT] });
  });

  it('has a URL that works in a VPC with and without private DNS', () =>
    expect(settle(graph, graph.outputs.api_endpoint_url as Value)).to.equal(
      `https://<api.id>-${ENDPOINT}.execute-api.us-east-1.amazonaws.com/prod/`,
    ));
});
