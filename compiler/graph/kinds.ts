// The kinds of resources in a graph: a closed union, with the inputs that @pulumi/aws declares for each.

import type { AccountArgs } from '@pulumi/aws/apigateway/account';
import type { ApiKeyArgs } from '@pulumi/aws/apigateway/apiKey';
import type { AuthorizerArgs } from '@pulumi/aws/apigateway/authorizer';
import type { BasePathMappingArgs } from '@pulumi/aws/apigateway/basePathMapping';
import type { DeploymentArgs } from '@pulumi/aws/apigateway/deployment';
import type { DomainNameArgs } from '@pulumi/aws/apigateway/domainName';
import type { IntegrationArgs } from '@pulumi/aws/apigateway/integration';
import type { MethodArgs } from '@pulumi/aws/apigateway/method';
import type { MethodSettingsArgs } from '@pulumi/aws/apigateway/methodSettings';
import type { ModelArgs } from '@pulumi/aws/apigateway/model';
import type { RequestValidatorArgs } from '@pulumi/aws/apigateway/requestValidator';
import type { ResourceArgs } from '@pulumi/aws/apigateway/resource';
import type { ResponseArgs } from '@pulumi/aws/apigateway/response';
import type { RestApiArgs } from '@pulumi/aws/apigateway/restApi';
import type { RestApiPolicyArgs } from '@pulumi/aws/apigateway/restApiPolicy';
import type { StageArgs } from '@pulumi/aws/apigateway/stage';
import type { UsagePlanArgs } from '@pulumi/aws/apigateway/usagePlan';
import type { UsagePlanKeyArgs } from '@pulumi/aws/apigateway/usagePlanKey';
import type { PolicyArgs } from '@pulumi/aws/appautoscaling/policy';
import type { TargetArgs } from '@pulumi/aws/appautoscaling/target';
import type { PlanArgs as BackupPlanArgs } from '@pulumi/aws/backup/plan';
import type { SelectionArgs as BackupSelectionArgs } from '@pulumi/aws/backup/selection';
import type { VaultArgs as BackupVaultArgs } from '@pulumi/aws/backup/vault';
import type { SlackChannelConfigurationArgs } from '@pulumi/aws/chatbot/slackChannelConfiguration';
import type { CompositeAlarmArgs } from '@pulumi/aws/cloudwatch/compositeAlarm';
import type { DashboardArgs } from '@pulumi/aws/cloudwatch/dashboard';
import type { LogGroupArgs } from '@pulumi/aws/cloudwatch/logGroup';
import type { MetricAlarmArgs } from '@pulumi/aws/cloudwatch/metricAlarm';
import type { TableArgs } from '@pulumi/aws/dynamodb/table';
import type { PolicyArgs as IamPolicyArgs } from '@pulumi/aws/iam/policy';
import type { RoleArgs } from '@pulumi/aws/iam/role';
import type { RolePolicyArgs } from '@pulumi/aws/iam/rolePolicy';
import type { RolePolicyAttachmentArgs } from '@pulumi/aws/iam/rolePolicyAttachment';
import type { AliasArgs as KeyAliasArgs } from '@pulumi/aws/kms/alias';
import type { KeyArgs } from '@pulumi/aws/kms/key';
import type { FunctionArgs } from '@pulumi/aws/lambda/function';
import type { PermissionArgs } from '@pulumi/aws/lambda/permission';
import type { TopicArgs } from '@pulumi/aws/sns/topic';
import type { TopicPolicyArgs } from '@pulumi/aws/sns/topicPolicy';
import type { TopicSubscriptionArgs } from '@pulumi/aws/sns/topicSubscription';
import type { QueueArgs } from '@pulumi/aws/sqs/queue';
import type { QueuePolicyArgs } from '@pulumi/aws/sqs/queuePolicy';
import type { WebAclArgs } from '@pulumi/aws/wafv2/webAcl';
import type { WebAclAssociationArgs } from '@pulumi/aws/wafv2/webAclAssociation';
import type { WebAclLoggingConfigurationArgs } from '@pulumi/aws/wafv2/webAclLoggingConfiguration';
import type { SamplingRuleArgs } from '@pulumi/aws/xray/samplingRule';
import type { Unwrap } from '@pulumi/pulumi';
import type { CodeBundle, Expression } from './value';

