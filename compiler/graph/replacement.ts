// The effects of changing a resource: the inputs that replace it, and the kinds that lose data.

import type { Kind } from './kinds';

/**
 * The inputs whose change replaces a resource (ForceNew in the Terraform provider that @pulumi/aws is built from). `region` replaces every
 * kind that has it, but is omitted here because only the provider sets it. An absent input for which AWS may choose a value, such as a
 * vault's kmsKeyArn, changes nothing.
 */
export const REPLACED_BY: Readonly<Record<Kind, readonly string[]>> = {
  'aws:apigateway/account:Account': [],
  'aws:apigateway/authorizer:Authorizer': ['restApi'],
  'aws:apigateway/apiKey:ApiKey': ['value'],
  'aws:apigateway/usagePlan:UsagePlan': [],
  'aws:apigateway/usagePlanKey:UsagePlanKey': ['keyId', 'keyType', 'usagePlanId'],
  'aws:apigateway/basePathMapping:BasePathMapping': ['domainName', 'domainNameId'],
  'aws:apigateway/domainName:DomainName': ['domainName'],
  'aws:apigateway/deployment:Deployment': ['restApi', 'triggers', 'variables'],
  'aws:apigateway/integration:Integration': [
    'restApi',
    'resourceId',
    'httpMethod',
    'integrationHttpMethod',
    'type',
    'credentials',
    'passthroughBehavior',
  ],
  'aws:apigateway/method:Method': ['restApi', 'resourceId', 'httpMethod'],
  'aws:apigateway/methodSettings:MethodSettings': ['restApi', 'stageName', 'methodPath'],
  'aws:apigateway/model:Model': ['restApi', 'name', 'contentType'],
  'aws:apigateway/requestValidator:RequestValidator': ['restApi'],
  'aws:apigateway/resource:Resource': ['restApi'],
  'aws:apigateway/response:Response': ['restApiId', 'responseType'],
  'aws:apigateway/restApi:RestApi': [],
  'aws:apigateway/restApiPolicy:RestApiPolicy': ['restApiId'],
  'aws:apigateway/stage:Stage': ['restApi', 'stageName'],
  'aws:appautoscaling/policy:Policy': ['name', 'resourceId', 'scalableDimension', 'serviceNamespace'],
  'aws:appautoscaling/target:Target': ['resourceId', 'scalableDimension', 'serviceNamespace'],
  'aws:backup/plan:Plan': ['name'],
  'aws:backup/selection:Selection': [
    'name',
    'planId',
    'iamRoleArn',
    'resources',
    'notResources',
    'conditions',
    'selectionTags',
  ],
  'aws:backup/vault:Vault': ['name', 'kmsKeyArn'],
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': [],
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': ['alarmName', 'actionsEnabled'],
  'aws:cloudwatch/dashboard:Dashboard': ['dashboardName'],
  'aws:cloudwatch/logGroup:LogGroup': ['name', 'namePrefix', 'logGroupClass'],
  'aws:cloudwatch/metricAlarm:MetricAlarm': ['name'],
  'aws:dynamodb/table:Table': [
    'name',
    'hashKey',
    'rangeKey',
    'localSecondaryIndexes',
    'importTable',
    'restoreBackupArn',
    'restoreDateTime',
    'restoreSourceName',
    'restoreSourceTableArn',
    'restoreToLatestTime',
  ],
  'aws:iam/policy:Policy': ['name', 'namePrefix', 'path', 'description'],
  'aws:iam/role:Role': ['name', 'namePrefix', 'path'],
  'aws:iam/rolePolicy:RolePolicy': ['name', 'namePrefix', 'role'],
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': ['role', 'policyArn'],
  'aws:kms/alias:Alias': ['name', 'namePrefix'],
  'aws:kms/key:Key': ['multiRegion', 'customerMasterKeySpec', 'keyUsage', 'customKeyStoreId', 'xksKeyId'],
  'aws:lambda/function:Function': ['name', 'packageType'],
  'aws:lambda/permission:Permission': [
    'action',
    'eventSourceToken',
    'function',
    'functionUrlAuthType',
    'principal',
    'principalOrgId',
    'qualifier',
    'sourceAccount',
    'sourceArn',
    'statementId',
    'statementIdPrefix',
  ],
  'aws:sns/topic:Topic': ['name', 'namePrefix', 'fifoTopic'],
  'aws:sns/topicPolicy:TopicPolicy': ['arn'],
  'aws:sns/topicSubscription:TopicSubscription': ['topic', 'protocol', 'endpoint'],
  'aws:sqs/queue:Queue': ['name', 'namePrefix', 'fifoQueue'],
  'aws:sqs/queuePolicy:QueuePolicy': ['queueUrl'],
  'aws:wafv2/webAcl:WebAcl': ['name', 'namePrefix', 'scope'],
  'aws:wafv2/webAclAssociation:WebAclAssociation': ['resourceArn', 'webAclArn'],
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': ['resourceArn', 'logDestinationConfigs'],
  'aws:xray/samplingRule:SamplingRule': ['ruleName', 'version'],
};

/** The kinds that hold data, which is lost when a resource is replaced or deleted. */
const STATEFUL = [
  'aws:backup/vault:Vault',
  'aws:cloudwatch/logGroup:LogGroup',
  'aws:dynamodb/table:Table',
  // Data encrypted with a deleted key is lost.
  'aws:kms/key:Key',
  'aws:sqs/queue:Queue',
] as const satisfies readonly Kind[];

/** A kind that holds data. */
export type StatefulKind = (typeof STATEFUL)[number];

/** Whether resources of a type hold data. */
export function isStateful(type: string): type is StatefulKind {
  return (STATEFUL as readonly string[]).includes(type);
}

/** The properties of an index that cannot be changed in place (Amazon DynamoDB API Reference, UpdateTable). */
const REBUILT_BY = ['hashKey', 'rangeKey', 'projectionType', 'nonKeyAttributes'];

/**
 * The paths of a table's indexes that a deployment would delete and rebuild under the same name; until then queries return nothing.
 *
 * @param before the current inputs or outputs of the table
 * @param after the new inputs of the table
 */
export function rebuiltIndexParts(table: string, before: TableProperties, after: TableProperties): string[] {
  const former = new Map(indexesOf(before).map((index) => [index.name, index]));
  const isRebuilt = (index: TableProperties) => {
    const old = former.get(index.name);
    return old !== undefined && REBUILT_BY.some((property) => plain(old[property]) !== plain(index[property]));
  };
  return indexesOf(after)
    .filter(isRebuilt)
    .map(({ name }) => `tables.${table}.indexes.${String(name)}`);
}

type TableProperties = { readonly [property: string]: unknown };

function indexesOf({ globalSecondaryIndexes = [] }: TableProperties): readonly TableProperties[] {
  return globalSecondaryIndexes as readonly TableProperties[];
}

// One provider stores an unset value as '' or [], another omits it; attributes are a set.
function plain(value: unknown): string {
  return String(Array.isArray(value) ? [...value].sort() : (value ?? ''));
}
