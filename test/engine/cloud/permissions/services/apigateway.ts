// The calls for REST APIs of API Gateway and their parts. Actions are HTTP methods, and resources are paths.

import { type Call, calls, type KindCalls, nested, passRole, type Subject, type Tagging, when } from '../call';

const SOURCE = 'Service Authorization Reference, Amazon API Gateway Management';

function path({ place }: Subject, path_: string, ...methods: readonly string[]): Call[] {
  const arn = `arn:${place.partition}:apigateway:${place.region}::${path_}`;
  return calls(arn, ...methods.map((method) => `apigateway:${method}`));
}

const TAGGING: Tagging = {
  tag: 'apigateway:PUT',
  untag: 'apigateway:DELETE',
  list: 'apigateway:GET',
  on: ({ arn, place }) => [`arn:${place.partition}:apigateway:${place.region}::/tags/${encodeURIComponent(arn)}`],
};

/** The path at the end of the ARN of a resource. */
function own({ arn }: Subject): string {
  return arn.split('::')[1] ?? '';
}

/** A part that is created in a collection, and then has its own path. */
function below(file: string, collection: (subject: Subject) => string, updates: readonly string[]): KindCalls {
  return {
    source: `apigateway/${file}; ${SOURCE}`,
    make: (subject) => path(subject, collection(subject), 'POST'),
    read: (subject) => path(subject, own(subject), 'GET'),
    update: (subject) => when(subject.changes(...updates), path(subject, own(subject), 'PATCH')),
    delete: (subject) => path(subject, own(subject), 'DELETE'),
  };
}

/** A part that is created with PUT at its own path. */
function put(file: string, updates: readonly string[], update: 'PATCH' | 'PUT'): KindCalls {
  return {
    ...below(file, own, []),
    make: (subject) => path(subject, own(subject), 'PUT'),
    update: (subject) => when(subject.changes(...updates), path(subject, own(subject), update)),
  };
}

const ofApi =
  (collection: string) =>
  ({ inputs }: Subject) =>
    `/restapis/${String(inputs.restApi)}/${collection}`;
const stageOf = ({ inputs }: Subject) => `/restapis/${String(inputs.restApi)}/stages/${String(inputs.stageName)}`;
const policyOf = ({ inputs }: Subject) => `/restapis/${String(inputs.restApiId)}`;
const pathChange = (subject: Subject, path_: string) => path(subject, path_, 'PATCH');

/** Mutual TLS requires its own authorization (Amazon API Gateway Developer Guide, "How to turn on mutual TLS authentication"). */
function truststore(subject: Subject): Call[] {
  const { truststoreUri } = nested(subject.inputs, 'mutualTlsAuthentication');
  const object = String(truststoreUri).replace('s3://', `arn:${subject.place.partition}:s3:::`);
  return when(truststoreUri, calls(object, 's3:GetObject', 's3:GetObjectVersion'));
}

/** An edge-optimized domain name has a CloudFront distribution (ibid., "Set up an edge-optimized custom domain name"). */
function distribution({ inputs }: Subject): Call[] {
  return when(nested(inputs, 'endpointConfiguration').types === 'EDGE', calls('*', 'cloudfront:UpdateDistribution'));
}

