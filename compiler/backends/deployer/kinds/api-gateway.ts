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
  'aws:apigateway/basePathMapping:BasePathMapping': {
    service: 'apigateway',
    without: 'account',
    create: ['POST'],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['DELETE'],
    on: ({ domainName }) => ['', '/*'].map((end) => `/domainnames/${domainName}/basepathmappings${end}`),
  } satisfies KindAccess<'aws:apigateway/basePathMapping:BasePathMapping'>,
  'aws:apigateway/domainName:DomainName': {
    service: 'apigateway',
    without: 'account',
    create: ['POST', 'PUT', 'AddCertificateToDomain'],
    read: ['GET'],
    update: ['PATCH', 'AddCertificateToDomain', 'RemoveCertificateFromDomain'],
    delete: ['DELETE', 'RemoveCertificateFromDomain'],
    on: ({ domainName }) => ['/domainnames', `/domainnames/${domainName}`, '/tags/*'],
    also: (inputs, { partition }) => {
      const { types } = inputs.endpointConfiguration as unknown as { readonly types: string };
      const truststore = inputs.mutualTlsAuthentication as { readonly truststoreUri: string } | string | undefined;
      return [
        // The distribution is API Gateway's, of another account (Amazon API Gateway Developer Guide, "Set up an edge-optimized custom domain name").
        ...(types === 'EDGE' ? [{ actions: ['cloudfront:UpdateDistribution'], resources: ['*'] }] : []),
        ...(typeof truststore === 'object'
          ? [
              {
                actions: ['s3:GetObject', 's3:GetObjectVersion'],
                resources: [truststore.truststoreUri.replace('s3://', `arn:${partition}:s3:::`)],
              },
            ]
          : []),
      ];
    },
  } satisfies KindAccess<'aws:apigateway/domainName:DomainName'>,
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
