// Access rules for tables with scaling and backups, queues, log groups, and the key.

import {
  type Condition,
  type Grant,
  type KindAccess,
  type KnownInputs,
  type KnownReplica,
  passRole,
  serviceLinkedRole,
  type Target,
} from '../access';

/** A condition on the key's tag `Name`, because its id is not known before deployment. The tag is unique and does not change. */
function onOwnKey({ tags }: KnownInputs<'aws:kms/key:Key'>): Condition {
  // A pattern, so that one policy can cover the keys of several environments.
  return { StringLike: { 'aws:ResourceTag/Name': tags.Name ?? '' } };
}

/**
 * Allows a request that creates a key to set tags. The key does not have tags yet, so that only the request's tags can be checked
 * (AWS KMS Developer Guide, "Tag a KMS key"). A key with another name cannot be renamed, and therefore not be taken over.
 */
function tagAtCreation({ tags }: KnownInputs<'aws:kms/key:Key'>, target: Target): Grant {
  return {
    actions: ['kms:TagResource'],
    resources: [anyKey(target)],
    condition: { StringLike: { 'aws:RequestTag/Name': tags.Name ?? '' }, Null: { 'aws:ResourceTag/Name': 'true' } },
  };
}

/** Actions that services take with a key on behalf of the caller who creates encrypted resources. */
const KEY_USE = ['CreateGrant', 'Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
  (action) => `kms:${action}`,
);

const anyKey = ({ partition, region, account }: Target) => `arn:${partition}:kms:${region}:${account}:key/*`;

/** The requests for a resource that is an attribute of a queue. */
const QUEUE_ATTRIBUTE = {
  service: 'sqs',
  create: ['SetQueueAttributes'],
  read: ['GetQueueAttributes'],
  update: ['SetQueueAttributes'],
  delete: ['SetQueueAttributes'],
  on: ({ queueUrl }: Pick<KnownInputs<'aws:sqs/queuePolicy:QueuePolicy'>, 'queueUrl'>) => [queueUrl],
} as const;

/** The grants for replicas of a table in other Regions (Amazon DynamoDB Developer Guide, "Using IAM with global tables"). */
function replication({ name, replicas }: KnownInputs<'aws:dynamodb/table:Table'>, target: Target): Grant[] {
  const { partition, account } = target;
  const actions = [
    ...['CreateTable', 'CreateTableReplica', 'DeleteTable', 'DeleteTableReplica', 'DescribeTable', 'UpdateTable'],
    ...['DescribeContinuousBackups', 'UpdateContinuousBackups', 'ListTagsOfResource', 'TagResource', 'UntagResource'],
    // DynamoDB copies items to a replica on behalf of its creator.
    ...['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'],
  ];
  return [
    {
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: replicas.map(({ regionName }) => `arn:${partition}:dynamodb:${regionName}:${account}:table/${name}`),
    },
    ...replicas.flatMap(replicaKey),
    serviceLinkedRole(target, 'replication.dynamodb.amazonaws.com', 'AWSServiceRoleForDynamoDBReplication'),
  ];
}

/** A replica uses a key of its own Region as the table uses its key (ibid., "DynamoDB encryption at rest usage notes"). */
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

/** The rules of each kind. */
export const DATA = {
  'aws:appautoscaling/policy:Policy': {
    service: 'application-autoscaling',
    create: ['PutScalingPolicy'],
    read: [],
    update: ['PutScalingPolicy'],
    delete: ['DeleteScalingPolicy'],
    on: () => ['scalable-target/*'],
    unscoped: ['DescribeScalingPolicies'],
    // Target tracking creates its own alarms on behalf of the caller.
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
    also: (_inputs, target) => [
      serviceLinkedRole(
        target,
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
    also: (inputs, target) => (inputs.replicas === undefined ? [] : replication(inputs, target)),
  } satisfies KindAccess<'aws:dynamodb/table:Table'>,

  'aws:kms/alias:Alias': {
    service: 'kms',
    create: ['CreateAlias'],
    read: [],
    update: ['UpdateAlias'],
    delete: ['DeleteAlias'],
    // An alias requires permissions on the alias and on its key.
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
    condition: onOwnKey,
    unscoped: ['CreateKey'],
    also: (inputs, target) => [
      tagAtCreation(inputs, target),
      {
        actions: KEY_USE,
        resources: [anyKey(target)],
        condition: {
          StringLike: {
            ...onOwnKey(inputs).StringLike,
            'kms:ViaService': `*.${target.region}.amazonaws.com*`,
          },
        },
      },
      // AWS Backup requires it to create a vault (AWS Backup Developer Guide, "Access control").
      { actions: ['kms:RetireGrant'], resources: [anyKey(target)], condition: onOwnKey(inputs) },
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

  'aws:sqs/queuePolicy:QueuePolicy': QUEUE_ATTRIBUTE satisfies KindAccess<'aws:sqs/queuePolicy:QueuePolicy'>,
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy':
    QUEUE_ATTRIBUTE satisfies KindAccess<'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy'>,
  'aws:sqs/redrivePolicy:RedrivePolicy': QUEUE_ATTRIBUTE satisfies KindAccess<'aws:sqs/redrivePolicy:RedrivePolicy'>,
};
