// Grants for an API of API Gateway. Its id is not known before deployment, so paths have wildcards in its place.

import type { Kind } from '../../../graph/kinds';
import { type Grant, type KindAccess, type Place, passRole } from '../access';

/** Paths with the methods of HTTP, which are the actions. */
function grant({ partition, region }: Place, path: string, ...methods: readonly string[]): Grant {
  return {
    actions: methods.map((method) => `apigateway:${method}`),
    resources: [`arn:${partition}:apigateway:${region}::${path}`],
  };
}

/** What is created below a collection, and then has a path of its own. */
const below = <K extends Kind>(
  collection: string,
  item: string,
  { isUpdated = true, isTagged = false }: { readonly isUpdated?: boolean; readonly isTagged?: boolean } = {},
): KindAccess<K> => ({
  service: 'apigateway',
  without: 'account',
  create: [],
  read: ['GET'],
  update: isUpdated ? ['PATCH'] : [],
  delete: ['DELETE'],
  on: () => [item],
  also: (_, place) => [grant(place, collection, 'POST'), ...(isTagged ? [tags(place)] : [])],
});

/** Tags of any resource: the paths are ARNs, in which wildcards of an encoded id would not help. */
const tags = (place: Place): Grant => grant(place, '/tags/*', 'DELETE', 'GET', 'PUT');

/** A part of an API, in a collection of its kind. */
const partOf = <K extends Kind>(collection: string, options?: { readonly isUpdated: boolean }): KindAccess<K> =>
  below(`/restapis/*/${collection}`, `/restapis/*/${collection}/*`, options);

/** A wildcard matches slashes, so one for a path resource is one for its methods and their integrations. */
const atResource = <K extends Kind>(create: 'POST' | 'PUT'): KindAccess<K> => ({
  service: 'apigateway',
  without: 'account',
  create: [create],
  read: ['GET'],
  update: ['PATCH'],
  delete: ['DELETE'],
  on: () => ['/restapis/*/resources/*'],
});

/** The path of any API; an id has ten characters, and `*` would match everything below an API as well. */
const ANY_API = '/restapis/??????????';

/** By kind. */
export const API_GATEWAY = {
  'aws:apigateway/account:Account': {
    service: 'apigateway',
    without: 'account',
    create: ['PATCH'],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['PATCH'],
    on: () => ['/account'],
    also: ({ cloudwatchRoleArn }) => [passRole(cloudwatchRoleArn, 'apigateway.amazonaws.com')],
  } satisfies KindAccess<'aws:apigateway/account:Account'>,
  'aws:apigateway/apiKey:ApiKey': below('/apikeys', '/apikeys/*', { isTagged: true }),
  'aws:apigateway/authorizer:Authorizer': partOf('authorizers'),
  'aws:apigateway/basePathMapping:BasePathMapping': {
    service: 'apigateway',
    without: 'account',
    create: [],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['DELETE'],
    on: ({ domainName }) => [`/domainnames/${domainName}/basepathmappings/*`],
    also: ({ domainName }, place) => [grant(place, `/domainnames/${domainName}/basepathmappings`, 'POST')],
  } satisfies KindAccess<'aws:apigateway/basePathMapping:BasePathMapping'>,
  'aws:apigateway/domainName:DomainName': {
    service: 'apigateway',
    without: 'account',
    create: [],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['DELETE', 'RemoveCertificateFromDomain'],
    on: ({ domainName }) => [`/domainnames/${domainName}`],
    also: (inputs, place) => {
      const { types } = inputs.endpointConfiguration as unknown as { readonly types: string };
      const truststore = inputs.mutualTlsAuthentication as { readonly truststoreUri: string } | string | undefined;
      return [
        grant(place, '/domainnames', 'POST'),
        tags(place),
        // The distribution is API Gateway's, of another account (Amazon API Gateway Developer Guide, "Set up an edge-optimized custom domain name").
        ...(types === 'EDGE' ? [{ actions: ['cloudfront:UpdateDistribution'], resources: ['*'] }] : []),
        ...(typeof truststore === 'object' ? mutualTls(inputs.domainName, truststore.truststoreUri, place) : []),
      ];
    },
  } satisfies KindAccess<'aws:apigateway/domainName:DomainName'>,
  'aws:apigateway/deployment:Deployment': partOf('deployments', { isUpdated: false }),
  'aws:apigateway/integration:Integration': atResource('PUT'),
  'aws:apigateway/method:Method': atResource('PUT'),
  'aws:apigateway/methodSettings:MethodSettings': {
    service: 'apigateway',
    without: 'account',
    create: ['PATCH'],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['PATCH'],
    on: ({ stageName }) => [`/restapis/*/stages/${stageName}`],
  } satisfies KindAccess<'aws:apigateway/methodSettings:MethodSettings'>,
  'aws:apigateway/model:Model': partOf('models'),
  'aws:apigateway/requestValidator:RequestValidator': partOf('requestvalidators'),
  'aws:apigateway/resource:Resource': atResource('POST'),
  'aws:apigateway/response:Response': {
    service: 'apigateway',
    without: 'account',
    create: ['PUT'],
    read: ['GET'],
    update: ['PUT'],
    delete: ['DELETE'],
    on: () => ['/restapis/*/gatewayresponses/*'],
  } satisfies KindAccess<'aws:apigateway/response:Response'>,
  'aws:apigateway/restApi:RestApi': {
    ...below<'aws:apigateway/restApi:RestApi'>('/restapis', ANY_API, { isTagged: true }),
    // The id of the root resource is looked up in the list of resources.
    also: (_, place) => [grant(place, '/restapis', 'POST'), grant(place, '/restapis/*/resources', 'GET'), tags(place)],
  } satisfies KindAccess<'aws:apigateway/restApi:RestApi'>,
  'aws:apigateway/restApiPolicy:RestApiPolicy': {
    service: 'apigateway',
    without: 'account',
    create: ['PATCH', 'UpdateRestApiPolicy'],
    read: ['GET'],
    update: ['PATCH', 'UpdateRestApiPolicy'],
    delete: ['PATCH', 'UpdateRestApiPolicy'],
    on: () => [ANY_API],
  } satisfies KindAccess<'aws:apigateway/restApiPolicy:RestApiPolicy'>,
  'aws:apigateway/stage:Stage': {
    service: 'apigateway',
    without: 'account',
    create: [],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['DELETE'],
    on: ({ stageName }) => [`/restapis/*/stages/${stageName}`],
    also: (_, place) => [grant(place, '/restapis/*/stages', 'POST'), tags(place)],
  } satisfies KindAccess<'aws:apigateway/stage:Stage'>,
  'aws:apigateway/usagePlan:UsagePlan': below('/usageplans', '/usageplans/*', { isTagged: true }),
  // The wildcard for a plan matches its keys as well.
  'aws:apigateway/usagePlanKey:UsagePlanKey': below('/usageplans/*/keys', '/usageplans/*', { isUpdated: false }),
};

/** Mutual TLS takes the right to its certificate and to its truststore (ibid., "How to turn on mutual TLS authentication"). */
function mutualTls(domainName: string, truststoreUri: string, place: Place): Grant[] {
  return [
    grant(place, '/domainnames', 'AddCertificateToDomain'),
    grant(place, `/domainnames/${domainName}`, 'AddCertificateToDomain'),
    {
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [truststoreUri.replace('s3://', `arn:${place.partition}:s3:::`)],
    },
  ];
}