/** The calls of each kind. */
export const APIGATEWAY = {
  'aws:apigateway/account:Account': {
    source: `apigateway/account.go; ${SOURCE}`,
    make: (subject) => [
      ...path(subject, '/account', 'PATCH'),
      passRole(subject.inputs.cloudwatchRoleArn, 'apigateway.amazonaws.com'),
    ],
    read: (subject) => path(subject, '/account', 'GET'),
    update: (subject) => [
      ...path(subject, '/account', 'PATCH'),
      passRole(subject.inputs.cloudwatchRoleArn, 'apigateway.amazonaws.com'),
    ],
    delete: (subject) => path(subject, '/account', 'PATCH'),
  },
  'aws:apigateway/apiKey:ApiKey': { ...below('api_key.go', () => '/apikeys', ['name', 'enabled']), tagging: TAGGING },
  'aws:apigateway/authorizer:Authorizer': below('authorizer.go', ofApi('authorizers'), [
    ...['name', 'type', 'providerArns', 'authorizerUri', 'identitySource', 'authorizerResultTtlInSeconds'],
  ]),
  'aws:apigateway/basePathMapping:BasePathMapping': below(
    'base_path_mapping.go',
    ({ inputs }) => `/domainnames/${String(inputs.domainName)}/basepathmappings`,
    ['restApi', 'stageName', 'basePath'],
  ),
  'aws:apigateway/deployment:Deployment': {
    ...below('deployment.go', ofApi('deployments'), []),
  },
  'aws:apigateway/domainName:DomainName': {
    source: `apigateway/domain_name.go; ${SOURCE}; Amazon API Gateway Developer Guide, "Custom domain names"`,
    tagging: TAGGING,
    make: (subject) => [
      ...path(subject, '/domainnames', 'POST'),
      ...when(subject.inputs.mutualTlsAuthentication, path(subject, '/domainnames', 'AddCertificateToDomain')),
      ...truststore(subject),
      ...distribution(subject),
    ],
    read: (subject) => path(subject, own(subject), 'GET'),
    update: (subject) => [
      ...path(subject, own(subject), 'PATCH'),
      ...when(
        subject.changes('mutualTlsAuthentication'),
        when(subject.olds.mutualTlsAuthentication, path(subject, own(subject), 'RemoveCertificateFromDomain')),
        when(subject.inputs.mutualTlsAuthentication, path(subject, own(subject), 'AddCertificateToDomain')),
        truststore(subject),
      ),
      ...distribution(subject),
    ],
    delete: (subject) => [
      ...path(subject, own(subject), 'DELETE'),
      ...when(subject.inputs.mutualTlsAuthentication, path(subject, own(subject), 'RemoveCertificateFromDomain')),
    ],
  },
  'aws:apigateway/integration:Integration': put(
    'integration.go',
    [
      'uri',
      'timeoutMilliseconds',
      'cacheKeyParameters',
      'cacheNamespace',
      'requestParameters',
      'requestTemplates',
      'contentHandling',
    ],
    'PATCH',
  ),
  'aws:apigateway/method:Method': put(
    'method.go',
    [
      'authorization',
      'authorizerId',
      'authorizationScopes',
      'apiKeyRequired',
      'requestModels',
      'requestParameters',
      'requestValidatorId',
    ],
    'PATCH',
  ),
  'aws:apigateway/methodSettings:MethodSettings': {
    source: `apigateway/method_settings.go; ${SOURCE}`,
    make: (subject) => pathChange(subject, stageOf(subject)),
    read: (subject) => path(subject, stageOf(subject), 'GET'),
    update: (subject) => pathChange(subject, stageOf(subject)),
    delete: (subject) => pathChange(subject, stageOf(subject)),
  },
  'aws:apigateway/model:Model': below('model.go', ofApi('models'), ['schema', 'description']),
  'aws:apigateway/requestValidator:RequestValidator': below('request_validator.go', ofApi('requestvalidators'), [
    ...['name', 'validateRequestBody', 'validateRequestParameters'],
  ]),
  'aws:apigateway/resource:Resource': {
    ...below(
      'resource.go',
      ({ inputs }) => `/restapis/${String(inputs.restApi)}/resources/${String(inputs.parentId)}`,
      [...['pathPart', 'parentId']],
    ),
  },
  'aws:apigateway/response:Response': put(
    'gateway_response.go',
    ['statusCode', 'responseParameters', 'responseTemplates'],
    'PUT',
  ),
  'aws:apigateway/restApi:RestApi': {
    ...below('rest_api.go', () => '/restapis', [
      ...[
        'name',
        'description',
        'endpointConfiguration',
        'disableExecuteApiEndpoint',
        'securityPolicy',
        'endpointAccessMode',
      ],
    ]),
    tagging: TAGGING,
    read: (subject) => [...path(subject, own(subject), 'GET'), ...path(subject, `${own(subject)}/resources`, 'GET')],
  },
  'aws:apigateway/restApiPolicy:RestApiPolicy': {
    source: `apigateway/rest_api_policy.go; ${SOURCE}`,
    make: (subject) => path(subject, policyOf(subject), 'PATCH', 'UpdateRestApiPolicy'),
    read: (subject) => path(subject, policyOf(subject), 'GET'),
    update: (subject) => path(subject, policyOf(subject), 'PATCH', 'UpdateRestApiPolicy'),
    delete: (subject) => path(subject, policyOf(subject), 'PATCH', 'UpdateRestApiPolicy'),
  },
  'aws:apigateway/stage:Stage': {
    ...below('stage.go', ofApi('stages'), [
      ...[
        'deployment',
        'cacheClusterEnabled',
        'cacheClusterSize',
        'xrayTracingEnabled',
        'accessLogSettings',
        'description',
      ],
    ]),
    tagging: TAGGING,
    complete: (subject) => when(subject.inputs.accessLogSettings, pathChange(subject, own(subject))),
  },
  'aws:apigateway/usagePlan:UsagePlan': {
    ...below('usage_plan.go', () => '/usageplans', ['name', 'apiStages', 'throttleSettings', 'quotaSettings']),
    tagging: TAGGING,
    // The provider removes the stages first.
    delete: (subject) => path(subject, own(subject), 'PATCH', 'DELETE'),
  },
  'aws:apigateway/usagePlanKey:UsagePlanKey': below(
    'usage_plan_key.go',
    ({ inputs }) => `/usageplans/${String(inputs.usagePlanId)}/keys`,
    [],
  ),
} satisfies Record<string, KindCalls>;
