// What it takes to deploy what holds data: tables and what scales and saves them, queues, log groups, and their key.

import {
  type Condition,
  type Grant,
  type KindAccess,
  type Known,
  type Place,
  passRole,
  serviceLinkedRole,
} from '../access';

/** A key's id is not known before: what it may be confused with has other tags. */
function ofThisEnvironment({ tags }: Known<'aws:kms/key:Key'>): Condition | undefined {
  const conditions = Object.entries(tags).map(([tag, value]) => [`aws:ResourceTag/${tag}`, value]);
  return conditions.length === 0 ? undefined : { StringEquals: Object.fromEntries(conditions) };
}

/** The right to have copies of a table in any Region (Amazon DynamoDB Developer Guide, "Using IAM with global tables"). */
function replication(table: string, place: Place): Grant[] {
  const actions = [
    ...['CreateTable', 'CreateTableReplica', 'DeleteTable', 'DeleteTableReplica', 'DescribeTable', 'UpdateTable'],
    ...['DescribeContinuousBackups', 'UpdateContinuousBackups', 'ListTagsOfResource', 'TagResource', 'UntagResource'],
    // DynamoDB fills a copy in the name of who asks for it.
    ...['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'],
  ];
  return [
    {
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [`arn:${place.partition}:dynamodb:*:${place.account}:table/${table}`],
    },
    serviceLinkedRole(place, 'replication.dynamodb.amazonaws.com', 'AWSServiceRoleForDynamoDBReplication'),
  ];
}