/** The arguments of each kind, by Pulumi type token. */
interface KindArgs {
  'aws:apigateway/account:Account': AccountArgs;
  'aws:apigateway/authorizer:Authorizer': AuthorizerArgs;
  'aws:apigateway/apiKey:ApiKey': ApiKeyArgs;
  'aws:apigateway/usagePlan:UsagePlan': UsagePlanArgs;
  'aws:apigateway/usagePlanKey:UsagePlanKey': UsagePlanKeyArgs;
  'aws:apigateway/basePathMapping:BasePathMapping': BasePathMappingArgs;
  'aws:apigateway/deployment:Deployment': DeploymentArgs;
  'aws:apigateway/domainName:DomainName': DomainNameArgs;
  'aws:apigateway/integration:Integration': IntegrationArgs;
  'aws:apigateway/method:Method': MethodArgs;
  'aws:apigateway/methodSettings:MethodSettings': MethodSettingsArgs;
  'aws:apigateway/model:Model': ModelArgs;
  'aws:apigateway/requestValidator:RequestValidator': RequestValidatorArgs;
  'aws:apigateway/resource:Resource': ResourceArgs;
  'aws:apigateway/response:Response': ResponseArgs;
  'aws:apigateway/restApi:RestApi': RestApiArgs;
  'aws:apigateway/restApiPolicy:RestApiPolicy': RestApiPolicyArgs;
  'aws:apigateway/stage:Stage': StageArgs;
  'aws:appautoscaling/policy:Policy': PolicyArgs;
  'aws:appautoscaling/target:Target': TargetArgs;
  'aws:backup/plan:Plan': BackupPlanArgs;
  'aws:backup/selection:Selection': BackupSelectionArgs;
  'aws:backup/vault:Vault': BackupVaultArgs;
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': SlackChannelConfigurationArgs;
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': CompositeAlarmArgs;
  'aws:cloudwatch/dashboard:Dashboard': DashboardArgs;
  'aws:cloudwatch/logGroup:LogGroup': LogGroupArgs;
  'aws:cloudwatch/metricAlarm:MetricAlarm': MetricAlarmArgs;
  'aws:dynamodb/table:Table': TableArgs;
  'aws:iam/policy:Policy': IamPolicyArgs;
  'aws:iam/role:Role': RoleArgs;
  'aws:iam/rolePolicy:RolePolicy': RolePolicyArgs;
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': RolePolicyAttachmentArgs;
  'aws:kms/alias:Alias': KeyAliasArgs;
  'aws:kms/key:Key': KeyArgs;
  'aws:lambda/function:Function': Omit<FunctionArgs, 'code'> & { code: CodeBundle };
  'aws:lambda/permission:Permission': PermissionArgs;
  'aws:sns/topic:Topic': TopicArgs;
  'aws:sns/topicPolicy:TopicPolicy': TopicPolicyArgs;
  'aws:sns/topicSubscription:TopicSubscription': TopicSubscriptionArgs;
  'aws:sqs/queue:Queue': QueueArgs;
  'aws:sqs/queuePolicy:QueuePolicy': QueuePolicyArgs;
  'aws:wafv2/webAcl:WebAcl': WebAclArgs;
  'aws:wafv2/webAclAssociation:WebAclAssociation': WebAclAssociationArgs;
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': WebAclLoggingConfigurationArgs;
  'aws:xray/samplingRule:SamplingRule': SamplingRuleArgs;
}

/** The kind of a resource: its Pulumi type token. */
export type Kind = keyof KindArgs;

/** The short form of a resource type, such as `dynamodb:Table`. */
export function describeKind(kind: string): string {
  const [, service = kind, name = ''] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(kind) ?? [];
  return name === '' ? service : `${service}:${name}`;
}

/** The inputs of a kind: its arguments in @pulumi/aws, with expressions of the graph in place of Pulumi's outputs. */
export type Inputs<K extends Kind> = Expressible<Unwrap<KindArgs[K]>>;

type Expressible<T> = T extends CodeBundle
  ? T
  : T extends string | number | boolean
    ? T | Exclude<Expression, CodeBundle>
    : T extends readonly (infer Item)[]
      ? readonly Expressible<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Expressible<T[Key]> }
        : T;
