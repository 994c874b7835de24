// How long the texts of resources may be, and the policies that AWS stores of them.

import type { Quotas } from '../../schema/environment.generated';
import type { Kind } from '../graph/kinds';

/** The most that AWS takes of an input, or of that input in several resources together. */
export interface InputSize {
  readonly input: string;
  /** What the text is. */
  readonly what: string;
  readonly service: string;
  readonly most: (quotas: Quotas) => number;
  readonly unit: 'characters' | 'bytes';
  readonly help: string;
  /** The field of the spec that holds the quota; absent where AWS does not raise it. */
  readonly field?: string;
  /** The input that says whose texts are counted together, such as the role of inline policies. */
  readonly sharedBy?: string;
}

/** Why a kind has no text whose length a spec decides. */
type NoSize =
  /** Its texts are names or numbers, or AWS documents no limit on them that a spec could reach. */
  | 'short'
  /** Its texts are the same for every spec, apart from names. */
  | 'fixed'
  /** Lambda makes one policy of all statements for a function: function-policy.rule.ts measures it. */
  | 'statement';

const fixed = (most: number) => () => most;

const DESCRIPTION = {
  input: 'alarmDescription',
  what: 'description of the alarm',
  service: 'CloudWatch',
  most: fixed(1024),
  unit: 'characters',
  help: 'shorten the description',
} as const;

/**
 * By kind: total, so that a new kind does not compile without a decision.
 *
 * Sources: Amazon API Gateway quotas for REST APIs · CloudWatch API Reference, PutMetricAlarm and PutCompositeAlarm · IAM and AWS
 * STS quotas · AWS KMS quotas, "Key policy document size".
 */
export const INPUT_SIZES: { readonly [K in Kind]: readonly InputSize[] | NoSize } = {
  'aws:apigateway/account:Account': 'short',
  'aws:apigateway/authorizer:Authorizer': 'short',
  'aws:apigateway/apiKey:ApiKey': 'short',
  'aws:apigateway/usagePlan:UsagePlan': 'short',
  'aws:apigateway/usagePlanKey:UsagePlanKey': 'short',
  'aws:apigateway/basePathMapping:BasePathMapping': 'short',
  'aws:apigateway/deployment:Deployment': 'short',
  'aws:apigateway/domainName:DomainName': 'short',
  'aws:apigateway/integration:Integration': 'short',
  'aws:apigateway/method:Method': 'short',
  'aws:apigateway/methodSettings:MethodSettings': 'short',
  'aws:apigateway/model:Model': [
    {
      input: 'schema',
      what: 'model of bodies',
      service: 'API Gateway',
      most: fixed(400_000),
      unit: 'bytes',
      help: 'shorten payment.bodySchema',
    },
  ],
  'aws:apigateway/requestValidator:RequestValidator': 'short',
  'aws:apigateway/resource:Resource': 'short',
  'aws:apigateway/response:Response': 'fixed',
  'aws:apigateway/restApi:RestApi': 'short',
  'aws:apigateway/restApiPolicy:RestApiPolicy': [
    {
      input: 'policy',
      what: 'resource policy of the API',
      service: 'API Gateway',
      most: ({ apiGateway }) => apiGateway.resourcePolicyCharacters,
      unit: 'characters',
      help: 'give the routes of a method the same authorization, or name fewer networks',
      field: 'quotas.apiGateway.resourcePolicyCharacters',
    },
  ],
  'aws:apigateway/stage:Stage': 'fixed',
  'aws:appautoscaling/policy:Policy': 'short',
  'aws:appautoscaling/target:Target': 'short',
  'aws:backup/plan:Plan': 'short',
  'aws:backup/selection:Selection': 'short',
  'aws:backup/vault:Vault': 'short',
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': 'short',
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': [
    DESCRIPTION,
    {
      input: 'alarmRule',
      what: 'rule of the composite alarm',
      service: 'CloudWatch',
      most: fixed(10_240),
      unit: 'characters',
      help: 'group the alarms in composite alarms of their own, and name those',
    },
  ],
  'aws:cloudwatch/dashboard:Dashboard': 'short',
  'aws:cloudwatch/logGroup:LogGroup': 'short',
  'aws:cloudwatch/metricAlarm:MetricAlarm': [DESCRIPTION],
  'aws:dynamodb/table:Table': 'short',
  'aws:iam/policy:Policy': [
    {
      input: 'policy',
      what: 'managed policy',
      service: 'IAM',
      most: fixed(6144),
      unit: 'characters',
      help: 'set permissionsBoundary to NONE or to the ARN of a shorter policy, or split the spec',
    },
  ],
  'aws:iam/role:Role': 'fixed',
  'aws:iam/rolePolicy:RolePolicy': [
    {
      input: 'policy',
      what: 'inline policy of the role',
      service: 'IAM',
      most: fixed(10_240),
      unit: 'characters',
      help: 'give the function access to fewer parts, or split it',
      sharedBy: 'role',
    },
  ],
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': 'short',
  'aws:kms/alias:Alias': 'short',
  'aws:kms/key:Key': [
    {
      input: 'policy',
      what: 'policy of the data key',
      service: 'KMS',
      most: fixed(32_768),
      unit: 'bytes',
      help: 'split the spec: the policy names each log group',
    },
  ],
  'aws:lambda/function:Function': 'short',
  'aws:lambda/permission:Permission': 'statement',
  'aws:sns/topic:Topic': 'short',
  'aws:sns/topicPolicy:TopicPolicy': 'fixed',
  'aws:sns/topicSubscription:TopicSubscription': 'short',
  'aws:sqs/queue:Queue': 'short',
  'aws:sqs/queuePolicy:QueuePolicy': 'fixed',
  'aws:wafv2/webAcl:WebAcl': 'short',
  'aws:wafv2/webAclAssociation:WebAclAssociation': 'short',
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': 'short',
  'aws:xray/samplingRule:SamplingRule': 'short',
};