/** By kind. */
export const DATA = {
  'aws:appautoscaling/policy:Policy': {
    service: 'application-autoscaling',
    create: ['PutScalingPolicy'],
    read: [],
    update: ['PutScalingPolicy'],
    delete: ['DeleteScalingPolicy'],
    on: () => ['scalable-target/*'],
    unscoped: ['DescribeScalingPolicies'],
    // Target tracking keeps alarms of its own, in the name of who asks for it.
    also: (_inputs, { partition, region, account }) => [
      {
        actions: ['cloudwatch:PutMetricAlarm', 'cloudwatch:DescribeAlarms', 'cloudwatch:DeleteAlarms'],
        resources: [`arn:${partition}:cloudwatch:${region}:${account}:alarm:TargetTracking-table/*`],
      },
    ],
  } satisfies KindAccess<'aws:appautoscaling/policy:Policy'>,

  'aws:appautoscaling/target:Target': {
    service: 'application-autoscaling',
    create: ['RegisterScalableTarget', 'TagResource'],
    read: ['ListTagsForResource'],
    update: ['RegisterScalableTarget', 'UntagResource'],
    delete: ['DeregisterScalableTarget'],
    on: () => ['scalable-target/*'],
    unscoped: ['DescribeScalableTargets'],
    also: (_inputs, place) => [
      serviceLinkedRole(
        place,
        'dynamodb.application-autoscaling.amazonaws.com',
        'AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
      ),
    ],
  } satisfies KindAccess<'aws:appautoscaling/target:Target'>,

  'aws:backup/plan:Plan': {
    service: 'backup',
    create: ['CreateBackupPlan', 'TagResource'],
    read: ['GetBackupPlan', 'ListTags'],
    update: ['UpdateBackupPlan', 'UntagResource'],
    delete: ['DeleteBackupPlan'],
    on: () => ['backup-plan:*'],
  } satisfies KindAccess<'aws:backup/plan:Plan'>,

  'aws:backup/selection:Selection': {
    service: 'backup',
    create: ['CreateBackupSelection'],
    read: ['GetBackupSelection'],
    update: [],
    delete: ['DeleteBackupSelection'],
    on: () => ['backup-plan:*'],
    also: ({ iamRoleArn }) => [passRole(iamRoleArn, 'backup.amazonaws.com')],
  } satisfies KindAccess<'aws:backup/selection:Selection'>,

  'aws:backup/vault:Vault': {
    service: 'backup',
    create: ['CreateBackupVault', 'TagResource'],
    read: ['DescribeBackupVault', 'ListTags'],
    update: ['UntagResource'],
    delete: ['DeleteBackupVault'],
    on: ({ name }) => [`backup-vault:${name}`],
    also: () => [{ actions: ['backup-storage:MountCapsule'], resources: ['*'] }],
  } satisfies KindAccess<'aws:backup/vault:Vault'>,

  'aws:cloudwatch/logGroup:LogGroup': {
    service: 'logs',
    create: ['CreateLogGroup', 'PutRetentionPolicy', 'AssociateKmsKey', 'TagResource'],
    read: ['ListTagsForResource'],
    update: ['DeleteRetentionPolicy', 'DisassociateKmsKey', 'UntagResource'],
    delete: ['DeleteLogGroup'],
    on: ({ name }) => [`log-group:${name}`, `log-group:${name}:*`],
    unscoped: ['DescribeLogGroups'],
  } satisfies KindAccess<'aws:cloudwatch/logGroup:LogGroup'>,

  'aws:dynamodb/table:Table': {
    service: 'dynamodb',
    create: ['CreateTable', 'TagResource'],
    read: ['DescribeTable', 'DescribeContinuousBackups', 'DescribeTimeToLive', 'ListTagsOfResource'],
    update: ['UpdateTable', 'UpdateContinuousBackups', 'UpdateTimeToLive', 'UntagResource'],
    delete: ['DeleteTable'],
    on: ({ name }) => [`table/${name}`],
    also: (inputs, place) => (inputs.replicas === undefined ? [] : replication(inputs.name, place)),
  } satisfies KindAccess<'aws:dynamodb/table:Table'>,

  'aws:kms/alias:Alias': {
    service: 'kms',
    create: ['CreateAlias'],
    read: [],
    update: ['UpdateAlias'],
    delete: ['DeleteAlias'],
    // An alias takes the right to it and to its key.
    on: ({ name }) => [name, 'key/*'],
    unscoped: ['ListAliases'],
  } satisfies KindAccess<'aws:kms/alias:Alias'>,

  'aws:kms/key:Key': {
    service: 'kms',
    create: ['TagResource'],
    read: ['DescribeKey', 'GetKeyPolicy', 'GetKeyRotationStatus', 'ListResourceTags'],
    update: ['EnableKeyRotation', 'PutKeyPolicy', 'UpdateKeyDescription', 'UntagResource'],
    delete: ['ScheduleKeyDeletion'],
    on: () => ['key/*'],
    condition: ofThisEnvironment,
    unscoped: ['CreateKey'],
    // Services encrypt in the name of who makes what they keep.
    also: (inputs, place) => [
      {
        actions: ['CreateGrant', 'Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
          (action) => `kms:${action}`,
        ),
        resources: [`arn:${place.partition}:kms:${place.region}:${place.account}:key/*`],
        condition: {
          ...ofThisEnvironment(inputs),
          StringLike: { 'kms:ViaService': `*.${place.region}.amazonaws.com*` },
        },
      },
    ],
  } satisfies KindAccess<'aws:kms/key:Key'>,

  'aws:sqs/queue:Queue': {
    service: 'sqs',
    create: ['CreateQueue', 'TagQueue'],
    read: ['GetQueueAttributes', 'GetQueueUrl', 'ListQueueTags'],
    update: ['SetQueueAttributes', 'UntagQueue'],
    delete: ['DeleteQueue'],
    on: ({ name }) => [name],
  } satisfies KindAccess<'aws:sqs/queue:Queue'>,

  'aws:sqs/queuePolicy:QueuePolicy': {
    service: 'sqs',
    create: ['SetQueueAttributes'],
    read: ['GetQueueAttributes'],
    update: ['SetQueueAttributes'],
    delete: ['SetQueueAttributes'],
    on: ({ queueUrl }) => [queueUrl],
  } satisfies KindAccess<'aws:sqs/queuePolicy:QueuePolicy'>,
};
