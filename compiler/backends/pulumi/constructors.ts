// The class in @pulumi/aws of each kind of resource, imported from its own file: the package's root loads far more.

import { Account } from '@pulumi/aws/apigateway/account';
import { ApiKey } from '@pulumi/aws/apigateway/apiKey';
import { Authorizer } from '@pulumi/aws/apigateway/authorizer';
import { BasePathMapping } from '@pulumi/aws/apigateway/basePathMapping';
import { Deployment } from '@pulumi/aws/apigateway/deployment';
import { DomainName } from '@pulumi/aws/apigateway/domainName';
import { Integration } from '@pulumi/aws/apigateway/integration';
import { Method } from '@pulumi/aws/apigateway/method';
import { MethodSettings } from '@pulumi/aws/apigateway/methodSettings';
import { Model } from '@pulumi/aws/apigateway/model';
import { RequestValidator } from '@pulumi/aws/apigateway/requestValidator';
import { Resource } from '@pulumi/aws/apigateway/resource';
import { Response } from '@pulumi/aws/apigateway/response';
import { RestApi } from '@pulumi/aws/apigateway/restApi';
import { RestApiPolicy } from '@pulumi/aws/apigateway/restApiPolicy';
import { Stage } from '@pulumi/aws/apigateway/stage';
import { UsagePlan } from '@pulumi/aws/apigateway/usagePlan';
import { UsagePlanKey } from '@pulumi/aws/apigateway/usagePlanKey';
import { Policy } from '@pulumi/aws/appautoscaling/policy';
import { Target } from '@pulumi/aws/appautoscaling/target';
import { Plan as BackupPlan } from '@pulumi/aws/backup/plan';
import { Selection as BackupSelection } from '@pulumi/aws/backup/selection';
import { Vault as BackupVault } from '@pulumi/aws/backup/vault';
import { SlackChannelConfiguration } from '@pulumi/aws/chatbot/slackChannelConfiguration';
import { CompositeAlarm } from '@pulumi/aws/cloudwatch/compositeAlarm';
import { Dashboard } from '@pulumi/aws/cloudwatch/dashboard';
import { LogGroup } from '@pulumi/aws/cloudwatch/logGroup';
import { MetricAlarm } from '@pulumi/aws/cloudwatch/metricAlarm';
import { Table } from '@pulumi/aws/dynamodb/table';
import { Policy as IamPolicy } from '@pulumi/aws/iam/policy';
import { Role } from '@pulumi/aws/iam/role';
import { RolePolicy } from '@pulumi/aws/iam/rolePolicy';
import { RolePolicyAttachment } from '@pulumi/aws/iam/rolePolicyAttachment';
import { Alias as KeyAlias } from '@pulumi/aws/kms/alias';
import { Key } from '@pulumi/aws/kms/key';
import { Function as LambdaFunction } from '@pulumi/aws/lambda/function';
import { Permission } from '@pulumi/aws/lambda/permission';
import { Topic } from '@pulumi/aws/sns/topic';
import { TopicPolicy } from '@pulumi/aws/sns/topicPolicy';
import { TopicSubscription } from '@pulumi/aws/sns/topicSubscription';
import { Queue } from '@pulumi/aws/sqs/queue';
import { QueuePolicy } from '@pulumi/aws/sqs/queuePolicy';
import { WebAcl } from '@pulumi/aws/wafv2/webAcl';
import { WebAclAssociation } from '@pulumi/aws/wafv2/webAclAssociation';
import { WebAclLoggingConfiguration } from '@pulumi/aws/wafv2/webAclLoggingConfiguration';
import { SamplingRule } from '@pulumi/aws/xray/samplingRule';
import type { CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import type { Kind } from '../../graph/kinds';

/** A class of @pulumi/aws; its arguments are the inputs of the kind. */
export type ResourceConstructor = new (name: string, args: never, options: CustomResourceOptions) => CustomResource;

/** The class of each kind. */
export const CONSTRUCTORS: Readonly<Record<Kind, ResourceConstructor>> = {
  'aws:apigateway/account:Account': Account,
  'aws:apigateway/authorizer:Authorizer': Authorizer,
  'aws:apigateway/apiKey:ApiKey': ApiKey,
  'aws:apigateway/usagePlan:UsagePlan': UsagePlan,
  'aws:apigateway/usagePlanKey:UsagePlanKey': UsagePlanKey,
  'aws:apigateway/basePathMapping:BasePathMapping': BasePathMapping,
  'aws:apigateway/deployment:Deployment': Deployment,
  'aws:apigateway/domainName:DomainName': DomainName,
  'aws:apigateway/integration:Integration': Integration,
  'aws:apigateway/method:Method': Method,
  'aws:apigateway/methodSettings:MethodSettings': MethodSettings,
  'aws:apigateway/model:Model': Model,
  'aws:apigateway/requestValidator:RequestValidator': RequestValidator,
  'aws:apigateway/resource:Resource': Resource,
  'aws:apigateway/response:Response': Response,
  'aws:apigateway/restApi:RestApi': RestApi,
  'aws:apigateway/restApiPolicy:RestApiPolicy': RestApiPolicy,
  'aws:apigateway/stage:Stage': Stage,
  'aws:appautoscaling/policy:Policy': Policy,
  'aws:appautoscaling/target:Target': Target,
  'aws:backup/plan:Plan': BackupPlan,
  'aws:backup/selection:Selection': BackupSelection,
  'aws:backup/vault:Vault': BackupVault,
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': SlackChannelConfiguration,
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': CompositeAlarm,
  'aws:cloudwatch/dashboard:Dashboard': Dashboard,
  'aws:cloudwatch/logGroup:LogGroup': LogGroup,
  'aws:cloudwatch/metricAlarm:MetricAlarm': MetricAlarm,
  'aws:dynamodb/table:Table': Table,
  'aws:iam/policy:Policy': IamPolicy,
  'aws:iam/role:Role': Role,
  'aws:iam/rolePolicy:RolePolicy': RolePolicy,
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': RolePolicyAttachment,
  'aws:kms/alias:Alias': KeyAlias,
  'aws:kms/key:Key': Key,
  'aws:lambda/function:Function': LambdaFunction,
  'aws:lambda/permission:Permission': Permission,
  'aws:sns/topic:Topic': Topic,
  'aws:sns/topicPolicy:TopicPolicy': TopicPolicy,
  'aws:sns/topicSubscription:TopicSubscription': TopicSubscription,
  'aws:sqs/queue:Queue': Queue,
  'aws:sqs/queuePolicy:QueuePolicy': QueuePolicy,
  'aws:wafv2/webAcl:WebAcl': WebAcl,
  'aws:wafv2/webAclAssociation:WebAclAssociation': WebAclAssociation,
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': WebAclLoggingConfiguration,
  'aws:xray/samplingRule:SamplingRule': SamplingRule,
};
