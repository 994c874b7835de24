// The calls for DynamoDB tables and their replicas.

import {
  type Call,
  calls,
  type KindCalls,
  nested,
  type Properties,
  type Subject,
  serviceLinkedRole,
  tagsOf,
  viaService,
  when,
} from '../call';

/** The actions of DynamoDB on a customer managed key on behalf of the caller (Amazon DynamoDB Developer Guide, "DynamoDB encryption at rest usage notes", "Authorizing use of your customer managed key"). */
const KEY_ACTIONS = [
  'DescribeKey',
  'CreateGrant',
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'ReEncryptFrom',
  'ReEncryptTo',
];

/** The actions that creating a replica requires in its Region (Amazon DynamoDB Developer Guide, "Using IAM with global tables"). */
const REPLICA_ACTIONS = [
  ...['CreateTable', 'CreateTableReplica'],
  ...['Scan', 'Query', 'UpdateItem', 'PutItem', 'GetItem', 'DeleteItem', 'BatchWriteItem'],
];

interface Replica {
  readonly regionName: string;
  readonly kmsKeyArn?: string;
  readonly pointInTimeRecovery?: boolean;
  readonly deletionProtectionEnabled?: boolean;
}

const on = (arn: string, ...actions: readonly string[]) => calls(arn, ...actions.map((action) => `dynamodb:${action}`));

function replicasOf(inputs: Properties): readonly Replica[] {
  return (inputs.replicas as readonly Replica[] | undefined) ?? [];
}

function inRegion(arn: string, region: string): string {
  return arn
    .split(':')
    .map((part, at) => (at === 3 ? region : part))
    .join(':');
}

function keyOf(inputs: Properties): string | undefined {
  return nested(inputs, 'serverSideEncryption').kmsKeyArn as string | undefined;
}

function makeReplica({ arn, place }: Subject, { regionName, kmsKeyArn }: Replica): Call[] {
  const replica = inRegion(arn, regionName);
  return [
    ...on(arn, 'UpdateTable'),
    ...on(replica, ...REPLICA_ACTIONS),
    serviceLinkedRole(place, 'replication.dynamodb.amazonaws.com', 'AWSServiceRoleForDynamoDBReplication'),
    ...when(kmsKeyArn, viaService(kmsKeyArn, 'dynamodb', regionName, ...KEY_ACTIONS)),
    // The provider sets these two on each replica that it creates.
    ...on(replica, 'UpdateContinuousBackups', 'DescribeContinuousBackups', 'UpdateTable', 'DescribeTable'),
    ...on(replica, 'ListTagsOfResource', 'TagResource'),
  ];
}

function deleteReplica({ arn }: Subject, { regionName }: Replica): Call[] {
  return [
    ...on(arn, 'UpdateTable', 'DescribeTable'),
    ...on(inRegion(arn, regionName), 'DeleteTable', 'DeleteTableReplica'),
  ];
}

function updateReplicas(subject: Subject): Call[] {
  const [before, after] = [replicasOf(subject.olds), replicasOf(subject.inputs)];
  const same = (a: Replica) => (b: Replica) => a.regionName === b.regionName && a.kmsKeyArn === b.kmsKeyArn;
  return [
    ...before.filter((replica) => !after.some(same(replica))).flatMap((replica) => deleteReplica(subject, replica)),
    ...after.flatMap((replica) => {
      const old = before.find(same(replica));
      const arn = inRegion(subject.arn, replica.regionName);
      if (old === undefined) return makeReplica(subject, replica);
      return [
        ...when(
          old.pointInTimeRecovery !== replica.pointInTimeRecovery,
          on(arn, 'UpdateContinuousBackups', 'DescribeContinuousBackups'),
        ),
        ...when(
          old.deletionProtectionEnabled !== replica.deletionProtectionEnabled,
          on(arn, 'UpdateTable', 'DescribeTable'),
        ),
      ];
    }),
    ...when(subject.changes('replicas', 'tags', 'tagsAll'), updateReplicaTags(subject)),
  ];
}

/** Updates the tags of all replicas, which have the tags of the table. */
function updateReplicaTags({ arn, olds, inputs }: Subject): Call[] {
  const [before, after] = [tagsOf(olds), tagsOf(inputs)];
  const isGone = Object.keys(before).some((key) => !Object.hasOwn(after, key));
  const isNew = Object.entries(after).some(([key, value]) => before[key] !== value);
  return replicasOf(inputs).flatMap(({ regionName }) =>
    on(
      inRegion(arn, regionName),
      'ListTagsOfResource',
      ...(isGone ? ['UntagResource'] : []),
      ...(isNew ? ['TagResource'] : []),
    ),
  );
}

const TABLE_INPUTS = [
  ...['billingMode', 'readCapacity', 'writeCapacity', 'globalSecondaryIndexes', 'attributes'],
  ...['deletionProtectionEnabled', 'streamEnabled', 'streamViewType', 'serverSideEncryption'],
];

/** The calls of each kind. */
export const DYNAMODB = {
  'aws:dynamodb/table:Table': {
    source:
      'dynamodb/table.go; Amazon DynamoDB Developer Guide, "Using IAM with global tables" and "DynamoDB encryption at rest usage notes"',
    tagging: { tag: 'dynamodb:TagResource', untag: 'dynamodb:UntagResource', list: 'dynamodb:ListTagsOfResource' },
    make: ({ arn, inputs, place }) => [
      ...on(arn, 'CreateTable'),
      ...when(keyOf(inputs), viaService(keyOf(inputs), 'dynamodb', place.region, ...KEY_ACTIONS)),
    ],
    complete: (subject) => {
      const { arn, inputs } = subject;
      return [
        ...on(arn, 'DescribeTable'),
        ...when(inputs.ttl, on(arn, 'UpdateTimeToLive', 'DescribeTimeToLive')),
        ...when(
          nested(inputs, 'pointInTimeRecovery').enabled,
          on(arn, 'UpdateContinuousBackups', 'DescribeContinuousBackups'),
        ),
        ...replicasOf(inputs).flatMap((replica) => makeReplica(subject, replica)),
      ];
    },
    // The provider finds the AWS managed key with kms:DescribeKey on alias/aws/dynamodb and ignores a refusal (clearSSEDefaultKey).
    read: ({ arn, inputs }) => [
      ...on(arn, 'DescribeTable', 'DescribeContinuousBackups', 'DescribeTimeToLive', 'ListTagsOfResource'),
      ...replicasOf(inputs).flatMap(({ regionName }) =>
        on(inRegion(arn, regionName), 'DescribeContinuousBackups', 'DescribeTable'),
      ),
    ],
    update: (subject) => {
      const { arn, inputs, olds, place, changes } = subject;
      const key = keyOf(inputs);
      return [
        ...when(changes(...TABLE_INPUTS), on(arn, 'UpdateTable')),
        ...when(key && key !== keyOf(olds), viaService(key, 'dynamodb', place.region, ...KEY_ACTIONS)),
        ...when(changes('ttl'), on(arn, 'UpdateTimeToLive')),
        ...updateReplicas(subject),
        ...when(changes('pointInTimeRecovery'), on(arn, 'UpdateContinuousBackups')),
      ];
    },
    delete: (subject) => [
      ...replicasOf(subject.inputs).flatMap((replica) => deleteReplica(subject, replica)),
      ...on(subject.arn, 'DeleteTable', 'DescribeTable'),
    ],
  },
} satisfies Record<string, KindCalls>;
