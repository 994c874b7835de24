// Rules for API Gateway; CloudFormation includes integrations in their method, and method settings in the stage.

import { isExpression } from '../../../graph/value';
import { capitalized, capitalizeKeys, type Json, type KindRule, omitted, type Properties } from '../rule';

/** The rules of each kind. */
export const API_GATEWAY = {
  'aws:apigateway/account:Account': {
    type: 'AWS::ApiGateway::Account',
    inputs: { cloudwatchRoleArn: 'CloudWatchRoleArn' },
  } satisfies KindRule<'aws:apigateway/account:Account'>,

  'aws:apigateway/basePathMapping:BasePathMapping': {
    type: 'AWS::ApiGateway::BasePathMapping',
    inputs: { domainName: 'DomainName', restApi: 'RestApiId', stageName: 'Stage' },
  } satisfies KindRule<'aws:apigateway/basePathMapping:BasePathMapping'>,

  'aws:apigateway/deployment:Deployment': {
    type: 'AWS::ApiGateway::Deployment',
    // CloudFormation does not update a deployment: a new one requires a new logical id.
    identity: ({ triggers }) => String(triggers?.redeployment ?? '').slice(0, 10),
    inputs: { restApi: 'RestApiId', triggers: omitted },
    attributes: { id: { get: 'DeploymentId' } },
  } satisfies KindRule<'aws:apigateway/deployment:Deployment'>,

  'aws:apigateway/domainName:DomainName': {
    type: 'AWS::ApiGateway::DomainName',
    taggable: true,
    inputs: {
      domainName: 'DomainName',
      endpointConfiguration: endpointTypes,
      certificateArn: 'CertificateArn',
      regionalCertificateArn: 'RegionalCertificateArn',
      securityPolicy: 'SecurityPolicy',
      endpointAccessMode: 'EndpointAccessMode',
      mutualTlsAuthentication: capitalized('MutualTlsAuthentication'),
      ownershipVerificationCertificateArn: 'OwnershipVerificationCertificateArn',
    },
    attributes: {
      domainName: 'Ref',
      regionalDomainName: { get: 'RegionalDomainName' },
      regionalZoneId: { get: 'RegionalHostedZoneId' },
      cloudfrontDomainName: { get: 'DistributionDomainName' },
      cloudfrontZoneId: { get: 'DistributionHostedZoneId' },
    },
  } satisfies KindRule<'aws:apigateway/domainName:DomainName'>,

  'aws:apigateway/integration:Integration': {
    partOf: ({ inputs: { restApi, resourceId, httpMethod } }, find) =>
      find('aws:apigateway/method:Method', { restApi, resourceId, httpMethod })?.id,
    place: (properties) => ({ Integration: properties }),
    inputs: {
      restApi: omitted,
      resourceId: omitted,
      httpMethod: omitted,
      type: 'Type',
      uri: 'Uri',
      integrationHttpMethod: 'IntegrationHttpMethod',
      timeoutMilliseconds: 'TimeoutInMillis',
      cacheKeyParameters: 'CacheKeyParameters',
      cacheNamespace: 'CacheNamespace',
    },
  } satisfies KindRule<'aws:apigateway/integration:Integration'>,

  'aws:apigateway/method:Method': {
    type: 'AWS::ApiGateway::Method',
    inputs: {
      restApi: 'RestApiId',
      resourceId: 'ResourceId',
      httpMethod: 'HttpMethod',
      authorization: 'AuthorizationType',
      authorizerId: 'AuthorizerId',
      authorizationScopes: 'AuthorizationScopes',
      apiKeyRequired: 'ApiKeyRequired',
      requestParameters: 'RequestParameters',
      requestModels: 'RequestModels',
      requestValidatorId: 'RequestValidatorId',
    },
  } satisfies KindRule<'aws:apigateway/method:Method'>,

  'aws:apigateway/methodSettings:MethodSettings': {
    partOf: ({ inputs: { restApi, stageName } }, find) =>
      find('aws:apigateway/stage:Stage', { restApi, stageName })?.id,
    place: (properties) => ({ MethodSettings: [properties] }),
    inputs: {
      restApi: omitted,
      stageName: omitted,
      methodPath: (path) => splitMethodPath(String(path)),
      settings: (settings) => rename(settings as Properties, METHOD_SETTINGS),
    },
  } satisfies KindRule<'aws:apigateway/methodSettings:MethodSettings'>,

  'aws:apigateway/model:Model': {
    type: 'AWS::ApiGateway::Model',
    inputs: {
      restApi: 'RestApiId',
      name: 'Name',
      contentType: 'ContentType',
      description: 'Description',
      schema: 'Schema',
    },
    attributes: { id: 'Ref', name: 'Ref' },
  } satisfies KindRule<'aws:apigateway/model:Model'>,

  'aws:apigateway/requestValidator:RequestValidator': {
    type: 'AWS::ApiGateway::RequestValidator',
    more: ({ name }) => ({ Name: name }),
    inputs: {
      name: 'Name',
      restApi: 'RestApiId',
      validateRequestBody: 'ValidateRequestBody',
      validateRequestParameters: 'ValidateRequestParameters',
    },
    attributes: { id: 'Ref' },
  } satisfies KindRule<'aws:apigateway/requestValidator:RequestValidator'>,

  'aws:apigateway/resource:Resource': {
    type: 'AWS::ApiGateway::Resource',
    inputs: { restApi: 'RestApiId', parentId: 'ParentId', pathPart: 'PathPart' },
    attributes: { id: 'Ref' },
  } satisfies KindRule<'aws:apigateway/resource:Resource'>,

  'aws:apigateway/response:Response': {
    type: 'AWS::ApiGateway::GatewayResponse',
    inputs: {
      restApiId: 'RestApiId',
      responseType: 'ResponseType',
      statusCode: 'StatusCode',
      responseParameters: 'ResponseParameters',
      responseTemplates: 'ResponseTemplates',
    },
  } satisfies KindRule<'aws:apigateway/response:Response'>,

  'aws:apigateway/restApi:RestApi': {
    type: 'AWS::ApiGateway::RestApi',
    taggable: true,
    inputs: {
      name: 'Name',
      description: 'Description',
      endpointConfiguration: endpointTypes,
      disableExecuteApiEndpoint: 'DisableExecuteApiEndpoint',
      securityPolicy: 'SecurityPolicy',
      endpointAccessMode: 'EndpointAccessMode',
      policy: 'Policy',
    },
    attributes: {
      id: 'Ref',
      rootResourceId: { get: 'RootResourceId' },
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: syntax of Fn::Sub.
      arn: { sub: 'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${}' },
      executionArn: { sub: 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${}' },
      // biome-ignore-end lint/suspicious/noTemplateCurlyInString: syntax of Fn::Sub.
    },
  } satisfies KindRule<'aws:apigateway/restApi:RestApi'>,

  'aws:apigateway/restApiPolicy:RestApiPolicy': {
    partOf: ({ inputs: { restApiId } }) =>
      isExpression(restApiId) && restApiId.$ === 'reference' ? restApiId.node : undefined,
    place: (properties) => properties,
    inputs: { restApiId: omitted, policy: (policy) => ({ Policy: withoutOwnArn(policy) }) },
  } satisfies KindRule<'aws:apigateway/restApiPolicy:RestApiPolicy'>,

  'aws:apigateway/stage:Stage': {
    type: 'AWS::ApiGateway::Stage',
    taggable: true,
    inputs: {
      restApi: 'RestApiId',
      deployment: 'DeploymentId',
      stageName: 'StageName',
      description: 'Description',
      cacheClusterEnabled: 'CacheClusterEnabled',
      cacheClusterSize: 'CacheClusterSize',
      xrayTracingEnabled: 'TracingEnabled',
      accessLogSettings: capitalized('AccessLogSetting'),
    },
  } satisfies KindRule<'aws:apigateway/stage:Stage'>,
};

const METHOD_SETTINGS: Readonly<Record<string, string | undefined>> = {
  throttlingRateLimit: 'ThrottlingRateLimit',
  throttlingBurstLimit: 'ThrottlingBurstLimit',
  cachingEnabled: 'CachingEnabled',
  cacheTtlInSeconds: 'CacheTtlInSeconds',
  cacheDataEncrypted: 'CacheDataEncrypted',
  metricsEnabled: 'MetricsEnabled',
  loggingLevel: 'LoggingLevel',
  dataTraceEnabled: 'DataTraceEnabled',
  // CloudFormation has no property for cache invalidation; the stage's default is the same.
  requireAuthorizationForCacheControl: undefined,
  unauthorizedCacheControlHeaderStrategy: undefined,
};

/** Splits `~1payments~1{id}/GET` into resource and method; CloudFormation puts a plain slash before the resource. */
function splitMethodPath(path: string): Properties {
  const at = path.lastIndexOf('/');
  const resource = path.slice(0, at);
  return { ResourcePath: `/${resource}`, HttpMethod: path.slice(at + 1) };
}

function rename(settings: Properties, names: Readonly<Record<string, string | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => {
      if (!(key in names)) throw new Error(`no CloudFormation rule for method setting ${key}`);
      const name = names[key];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}

/** Replaces the API's own ARN, because a resource cannot refer to itself: API Gateway completes `execute-api:/`. */
function withoutOwnArn(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutOwnArn);
  if (typeof value !== 'object') return value;
  const { 'Fn::Sub': text } = value as Properties;
  if (typeof text === 'string' && text.includes(':execute-api:')) return text.replace(/^.*\}\//, 'execute-api:/');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutOwnArn(item)]));
}

/** Pulumi represents a single type as text. */
function endpointTypes(value: Json): Properties {
  const { types, ...more } = value as Properties;
  return { EndpointConfiguration: { Types: [types as Json], ...(capitalizeKeys(more) as Properties) } };
}
