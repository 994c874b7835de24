// Grants for tables with their scaling and backups, for queues, log groups, and their key.

import {
  type Condition,
  type Grant,
  type KindAccess,
  type Known,
  type KnownReplica,
  type Place,
  passRole,
  serviceLinkedRole,
} from '../access';

/** A key's id is not known before deployment. Its tag `Name` is unique, and never changes as long as the key is that of the environment. */
function ofThisEnvironment({ tags }: Known<'aws:kms/key:Key'>): Condition {
  // A pattern, so that one policy may be for the keys of several environments.
  return { StringLike: { 'aws:ResourceTag/Name': tags.Name ?? '' } };
}

/**
 * Tags are given in the request that makes a key, when it has none: then only those of the request can be asked for (AWS
 * KMS Developer Guide, "Tag a KMS key"). A key with another name cannot be renamed, so that it cannot be taken over.
 */
function tagAtCreation({ tags }: Known<'aws:kms/key:Key'>, place: Place): Grant {
  return {
    actions: ['kms:TagResource'],
    resources: [anyKey(place)],
    condition: { StringLike: { 'aws:RequestTag/Name': tags.Name ?? '' }, Null: { 'aws:ResourceTag/Name': 'true' } },
  };
}

/** What services do with a key in the name of who creates what they encrypt. */
const KEY_USE = ['CreateGrant', 'Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
  (action) => `kms:${action}`,
);

const anyKey = ({ partition, region, account }: Place) => `arn:${partition}:kms:${region}:${account}:key/*`;

/** The grants for copies of a table in other Regions (Amazon DynamoDB Developer Guide, "Using IAM with global tables"). */
function replication({ name, replicas }: Known<'aws:dynamodb/table:Table'>, place: Place): Grant[] {
  const { partition, account } = place;
  const actions = [
    ...['CreateTable', 'CreateTableReplica', 'DeleteTable', 'DeleteTableReplica', 'DescribeTable', 'UpdateTable'],
    ...['DescribeContinuousBackups', 'UpdateContinuousBackups', 'ListTagsOfResource', 'TagResource', 'UntagResource'],
    // DynamoDB fills a copy in the name of who creates it.
    ...['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'],
  ];
  return [
    {
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: replicas.map(({ regionName }) => `arn:${partition}:dynamodb:${regionName}:${account}:table/${name}`),
    },
    ...replicas.flatMap(replicaKey),
    serviceLinkedRole(place, 'replication.dynamodb.amazonaws.com', 'AWSServiceRoleForDynamoDBReplication'),
  ];
}

/** A copy has a key of its own Region, which DynamoDB uses as it does the table's (ibid., "DynamoDB encryption at rest usage notes"). */
function replicaKey({ regionName, kmsKeyArn }: KnownReplica): Grant[] {
  if (kmsKeyArn === undefined) return [];
  return [
    {
      actions: [...KEY_USE, 'kms:DescribeKey'],
      resources: [kmsKeyArn],
      condition: { StringLike: { 'kms:ViaService': `dynamodb.${regionName}.amazonaws.com*` } },
    },
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
    // Target tracking creates alarms of its own in the name of the caller.
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
    also: (inputs, place) => (inputs.replicas === undefined ? [] : replication(inputs, place)),
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
    create: ['EnableKeyRotation'],
    read: ['DescribeKey', 'GetKeyPolicy', 'GetKeyRotationStatus', 'ListResourceTags'],
    update: ['EnableKeyRotation', 'PutKeyPolicy', 'TagResource', 'UntagResource', 'UpdateKeyDescription'],
    delete: ['ScheduleKeyDeletion'],
    on: () => ['key/*'],
    condition: ofThisEnvironment,
    unscoped: ['CreateKey'],
    also: (inputs, place) => [
      tagAtCreation(inputs, place),
      {
        actions: KEY_USE,
        resources: [anyKey(place)],
        condition: {
          StringLike: {
            ...ofThisEnvironment(inputs).StringLike,
            'kms:ViaService': `*.${place.region}.amazonaws.com*`,
          },
        },
      },
      // AWS Backup asks for it when a vault is created (AWS Backup Developer Guide, "Access control").
      { actions: ['kms:RetireGrant'], resources: [anyKey(place)], condition: ofThisEnvironment(inputs) },
    ],
  } satisfies KindAccess<'aws:kms/key:Key'>,

  'aws:sqs/queue:Queue': {
    service: 'sqs',
    create: ['CreateQueue', 'TagQueue'],
    read: ['GetQueueAttributes', 'ListQueueTags'],
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
