// The physical names of resources, and the lengths and characters that AWS accepts for each kind.

import type { AnyResourceNode, ResourceGraph } from '../graph/graph';
import type { Kind } from '../graph/kinds';

/** What AWS asks of the names of a kind. */
export interface NameForm {
  /** The input that holds the name. */
  readonly input: string;
  /** Whether Pulumi makes the name of the logical name where the input is absent, with a hyphen and seven characters. */
  readonly isLogical?: true;
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

/** Why the length and the characters of a kind's names need no check. */
type NoForm =
  /** It has no name of its own: AWS gives it an id, or it is told by what it belongs to. */
  | 'assigned'
  /** Its name is bounded by the schema, or is a fixed one. */
  | 'bounded'
  /** AWS documents neither a length nor characters. */
  | 'unstated';

/**
 * By kind: total, so that a new kind does not compile without a decision.
 * IAM API, CreateRole · Lambda API, CreateFunction · SQS API, CreateQueue · DynamoDB API, CreateTable · CloudWatch API,
 * PutMetricAlarm, PutCompositeAlarm and PutDashboard · CloudWatch Logs API, CreateLogGroup · SNS API, CreateTopic · Amazon Q Developer
 * in chat applications API, CreateSlackChannelConfiguration · AWS Backup API, CreateBackupPlan and CreateBackupVault ·
 * KMS API, CreateAlias · IAM API, CreatePolicy and PutRolePolicy · AWS WAFV2 API, CreateWebACL · Application Auto Scaling API,
 * PutScalingPolicy (the AWS provider takes 255 characters) · Lambda API, AddPermission · AWS X-Ray API, SamplingRule.
 */
export const NAME_FORMS: { readonly [K in Kind]: NameForm | NoForm } = {
  'aws:apigateway/account:Account': 'assigned',
  'aws:apigateway/authorizer:Authorizer': 'bounded',
  'aws:apigateway/apiKey:ApiKey': 'unstated',
  'aws:apigateway/usagePlan:UsagePlan': 'unstated',
  'aws:apigateway/usagePlanKey:UsagePlanKey': 'assigned',
  'aws:apigateway/basePathMapping:BasePathMapping': 'assigned',
  'aws:apigateway/deployment:Deployment': 'assigned',
  'aws:apigateway/domainName:DomainName': 'bounded',
  'aws:apigateway/integration:Integration': 'assigned',
  'aws:apigateway/method:Method': 'assigned',
  'aws:apigateway/methodSettings:MethodSettings': 'assigned',
  'aws:apigateway/model:Model': 'bounded',
  'aws:apigateway/requestValidator:RequestValidator': 'unstated',
  'aws:apigateway/resource:Resource': 'unstated',
  'aws:apigateway/response:Response': 'assigned',
  'aws:apigateway/restApi:RestApi': 'unstated',
  'aws:apigateway/restApiPolicy:RestApiPolicy': 'assigned',
  'aws:apigateway/stage:Stage': 'bounded',
  'aws:appautoscaling/policy:Policy': {
    input: 'name',
    isLogical: true,
    what: 'scaling policy',
    service: 'Application Auto Scaling',
    most: 255,
    fewest: 1,
    character: /[^\p{Cc}]/u,
  },
  'aws:appautoscaling/target:Target': 'assigned',
  'aws:backup/plan:Plan': {
    input: 'name',
    what: 'backup plan',
    service: 'AWS Backup',
    most: 50,
    fewest: 1,
    character: /[A-Za-z0-9_.-]/,
  },
  'aws:backup/selection:Selection': 'bounded',
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
  'aws:iam/rolePolicy:RolePolicy': {
    input: 'name',
    isLogical: true,
    what: 'inline policy',
    service: 'IAM',
    most: 128,
    fewest: 1,
    character: /[A-Za-z0-9_+=,.@-]/,
  },
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': 'assigned',
  'aws:kms/alias:Alias': {
    input: 'name',
    what: 'key',
    service: 'KMS',
    most: 256,
    fewest: 1,
    character: /[A-Za-z0-9/_-]/,
  },
  'aws:kms/key:Key': 'assigned',
  'aws:lambda/function:Function': {
    input: 'name',
    what: 'function',
    service: 'Lambda',
    most: 64,
    fewest: 1,
    ...WORD,
  },
  'aws:lambda/permission:Permission': {
    input: 'statementId',
    isLogical: true,
    what: 'permission',
    service: 'Lambda',
    most: 100,
    fewest: 1,
    ...WORD,
  },
  'aws:sns/topic:Topic': { input: 'name', what: 'topic', service: 'SNS', most: 256, fewest: 1, ...WORD },
  'aws:sns/topicPolicy:TopicPolicy': 'assigned',
  'aws:sns/topicSubscription:TopicSubscription': 'assigned',
  'aws:sqs/queuePolicy:QueuePolicy': 'assigned',
  'aws:sqs/queue:Queue': { input: 'name', what: 'queue', service: 'SQS', most: 80, fewest: 1, ...WORD },
  'aws:wafv2/webAcl:WebAcl': { input: 'name', what: 'web ACL', service: 'WAF', most: 128, fewest: 1, ...WORD },
  'aws:wafv2/webAclAssociation:WebAclAssociation': 'assigned',
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': 'assigned',
  'aws:xray/samplingRule:SamplingRule': {
    input: 'ruleName',
    what: 'sampling rule',
    service: 'X-Ray',
    most: 32,
    fewest: 1,
    character: /[^\p{Cc}]/u,
  },
};

/** The physical name of a resource. */
export interface PhysicalName {
  readonly name: string;
  readonly form: NameForm;
  readonly node: AnyResourceNode;
  /** Whether the name is made of the logical name, and not by `naming.pattern`. */
  readonly isLogical: boolean;
}

/** What Pulumi adds to a logical name: its characters are random, their number is not. */
export const LOGICAL_SUFFIX = '-1234567';

/** The physical names of a graph that AWS asks something of. */
export function physicalNames(graph: ResourceGraph): PhysicalName[] {
  return graph.resources.flatMap((node) => {
    const form = NAME_FORMS[node.kind];
    if (typeof form === 'string') return [];
    const name = (node.inputs as Readonly<Record<string, unknown>>)[form.input];
    if (name === undefined && form.isLogical)
      return [{ name: `${node.name}${LOGICAL_SUFFIX}`, form, node, isLogical: true }];
    return typeof name === 'string' ? [{ name, form, node, isLogical: form.isLogical === true }] : [];
  });
}
