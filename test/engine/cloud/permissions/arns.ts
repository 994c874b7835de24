// The ARNs of resources (Service Authorization Reference, "Resource types defined by ...").

import type { Target } from '../../../../compiler/backends/deployer/access';
import type { Kind } from '../../../../compiler/graph/kind';
import type { Properties } from './call';

/** The part of the ARN after the partition. `id` is the id that AWS chose for a resource without a name. */
type Form = (inputs: Properties, id: string, place: Target) => string;

const regional =
  (service: string, end: (inputs: Properties, id: string) => string): Form =>
  (inputs, id, { region, account }) =>
    `${service}:${region}:${account}:${end(inputs, id)}`;

const global =
  (service: string, end: (inputs: Properties, id: string) => string): Form =>
  (inputs, id, { account }) =>
    `${service}::${account}:${end(inputs, id)}`;

const path =
  (end: (inputs: Properties, id: string) => string): Form =>
  (inputs, id, { region }) =>
    `apigateway:${region}::${end(inputs, id)}`;

const partOfApi = (collection: string) => path(({ restApi }, id) => `/restapis/${String(restApi)}/${collection}/${id}`);

const methodPath = ({ restApi, resourceId, httpMethod }: Properties) =>
  `/restapis/${String(restApi)}/resources/${String(resourceId)}/methods/${String(httpMethod)}`;

const stagePath = ({ restApi, stageName }: Properties) => `/restapis/${String(restApi)}/stages/${String(stageName)}`;

const role = ({ role: name }: Properties) => `role/${String(name)}`;

/** The ARN of the resource that contains a part. */
const of =
  (input: string): Form =>
  (inputs) =>
    String(inputs[input]).split(':').slice(2).join(':');

const FORMS: Readonly<Record<Kind, Form>> = {
  'aws:apigateway/account:Account': path(() => '/account'),
  'aws:apigateway/apiKey:ApiKey': path((_, id) => `/apikeys/${id}`),
  'aws:apigateway/authorizer:Authorizer': partOfApi('authorizers'),
  'aws:apigateway/basePathMapping:BasePathMapping': path(
    ({ domainName }) => `/domainnames/${String(domainName)}/basepathmappings/(none)`,
  ),
  'aws:apigateway/deployment:Deployment': partOfApi('deployments'),
  'aws:apigateway/domainName:DomainName': path(({ domainName }) => `/domainnames/${String(domainName)}`),
  'aws:apigateway/integration:Integration': path((inputs) => `${methodPath(inputs)}/integration`),
  'aws:apigateway/method:Method': path(methodPath),
  'aws:apigateway/methodSettings:MethodSettings': path(stagePath),
  'aws:apigateway/model:Model': path(({ restApi, name }) => `/restapis/${String(restApi)}/models/${String(name)}`),
  'aws:apigateway/requestValidator:RequestValidator': partOfApi('requestvalidators'),
  'aws:apigateway/resource:Resource': partOfApi('resources'),
  'aws:apigateway/response:Response': path(
    ({ restApi, responseType }) => `/restapis/${String(restApi)}/gatewayresponses/${String(responseType)}`,
  ),
  'aws:apigateway/restApi:RestApi': path((_, id) => `/restapis/${id}`),
  'aws:apigateway/restApiPolicy:RestApiPolicy': path(({ restApiId }) => `/restapis/${String(restApiId)}`),
  'aws:apigateway/stage:Stage': path(stagePath),
  'aws:apigateway/usagePlan:UsagePlan': path((_, id) => `/usageplans/${id}`),
  'aws:apigateway/usagePlanKey:UsagePlanKey': path(
    ({ usagePlanId, keyId }) => `/usageplans/${String(usagePlanId)}/keys/${String(keyId)}`,
  ),
  'aws:appautoscaling/policy:Policy': regional('application-autoscaling', (_, id) => `scalable-target/${id}`),
  'aws:appautoscaling/target:Target': regional('application-autoscaling', (_, id) => `scalable-target/${id}`),
  'aws:backup/plan:Plan': regional('backup', (_, id) => `backup-plan:${id}`),
  'aws:backup/selection:Selection': regional('backup', ({ planId }) => `backup-plan:${String(planId)}`),
  'aws:backup/vault:Vault': regional('backup', ({ name }) => `backup-vault:${String(name)}`),
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': global(
    'chatbot',
    ({ configurationName }) => `chat-configuration/slack-channel/${String(configurationName)}`,
  ),
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': regional(
    'cloudwatch',
    ({ alarmName }) => `alarm:${String(alarmName)}`,
  ),
  'aws:cloudwatch/dashboard:Dashboard': global(
    'cloudwatch',
    ({ dashboardName }) => `dashboard/${String(dashboardName)}`,
  ),
  'aws:cloudwatch/logGroup:LogGroup': regional('logs', ({ name }) => `log-group:${String(name)}`),
  'aws:cloudwatch/metricAlarm:MetricAlarm': regional('cloudwatch', ({ name }) => `alarm:${String(name)}`),
  'aws:dynamodb/table:Table': regional('dynamodb', ({ name }) => `table/${String(name)}`),
  'aws:iam/policy:Policy': global('iam', ({ name }) => `policy/${String(name)}`),
  'aws:iam/role:Role': global('iam', ({ name }) => `role/${String(name)}`),
  'aws:iam/rolePolicy:RolePolicy': global('iam', role),
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': global('iam', role),
  'aws:kms/alias:Alias': regional('kms', ({ name }) => String(name)),
  'aws:kms/key:Key': regional('kms', (_, id) => `key/${id}`),
  'aws:lambda/eventSourceMapping:EventSourceMapping': regional('lambda', (_, id) => `event-source-mapping:${id}`),
  'aws:lambda/function:Function': regional('lambda', ({ name }) => `function:${String(name)}`),
  'aws:lambda/permission:Permission': regional('lambda', (inputs) => `function:${String(inputs.function)}`),
  'aws:scheduler/schedule:Schedule': regional(
    'scheduler',
    ({ groupName, name }) => `schedule/${String(groupName)}/${String(name)}`,
  ),
  'aws:scheduler/scheduleGroup:ScheduleGroup': regional('scheduler', ({ name }) => `schedule-group/${String(name)}`),
  'aws:secretsmanager/secretRotation:SecretRotation': of('secretId'),
  'aws:sns/topic:Topic': regional('sns', ({ name }) => String(name)),
  'aws:sns/topicPolicy:TopicPolicy': of('arn'),
  'aws:sns/topicSubscription:TopicSubscription': of('topic'),
  'aws:sqs/queue:Queue': regional('sqs', ({ name }) => String(name)),
  'aws:sqs/queuePolicy:QueuePolicy': of('queueUrl'),
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': of('queueUrl'),
  'aws:sqs/redrivePolicy:RedrivePolicy': of('queueUrl'),
  'aws:wafv2/webAcl:WebAcl': regional('wafv2', ({ name }, id) => `regional/webacl/${String(name)}/${id}`),
  'aws:wafv2/webAclAssociation:WebAclAssociation': of('webAclArn'),
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': of('resourceArn'),
  'aws:xray/samplingRule:SamplingRule': regional('xray', ({ ruleName }) => `sampling-rule/${String(ruleName)}`),
};

/** The ARN of a resource. @param id the id that AWS chose, for kinds without a name */
export function arnOf(kind: Kind, inputs: Properties, id: string, place: Target): string {
  return `arn:${place.partition}:${FORMS[kind](inputs, id, place)}`;
}
