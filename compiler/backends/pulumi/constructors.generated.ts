// Generated from compiler/graph/kinds/ by `npm run generate`: add a kind there instead.

import { Account as ApigatewayAccount } from '@pulumi/aws/apigateway/account';
import { ApiKey as ApigatewayApiKey } from '@pulumi/aws/apigateway/apiKey';
import { Authorizer as ApigatewayAuthorizer } from '@pulumi/aws/apigateway/authorizer';
import { BasePathMapping as ApigatewayBasePathMapping } from '@pulumi/aws/apigateway/basePathMapping';
import { Deployment as ApigatewayDeployment } from '@pulumi/aws/apigateway/deployment';
import { DomainName as ApigatewayDomainName } from '@pulumi/aws/apigateway/domainName';
import { Integration as ApigatewayIntegration } from '@pulumi/aws/apigateway/integration';
import { Method as ApigatewayMethod } from '@pulumi/aws/apigateway/method';
import { MethodSettings as ApigatewayMethodSettings } from '@pulumi/aws/apigateway/methodSettings';
import { Model as ApigatewayModel } from '@pulumi/aws/apigateway/model';
import { RequestValidator as ApigatewayRequestValidator } from '@pulumi/aws/apigateway/requestValidator';
import { Resource as ApigatewayResource } from '@pulumi/aws/apigateway/resource';
import { Response as ApigatewayResponse } from '@pulumi/aws/apigateway/response';
import { RestApi as ApigatewayRestApi } from '@pulumi/aws/apigateway/restApi';
import { RestApiPolicy as ApigatewayRestApiPolicy } from '@pulumi/aws/apigateway/restApiPolicy';
import { Stage as ApigatewayStage } from '@pulumi/aws/apigateway/stage';
import { UsagePlan as ApigatewayUsagePlan } from '@pulumi/aws/apigateway/usagePlan';
import { UsagePlanKey as ApigatewayUsagePlanKey } from '@pulumi/aws/apigateway/usagePlanKey';
import { Policy as AppautoscalingPolicy } from '@pulumi/aws/appautoscaling/policy';
import { Target as AppautoscalingTarget } from '@pulumi/aws/appautoscaling/target';
import { Plan as BackupPlan } from '@pulumi/aws/backup/plan';
import { Selection as BackupSelection } from '@pulumi/aws/backup/selection';
import { Vault as BackupVault } from '@pulumi/aws/backup/vault';
import { SlackChannelConfiguration as ChatbotSlackChannelConfiguration } from '@pulumi/aws/chatbot/slackChannelConfiguration';
import { CompositeAlarm as CloudwatchCompositeAlarm } from '@pulumi/aws/cloudwatch/compositeAlarm';
import { Dashboard as CloudwatchDashboard } from '@pulumi/aws/cloudwatch/dashboard';
import { LogGroup as CloudwatchLogGroup } from '@pulumi/aws/cloudwatch/logGroup';
import { MetricAlarm as CloudwatchMetricAlarm } from '@pulumi/aws/cloudwatch/metricAlarm';
import { Table as DynamodbTable } from '@pulumi/aws/dynamodb/table';
import { Policy as IamPolicy } from '@pulumi/aws/iam/policy';
import { Role as IamRole } from '@pulumi/aws/iam/role';
import { RolePolicy as IamRolePolicy } from '@pulumi/aws/iam/rolePolicy';
import { RolePolicyAttachment as IamRolePolicyAttachment } from '@pulumi/aws/iam/rolePolicyAttachment';
import { Alias as KmsAlias } from '@pulumi/aws/kms/alias';
import { Key as KmsKey } from '@pulumi/aws/kms/key';
import { EventSourceMapping as LambdaEventSourceMapping } from '@pulumi/aws/lambda/eventSourceMapping';
import { Function as LambdaFunction } from '@pulumi/aws/lambda/function';
import { Permission as LambdaPermission } from '@pulumi/aws/lambda/permission';
import { Schedule as SchedulerSchedule } from '@pulumi/aws/scheduler/schedule';
import { ScheduleGroup as SchedulerScheduleGroup } from '@pulumi/aws/scheduler/scheduleGroup';
import { SecretRotation as SecretsmanagerSecretRotation } from '@pulumi/aws/secretsmanager/secretRotation';
import { Topic as SnsTopic } from '@pulumi/aws/sns/topic';
import { TopicPolicy as SnsTopicPolicy } from '@pulumi/aws/sns/topicPolicy';
import { TopicSubscription as SnsTopicSubscription } from '@pulumi/aws/sns/topicSubscription';
import { Queue as SqsQueue } from '@pulumi/aws/sqs/queue';
import { QueuePolicy as SqsQueuePolicy } from '@pulumi/aws/sqs/queuePolicy';
import { RedriveAllowPolicy as SqsRedriveAllowPolicy } from '@pulumi/aws/sqs/redriveAllowPolicy';
import { RedrivePolicy as SqsRedrivePolicy } from '@pulumi/aws/sqs/redrivePolicy';
import { WebAcl as Wafv2WebAcl } from '@pulumi/aws/wafv2/webAcl';
import { WebAclAssociation as Wafv2WebAclAssociation } from '@pulumi/aws/wafv2/webAclAssociation';
import { WebAclLoggingConfiguration as Wafv2WebAclLoggingConfiguration } from '@pulumi/aws/wafv2/webAclLoggingConfiguration';
import { SamplingRule as XraySamplingRule } from '@pulumi/aws/xray/samplingRule';
import type { CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import type { Kind } from '../../graph/kind';

/** A class of @pulumi/aws; its arguments are the inputs of the kind. */
export type ResourceConstructor = new (name: string, args: never, options: CustomResourceOptions) => CustomResource;

/** The class of each kind. */
export const CONSTRUCTORS: Readonly<Record<Kind, ResourceConstructor>> = {
  'aws:apigateway/account:Account': ApigatewayAccount,
  'aws:apigateway/apiKey:ApiKey': ApigatewayApiKey,
  'aws:apigateway/authorizer:Authorizer': ApigatewayAuthorizer,
  'aws:apigateway/basePathMapping:BasePathMapping': ApigatewayBasePathMapping,
  'aws:apigateway/deployment:Deployment': ApigatewayDeployment,
  'aws:apigateway/domainName:DomainName': ApigatewayDomainName,
  'aws:apigateway/integration:Integration': ApigatewayIntegration,
  'aws:apigateway/method:Method': ApigatewayMethod,
  'aws:apigateway/methodSettings:MethodSettings': ApigatewayMethodSettings,
  'aws:apigateway/model:Model': ApigatewayModel,
  'aws:apigateway/requestValidator:RequestValidator': ApigatewayRequestValidator,
  'aws:apigateway/resource:Resource': ApigatewayResource,
  'aws:apigateway/response:Response': ApigatewayResponse,
  'aws:apigateway/restApi:RestApi': ApigatewayRestApi,
  'aws:apigateway/restApiPolicy:RestApiPolicy': ApigatewayRestApiPolicy,
  'aws:apigateway/stage:Stage': ApigatewayStage,
  'aws:apigateway/usagePlan:UsagePlan': ApigatewayUsagePlan,
  'aws:apigateway/usagePlanKey:UsagePlanKey': ApigatewayUsagePlanKey,
  'aws:appautoscaling/policy:Policy': AppautoscalingPolicy,
  'aws:appautoscaling/target:Target': AppautoscalingTarget,
  'aws:backup/plan:Plan': BackupPlan,
  'aws:backup/selection:Selection': BackupSelection,
  'aws:backup/vault:Vault': BackupVault,
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': ChatbotSlackChannelConfiguration,
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': CloudwatchCompositeAlarm,
  'aws:cloudwatch/dashboard:Dashboard': CloudwatchDashboard,
  'aws:cloudwatch/logGroup:LogGroup': CloudwatchLogGroup,
  'aws:cloudwatch/metricAlarm:MetricAlarm': CloudwatchMetricAlarm,
  'aws:dynamodb/table:Table': DynamodbTable,
  'aws:iam/policy:Policy': IamPolicy,
  'aws:iam/role:Role': IamRole,
  'aws:iam/rolePolicy:RolePolicy': IamRolePolicy,
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': IamRolePolicyAttachment,
  'aws:kms/alias:Alias': KmsAlias,
  'aws:kms/key:Key': KmsKey,
  'aws:lambda/eventSourceMapping:EventSourceMapping': LambdaEventSourceMapping,
  'aws:lambda/function:Function': LambdaFunction,
  'aws:lambda/permission:Permission': LambdaPermission,
  'aws:scheduler/schedule:Schedule': SchedulerSchedule,
  'aws:scheduler/scheduleGroup:ScheduleGroup': SchedulerScheduleGroup,
  'aws:secretsmanager/secretRotation:SecretRotation': SecretsmanagerSecretRotation,
  'aws:sns/topic:Topic': SnsTopic,
  'aws:sns/topicPolicy:TopicPolicy': SnsTopicPolicy,
  'aws:sns/topicSubscription:TopicSubscription': SnsTopicSubscription,
  'aws:sqs/queue:Queue': SqsQueue,
  'aws:sqs/queuePolicy:QueuePolicy': SqsQueuePolicy,
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': SqsRedriveAllowPolicy,
  'aws:sqs/redrivePolicy:RedrivePolicy': SqsRedrivePolicy,
  'aws:wafv2/webAcl:WebAcl': Wafv2WebAcl,
  'aws:wafv2/webAclAssociation:WebAclAssociation': Wafv2WebAclAssociation,
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': Wafv2WebAclLoggingConfiguration,
  'aws:xray/samplingRule:SamplingRule': XraySamplingRule,
};
