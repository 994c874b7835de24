// What it takes to deploy an API of API Gateway. Its id is not known before, so that paths name what is below it.

import type { Kind } from '../../../graph/kinds';
import { type KindAccess, passRole } from '../access';

/** What is below some paths. The actions are HTTP's methods. */
const below = <K extends Kind>(...paths: readonly string[]): KindAccess<K> => ({
  service: 'apigateway',
  without: 'account',
  create: ['POST', 'PUT'],
  read: ['GET'],
  update: ['PATCH'],
  delete: ['DELETE'],
  on: () => paths,
});

/** A part of an API, by its path below the API. */
const partOf = <K extends Kind>(path: string, collection = path): KindAccess<K> =>
  below(...new Set([collection, path].map((part) => `/restapis/*/${part}`)));

/** By kind. */
export const API_GATEWAY = {
  'aws:apigateway/account:Account': {
    service: 'apigateway',
    without: 'account',
    create: ['PATCH'],
    read: ['GET'],
    update: ['PATCH'],
    delete: [],
    on: () => ['/account'],
    also: ({ cloudwatchRoleArn }) => [passRole(cloudwatchRoleArn, 'apigateway.amazonaws.com')],
  } satisfies KindAccess<'aws:apigateway/account:Account'>,
  'aws:apigateway/apiKey:ApiKey': below('/apikeys', '/apikeys/*', '/tags/*'),
  'aws:apigateway/authorizer:Authorizer': partOf('authorizers/*', 'authorizers'),
  'aws:apigateway/deployment:Deployment': partOf('deployments/*', 'deployments'),
  'aws:apigateway/integration:Integration': partOf('resources/*/methods/*/integration'),
  'aws:apigateway/method:Method': partOf('resources/*/methods/*'),
  'aws:apigateway/methodSettings:MethodSettings': {
    service: 'apigateway',
    without: 'account',
    create: ['PATCH'],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['PATCH'],
    on: ({ stageName }) => [`/restapis/*/stages/${stageName}`],
  } satisfies KindAccess<'aws:apigateway/methodSettings:MethodSettings'>,
  'aws:apigateway/model:Model': partOf('models/*', 'models'),
  'aws:apigateway/requestValidator:RequestValidator': partOf('requestvalidators/*', 'requestvalidators'),
  'aws:apigateway/resource:Resource': partOf('resources/*', 'resources'),
  'aws:apigateway/response:Response': partOf('gatewayresponses/*'),
  // An id has ten characters; `*` would be all that is below an API as well. The first path is the API's own ARN.
  'aws:apigateway/restApi:RestApi': below('/restapis/??????????', '/restapis', '/tags/*'),
  'aws:apigateway/restApiPolicy:RestApiPolicy': {
    service: 'apigateway',
    without: 'account',
    create: ['PATCH', 'UpdateRestApiPolicy'],
    read: ['GET'],
    update: ['PATCH', 'UpdateRestApiPolicy'],
    delete: ['PATCH', 'UpdateRestApiPolicy'],
    on: () => ['/restapis/??????????'],
  } satisfies KindAccess<'aws:apigateway/restApiPolicy:RestApiPolicy'>,
  'aws:apigateway/stage:Stage': {
    service: 'apigateway',
    without: 'account',
    create: ['POST', 'PUT'],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['DELETE'],
    on: ({ stageName }) => ['/restapis/*/stages', `/restapis/*/stages/${stageName}`],
  } satisfies KindAccess<'aws:apigateway/stage:Stage'>,
  'aws:apigateway/usagePlan:UsagePlan': below('/usageplans', '/usageplans/*', '/tags/*'),
  'aws:apigateway/usagePlanKey:UsagePlanKey': below('/usageplans/*/keys', '/usageplans/*/keys/*'),
};
