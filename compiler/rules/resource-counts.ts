// How many resources of each kind AWS grants.

import type { Quotas } from '../../schema/environment.generated';
import type { Kind } from '../graph/kinds';
import type { PathStep } from '../source/spec-node';

/** How many resources of a kind AWS grants, and where a spec asks for them. */
export interface CountQuota {
  /** Several of them, as a message names them. */
  readonly what: string;
  /** Whose they are counted for. */
  readonly owner: 'the API' | 'the spec';
  /** The section of the spec that they come from. */
  readonly path: readonly PathStep[];
  readonly most: (quotas: Quotas) => number;
  /** The field of the spec that holds the quota; absent where AWS does not raise it. */
  readonly field?: string;
}

/** Why a kind needs no quota of its own. */
type NoQuota =
  /** A spec makes a fixed number of them, which AWS grants. */
  | 'fixed'
  /** Each comes with a resource of another kind, whose quota bounds it. */
  | 'bounded'
  /** AWS states none that a spec could reach. */
  | 'none';

/**
 * By kind: total, so that a new kind does not compile without a decision.
 *
 * Sources: Amazon API Gateway quotas for REST APIs · Quotas in Amazon DynamoDB · IAM and AWS STS quotas · CloudWatch service quotas
 * ("No limit on the total number of alarms per account") · AWS Lambda quotas, Amazon SQS quotas (none on functions or queues).
 */
export const RESOURCE_COUNTS: { readonly [K in Kind]: CountQuota | NoQuota } = {
  'aws:apigateway/account:Account': 'fixed',
  'aws:apigateway/authorizer:Authorizer': 'fixed',
  'aws:apigateway/apiKey:ApiKey': {
    what: 'API keys',
    owner: 'the spec',
    path: ['api', 'usagePlans'],
    most: () => 10_000,
  },
  'aws:apigateway/usagePlan:UsagePlan': {
    what: 'usage plans',
    owner: 'the spec',
    path: ['api', 'usagePlans'],
    most: ({ apiGateway }) => apiGateway.usagePlans,
    field: 'quotas.apiGateway.usagePlans',
  },
  'aws:apigateway/usagePlanKey:UsagePlanKey': 'bounded',
  'aws:apigateway/basePathMapping:BasePathMapping': 'fixed',
  'aws:apigateway/deployment:Deployment': 'fixed',
  'aws:apigateway/domainName:DomainName': 'fixed',
  'aws:apigateway/integration:Integration': 'bounded',
  'aws:apigateway/method:Method': 'bounded',
  'aws:apigateway/methodSettings:MethodSettings': 'bounded',
  'aws:apigateway/model:Model': 'fixed',
  'aws:apigateway/requestValidator:RequestValidator': 'fixed',
  'aws:apigateway/resource:Resource': {
    what: 'path resources',
    owner: 'the API',
    path: ['api', 'routes'],
    most: ({ apiGateway }) => apiGateway.resourcesPerApi,
    field: 'quotas.apiGateway.resourcesPerApi',
  },
  'aws:apigateway/response:Response': 'fixed',
  'aws:apigateway/restApi:RestApi': 'fixed',
  'aws:apigateway/restApiPolicy:RestApiPolicy': 'fixed',
  'aws:apigateway/stage:Stage': 'fixed',
  'aws:appautoscaling/policy:Policy': 'bounded',
  'aws:appautoscaling/target:Target': 'bounded',
  'aws:backup/plan:Plan': 'fixed',
  'aws:backup/selection:Selection': 'fixed',
  'aws:backup/vault:Vault': 'fixed',
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': 'fixed',
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': 'none',
  'aws:cloudwatch/dashboard:Dashboard': 'fixed',
  'aws:cloudwatch/logGroup:LogGroup': 'bounded',
  'aws:cloudwatch/metricAlarm:MetricAlarm': 'none',
  'aws:dynamodb/table:Table': {
    what: 'tables',
    owner: 'the spec',
    path: ['tables'],
    most: ({ dynamodb }) => dynamodb.tables,
    field: 'quotas.dynamodb.tables',
  },
  'aws:iam/policy:Policy': 'fixed',
  'aws:iam/role:Role': {
    what: 'roles',
    owner: 'the spec',
    path: ['functions'],
    most: ({ iam }) => iam.roles,
    field: 'quotas.iam.roles',
  },
  'aws:iam/rolePolicy:RolePolicy': 'bounded',
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': 'fixed',
  'aws:kms/alias:Alias': 'fixed',
  'aws:kms/key:Key': 'fixed',
  'aws:lambda/function:Function': 'bounded',
  'aws:lambda/permission:Permission': 'bounded',
  'aws:sns/topic:Topic': 'fixed',
  'aws:sns/topicPolicy:TopicPolicy': 'fixed',
  'aws:sns/topicSubscription:TopicSubscription': 'none',
  'aws:sqs/queue:Queue': 'none',
  'aws:sqs/queuePolicy:QueuePolicy': 'bounded',
  'aws:wafv2/webAcl:WebAcl': 'fixed',
  'aws:wafv2/webAclAssociation:WebAclAssociation': 'fixed',
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': 'fixed',
  'aws:xray/samplingRule:SamplingRule': 'fixed',
};
