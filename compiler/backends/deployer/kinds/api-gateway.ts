// Access rules for API Gateway. Ids are not known before deployment, so paths contain wildcards instead.

import type { Kind } from '../../../graph/kind';
import { type Grant, type KindAccess, passRole, type Target } from '../access';

/** A grant for paths; the HTTP methods are the actions. */
function grant({ partition, region }: Target, path: string, ...methods: readonly string[]): Grant {
  return {
    actions: methods.map((method) => `apigateway:${method}`),
    resources: [`arn:${partition}:apigateway:${region}::${path}`],
  };
}

/** Access to items that are created in a collection and have their own path. */
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
  also: (_, target) => [grant(target, collection, 'POST'), ...(isTagged ? [tags(target)] : [])],
});

/** Tags of any resource: the paths are encoded ARNs, in which wildcards for an id would not match. */
const tags = (target: Target): Grant => grant(target, '/tags/*', 'DELETE', 'GET', 'PUT');

/** A part of an API, in the collection of its kind. */
const partOf = <K extends Kind>(collection: string, options?: { readonly isUpdated: boolean }): KindAccess<K> =>
  below(`/restapis/*/${collection}`, `/restapis/*/${collection}/*`, options);

/** The path of any path resource. A wildcard matches slashes, so that it includes methods and integrations. */
const atResource = <K extends Kind>(create: 'POST' | 'PUT'): KindAccess<K> => ({
  service: 'apigateway',
  without: 'account',
  create: [create],
  read: ['GET'],
  update: ['PATCH'],
  delete: ['DELETE'],
  on: () => ['/restapis/*/resources/*'],
});

/** The path of any API. An id has ten characters; `*` would also match everything below an API. */
const ANY_API = '/restapis/??????????';

/** The rules of each kind. */
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
    also: ({ domainName }, target) => [grant(target, `/domainnames/${domainName}/basepathmappings`, 'POST')],
  } satisfies KindAccess<'aws:apigateway/basePathMapping:BasePathMapping'>,
  'aws:apigateway/domainName:DomainName': {
    service: 'apigateway',
    without: 'account',
    create: [],
    read: ['GET'],
    update: ['PATCH'],
    delete: ['DELETE', 'RemoveCertificateFromDomain'],
    on: ({ domainName }) => [`/domainnames/${domainName}`],
    also: (inputs, target) => {
      const { types } = inputs.endpointConfiguration as unknown as { readonly types: string };
      const truststore = inputs.mutualTlsAuthentication as { readonly truststoreUri: string } | string | undefined;
      return [
        grant(target, '/domainnames', 'POST'),
        tags(target),
        // The distribution belongs to API Gateway's account (Amazon API Gateway Developer Guide, "Set up an edge-optimized custom domain name").
        ...(types === 'EDGE' ? [{ actions: ['cloudfront:UpdateDistribution'], resources: ['*'] }] : []),
        ...(typeof truststore === 'object' ? mutualTls(inputs.domainName, truststore.truststoreUri, target) : []),
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
    // The root resource's id is read from the list of resources.
    also: (_, target) => [
      grant(target, '/restapis', 'POST'),
      grant(target, '/restapis/*/resources', 'GET'),
      tags(target),
    ],
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
    also: (_, target) => [grant(target, '/restapis/*/stages', 'POST'), tags(target)],
  } satisfies KindAccess<'aws:apigateway/stage:Stage'>,
  'aws:apigateway/usagePlan:UsagePlan': below('/usageplans', '/usageplans/*', { isTagged: true }),
  // The wildcard for a usage plan also matches its keys.
  'aws:apigateway/usagePlanKey:UsagePlanKey': below('/usageplans/*/keys', '/usageplans/*', { isUpdated: false }),
};

/** Mutual TLS requires access to the certificate and the truststore (ibid., "How to turn on mutual TLS authentication"). */
function mutualTls(domainName: string, truststoreUri: string, target: Target): Grant[] {
  return [
    grant(target, '/domainnames', 'AddCertificateToDomain'),
    grant(target, `/domainnames/${domainName}`, 'AddCertificateToDomain'),
    {
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [truststoreUri.replace('s3://', `arn:${target.partition}:s3:::`)],
    },
  ];
}
