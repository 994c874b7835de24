// The properties by which AWS distinguishes resources of a kind; they stay the same when a logical name changes.

import type { Kind } from './kinds';

/** The properties of a resource, inputs or outputs, without expressions. */
export type PlainProperties = { readonly [property: string]: unknown };

/** How AWS distinguishes resources of a kind. */
export type Identity =
  /** A stack has at most one. */
  | { readonly is: 'one' }
  /** AWS has one for each combination of these properties: it rejects a second one, or returns the existing one. */
  | { readonly is: 'once'; readonly by: readonly string[]; readonly form?: (value: unknown) => unknown }
  /** These properties identify the resource, but AWS would create a second one with the same values. */
  | { readonly is: 'alike'; readonly by: readonly string[]; readonly form?: (value: unknown) => unknown }
  /** The physical name is generated from the logical name, so that another logical name means another resource. */
  | { readonly is: 'generated' };

const ONE: Identity = { is: 'one' };
const GENERATED: Identity = { is: 'generated' };
const once = (...by: string[]): Identity => ({ is: 'once', by });
const alike = (...by: string[]): Identity => ({ is: 'alike', by });

/**
 * By kind. A stack has one API and one key, so resources that belong to them need no reference to them here.
 * Sources: the services' API references, and the ids that the Terraform provider sets (`d.SetId`, internal/service/…).
 */
export const IDENTITIES: Readonly<Record<Kind, Identity>> = {
  // An account has one in each Region.
  'aws:apigateway/account:Account': ONE,
  // At most one for user pools and one for a function; the name of either changes in place.
  'aws:apigateway/authorizer:Authorizer': { is: 'alike', by: ['type'], form: authorizerForm },
  'aws:apigateway/apiKey:ApiKey': alike('name'),
  'aws:apigateway/usagePlan:UsagePlan': alike('name'),
  'aws:apigateway/usagePlanKey:UsagePlanKey': once('usagePlanId', 'keyId'),
  'aws:apigateway/basePathMapping:BasePathMapping': once('domainName', 'basePath'),
  'aws:apigateway/deployment:Deployment': ONE,
  'aws:apigateway/domainName:DomainName': once('domainName'),
  'aws:apigateway/integration:Integration': once('resourceId', 'httpMethod'),
  'aws:apigateway/method:Method': once('resourceId', 'httpMethod'),
  'aws:apigateway/methodSettings:MethodSettings': once('stageName', 'methodPath'),
  'aws:apigateway/model:Model': once('name'),
  'aws:apigateway/requestValidator:RequestValidator': alike('validateRequestBody', 'validateRequestParameters'),
  // A parent has at most one parameter below it, whose name changes in place.
  'aws:apigateway/resource:Resource': { is: 'once', by: ['parentId', 'pathPart'], form: pathPartForm },
  'aws:apigateway/response:Response': once('responseType'),
  'aws:apigateway/restApi:RestApi': ONE,
  'aws:apigateway/restApiPolicy:RestApiPolicy': ONE,
  'aws:apigateway/stage:Stage': once('stageName'),
  'aws:appautoscaling/policy:Policy': once('resourceId', 'scalableDimension'),
  'aws:appautoscaling/target:Target': once('resourceId', 'scalableDimension'),
  'aws:backup/plan:Plan': alike('name'),
  'aws:backup/selection:Selection': alike('planId', 'name'),
  'aws:backup/vault:Vault': once('name'),
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': once('configurationName'),
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': once('alarmName'),
  'aws:cloudwatch/dashboard:Dashboard': once('dashboardName'),
  'aws:cloudwatch/logGroup:LogGroup': once('name'),
  'aws:cloudwatch/metricAlarm:MetricAlarm': once('name'),
  'aws:dynamodb/table:Table': once('name'),
  'aws:iam/policy:Policy': once('name'),
  'aws:iam/role:Role': once('name'),
  'aws:iam/rolePolicy:RolePolicy': GENERATED,
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': once('role', 'policyArn'),
  'aws:kms/alias:Alias': once('name'),
  'aws:kms/key:Key': ONE,
  'aws:lambda/function:Function': once('name'),
  // Its statement id is generated.
  'aws:lambda/permission:Permission': alike('function', 'principal', 'sourceArn'),
  'aws:sns/topic:Topic': once('name'),
  'aws:sns/topicPolicy:TopicPolicy': once('arn'),
  'aws:sns/topicSubscription:TopicSubscription': once('topic', 'protocol', 'endpoint'),
  'aws:sqs/queue:Queue': once('name'),
  'aws:sqs/queuePolicy:QueuePolicy': once('queueUrl'),
  'aws:wafv2/webAcl:WebAcl': ONE,
  'aws:wafv2/webAclAssociation:WebAclAssociation': once('resourceArn'),
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': once('resourceArn'),
  'aws:xray/samplingRule:SamplingRule': once('ruleName'),
};

/**
 * The properties that distinguish a resource from others of its kind, as one text.
 *
 * @param properties its inputs or outputs
 * @param unknown the names of properties that are not known yet
 * @returns undefined if an identifying property is unknown, or the identity is generated from the logical name
 */
export function identityOf(kind: Kind, properties: PlainProperties, unknown: ReadonlySet<string>): string | undefined {
  const identity = IDENTITIES[kind];
  if (identity.is === 'generated') return undefined;
  if (identity.is === 'one') return '';
  if (identity.by.some((property) => unknown.has(property))) return undefined;
  const { form = (value: unknown) => value } = identity;
  // One provider stores an unset property as '' or false, another omits it.
  return JSON.stringify(identity.by.map((property) => form(properties[property]) || ''));
}

function pathPartForm(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('{') ? '{}' : value;
}

function authorizerForm(type: unknown): unknown {
  return type === 'COGNITO_USER_POOLS' ? type : 'function';
}
