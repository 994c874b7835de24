// The physical names of resources, and what AWS asks of the names of each kind.

import type { AnyResourceNode, ResourceGraph } from '../graph/graph';
import type { Kind } from '../graph/kinds';

/** What AWS asks of the names of a kind. */
export interface NameForm {
  /** The input that holds the name. */
  readonly input: string;
  /** What such a resource is called, and whose it is. */
  readonly what: string;
  readonly service: string;
  /** The most characters that a name may have, and the fewest. */
  readonly most: number;
  readonly fewest: number;
  /** A character that a name may have. */
  readonly character: RegExp;
  /** Names of one space are each there once; the kind itself, unless it shares one. */
  readonly space?: string;
}

const WORD = { character: /[A-Za-z0-9_-]/ };
const ALARM = { service: 'CloudWatch', most: 255, fewest: 1, character: /[^\p{Cc}]/u };

/**
 * By kind; undefined where the resource has no name of its own, or one without a documented form.
 * IAM API, CreateRole · Lambda API, CreateFunction · SQS API, CreateQueue · DynamoDB API, CreateTable · CloudWatch API,
 * PutMetricAlarm, PutCompositeAlarm and PutDashboard · CloudWatch Logs API, CreateLogGroup · SNS API, CreateTopic · Amazon Q Developer
 * in chat applications API, CreateSlackChannelConfiguration · AWS Backup API, CreateBackupPlan and CreateBackupVault ·
 * KMS API, CreateAlias · IAM API, CreatePolicy · AWS WAFV2 API, CreateWebACL.
 */
const NAME_FORMS: { readonly [K in Kind]: NameForm | undefined } = {
  'aws:apigateway/account:Account': undefined,
  'aws:apigateway/authorizer:Authorizer': undefined,
  'aws:apigateway/apiKey:ApiKey': undefined,
  'aws:apigateway/usagePlan:UsagePlan': undefined,
  'aws:apigateway/usagePlanKey:UsagePlanKey': undefined,
  'aws:apigateway/basePathMapping:BasePathMapping': undefined,
  'aws:apigateway/deployment:Deployment': undefined,
  'aws:apigateway/domainName:DomainName': undefined,
  'aws:apigateway/integration:Integration': undefined,
  'aws:apigateway/method:Method': undefined,
  'aws:apigateway/methodSettings:MethodSettings': undefined,
  'aws:apigateway/model:Model': undefined,
  'aws:apigateway/requestValidator:RequestValidator': undefined,
  'aws:apigateway/resource:Resource': undefined,
  'aws:apigateway/response:Response': undefined,
  'aws:apigateway/restApi:RestApi': undefined,
  'aws:apigateway/restApiPolicy:RestApiPolicy': undefined,
  'aws:apigateway/stage:Stage': undefined,
  'aws:appautoscaling/policy:Policy': undefined,
  'aws:appautoscaling/target:Target': undefined,
  'aws:backup/plan:Plan': {
    input: 'name',
    what: 'backup plan',
    service: 'AWS Backup',
    most: 50,
    fewest: 1,
    character: /[A-Za-z0-9_.-]/,
  },
  'aws:backup/selection:Selection': undefined,
  'aws:backup/vault:Vault': {
    input: 'name',
    what: 'backup vault',
    service: 'AWS Backup',
    most: 50,
    fewest: 2,
    ...WORD,
  },
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    input: 'configurationName',
    what: 'Slack channel configuration',
    service: 'Amazon Q Developer',
    most: 128,
    fewest: 1,
    ...WORD,
  },
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': {
    input: 'alarmName',
    what: 'composite alarm',
    space: 'alarm',
    ...ALARM,
  },
  'aws:cloudwatch/dashboard:Dashboard': {
    input: 'dashboardName',
    what: 'dashboard',
    service: 'CloudWatch',
    most: 255,
    fewest: 1,
    ...WORD,
  },
  'aws:cloudwatch/logGroup:LogGroup': {
    input: 'name',
    what: 'log group',
    service: 'CloudWatch Logs',
    most: 512,
    fewest: 1,
    character: /[A-Za-z0-9_/.#-]/,
  },
  'aws:cloudwatch/metricAlarm:MetricAlarm': { input: 'name', what: 'alarm', space: 'alarm', ...ALARM },
  'aws:dynamodb/table:Table': {
    input: 'name',
    what: 'table',
    service: 'DynamoDB',
    most: 255,
    fewest: 3,
    character: /[A-Za-z0-9_.-]/,
  },
  'aws:iam/policy:Policy': {
    input: 'name',
    what: 'policy',
    service: 'IAM',
    most: 128,
    fewest: 1,
    character: /[A-Za-z0-9_+=,.@-]/,
  },
  'aws:iam/role:Role': {
    input: 'name',
    what: 'role',
    service: 'IAM',
    most: 64,
    fewest: 1,
    character: /[A-Za-z0-9_+=,.@-]/,
  },
  'aws:iam/rolePolicy:RolePolicy': undefined,
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': undefined,
  'aws:kms/alias:Alias': {
    input: 'name',
    what: 'key',
    service: 'KMS',
    most: 256,
    fewest: 1,
    character: /[A-Za-z0-9/_-]/,
  },
  'aws:kms/key:Key': undefined,
  'aws:lambda/function:Function': {
    input: 'name',
    what: 'function',
    service: 'Lambda',
    most: 64,
    fewest: 1,
    ...WORD,
  },
  'aws:lambda/permission:Permission': undefined,
  'aws:sns/topic:Topic': { input: 'name', what: 'topic', service: 'SNS', most: 256, fewest: 1, ...WORD },
  'aws:sns/topicPolicy:TopicPolicy': undefined,
  'aws:sns/topicSubscription:TopicSubscription': undefined,
  'aws:sqs/queuePolicy:QueuePolicy': undefined,
  'aws:sqs/queue:Queue': { input: 'name', what: 'queue', service: 'SQS', most: 80, fewest: 1, ...WORD },
  'aws:wafv2/webAcl:WebAcl': { input: 'name', what: 'web ACL', service: 'WAF', most: 128, fewest: 1, ...WORD },
  'aws:wafv2/webAclAssociation:WebAclAssociation': undefined,
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': undefined,
  'aws:xray/samplingRule:SamplingRule': undefined,
};

/** The physical name of a resource. */
export interface PhysicalName {
  readonly name: string;
  readonly form: NameForm;
  readonly node: AnyResourceNode;
}

/** The physical names of a graph that AWS asks something of. */
export function physicalNames(graph: ResourceGraph): PhysicalName[] {
  return graph.resources.flatMap((node) => {
    const form = NAME_FORMS[node.kind];
    const name = form && (node.inputs as Readonly<Record<string, unknown>>)[form.input];
    return form !== undefined && typeof name === 'string' ? [{ name, form, node }] : [];
  });
}
