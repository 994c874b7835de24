// The kinds of resources of API Gateway.

import { specPath } from '../../../schema/spec-path';
import { alike, fixed, type KindDefinitions, ONE, once } from './definition';

/** The definitions, by Pulumi type token. */
export const API_GATEWAY = {
  'aws:apigateway/account:Account': {
    // An account has one resource of this kind in each Region.
    identity: ONE,
    cost: { free: 'settings of the account' },
    replacedBy: [],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/authorizer:Authorizer': {
    // An API has at most one authorizer for user pools and one for a function. Their names change in place.
    identity: { is: 'alike', by: ['type'], form: authorizerForm },
    cost: { free: 'authorizers; the function of a Lambda authorizer is billed as invocations' },
    replacedBy: ['restApi'],
    name: 'bounded',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/apiKey:ApiKey': {
    identity: alike('name'),
    cost: { free: 'API keys' },
    replacedBy: ['value'],
    name: 'unstated',
    count: {
      what: 'API keys',
      owner: 'the spec',
      path: specPath('api', 'usagePlans'),
      most: () => 10_000,
    },
    texts: 'short',
  },
  'aws:apigateway/usagePlan:UsagePlan': {
    identity: alike('name'),
    cost: { free: 'usage plans' },
    replacedBy: [],
    name: 'unstated',
    count: {
      what: 'usage plans',
      owner: 'the spec',
      path: specPath('api', 'usagePlans'),
      most: ({ apiGateway }) => apiGateway.usagePlans,
      field: specPath('quotas', 'apiGateway', 'usagePlans'),
    },
    texts: 'short',
  },
  'aws:apigateway/usagePlanKey:UsagePlanKey': {
    identity: once('usagePlanId', 'keyId'),
    cost: { free: 'usage plans' },
    replacedBy: ['keyId', 'keyType', 'usagePlanId'],
    name: 'assigned',
    count: 'bounded',
    texts: 'short',
  },
  'aws:apigateway/basePathMapping:BasePathMapping': {
    identity: once('domainName', 'basePath'),
    cost: { free: 'part of the API' },
    replacedBy: ['domainName', 'domainNameId'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/deployment:Deployment': {
    identity: ONE,
    cost: { free: 'part of the API' },
    replacedBy: ['restApi', 'triggers', 'variables'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/domainName:DomainName': {
    identity: once('domainName'),
    cost: { free: 'domain names; public certificates of AWS Certificate Manager are free' },
    replacedBy: ['domainName'],
    name: 'bounded',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/integration:Integration': {
    identity: once('resourceId', 'httpMethod'),
    cost: { free: 'part of the API' },
    replacedBy: [
      'restApi',
      'resourceId',
      'httpMethod',
      'integrationHttpMethod',
      'type',
      'credentials',
      'passthroughBehavior',
    ],
    name: 'assigned',
    count: 'bounded',
    texts: 'short',
  },
  'aws:apigateway/method:Method': {
    identity: once('resourceId', 'httpMethod'),
    cost: { free: 'part of the API' },
    replacedBy: ['restApi', 'resourceId', 'httpMethod'],
    name: 'assigned',
    count: 'bounded',
    texts: 'short',
  },
  'aws:apigateway/methodSettings:MethodSettings': {
    identity: once('stageName', 'methodPath'),
    cost: 'billed',
    replacedBy: ['restApi', 'stageName', 'methodPath'],
    name: 'assigned',
    count: 'bounded',
    texts: 'short',
  },
  'aws:apigateway/model:Model': {
    identity: once('name'),
    cost: { free: 'part of the API' },
    replacedBy: ['restApi', 'name', 'contentType'],
    name: 'bounded',
    count: 'fixed',
    texts: [
      {
        input: 'schema',
        what: 'model of bodies',
        service: 'API Gateway',
        most: fixed(400_000),
        unit: 'bytes',
        help: 'shorten payment.bodySchema',
      },
    ],
  },
  'aws:apigateway/requestValidator:RequestValidator': {
    identity: alike('validateRequestBody', 'validateRequestParameters'),
    cost: { free: 'part of the API' },
    replacedBy: ['restApi'],
    name: 'unstated',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/resource:Resource': {
    // A parent has at most one path parameter below it. Its name changes in place.
    identity: { is: 'once', by: ['parentId', 'pathPart'], form: pathPartForm },
    cost: { free: 'part of the API' },
    replacedBy: ['restApi'],
    name: 'unstated',
    count: {
      what: 'path resources',
      owner: 'the API',
      path: specPath('api', 'routes'),
      most: ({ apiGateway }) => apiGateway.resourcesPerApi,
      field: specPath('quotas', 'apiGateway', 'resourcesPerApi'),
    },
    texts: 'short',
  },
  'aws:apigateway/response:Response': {
    identity: once('responseType'),
    cost: { free: 'part of the API' },
    replacedBy: ['restApiId', 'responseType'],
    name: 'assigned',
    count: 'fixed',
    texts: 'fixed',
  },
  'aws:apigateway/restApi:RestApi': {
    identity: ONE,
    cost: 'billed',
    replacedBy: [],
    name: 'unstated',
    count: 'fixed',
    texts: 'short',
  },
  'aws:apigateway/restApiPolicy:RestApiPolicy': {
    identity: ONE,
    cost: { free: 'part of the API' },
    replacedBy: ['restApiId'],
    name: 'assigned',
    count: 'fixed',
    texts: [
      {
        input: 'policy',
        what: 'resource policy of the API',
        service: 'API Gateway',
        most: ({ apiGateway }) => apiGateway.resourcePolicyCharacters,
        unit: 'characters',
        help: 'use one authorization for all routes of a method, or list fewer networks',
        field: specPath('quotas', 'apiGateway', 'resourcePolicyCharacters'),
      },
    ],
  },
  'aws:apigateway/stage:Stage': {
    identity: once('stageName'),
    cost: 'billed',
    replacedBy: ['restApi', 'stageName'],
    name: 'bounded',
    count: 'fixed',
    texts: 'fixed',
  },
} as const satisfies KindDefinitions;

function pathPartForm(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('{') ? '{}' : value;
}

function authorizerForm(type: unknown): unknown {
  return type === 'COGNITO_USER_POOLS' ? type : 'function';
}
