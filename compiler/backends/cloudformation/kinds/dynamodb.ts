// Rules for DynamoDB tables.

import { type Json, type KindRule, omitted, type Properties, type Variant } from '../rule';

/** The rules of each kind. */
export const DYNAMODB = {
  'aws:dynamodb/table:Table': {
    type: 'AWS::DynamoDB::Table',
    taggable: true,
    inputs: {
      name: 'TableName',
      billingMode: 'BillingMode',
      attributes: (attributes) => ({
        AttributeDefinitions: (attributes as readonly Properties[]).map(({ name = '', type = '' }) => ({
          AttributeName: name,
          AttributeType: type,
        })),
      }),
      hashKey: (name) => ({ KeySchema: [{ AttributeName: name, KeyType: 'HASH' }] }),
      rangeKey: (name) => ({ KeySchema: [{ AttributeName: name, KeyType: 'RANGE' }] }),
      readCapacity: (units) => ({ ProvisionedThroughput: { ReadCapacityUnits: units } }),
      writeCapacity: (units) => ({ ProvisionedThroughput: { WriteCapacityUnits: units } }),
      globalSecondaryIndexes: (indexes) => ({
        GlobalSecondaryIndexes: (indexes as readonly Properties[]).map(globalIndex),
      }),
      pointInTimeRecovery: (value) => ({ PointInTimeRecoverySpecification: pointInTimeRecovery(value as Properties) }),
      deletionProtectionEnabled: 'DeletionProtectionEnabled',
      serverSideEncryption: (value) => ({ SSESpecification: encryption(value as Properties) }),
      ttl: (value) => ({ TimeToLiveSpecification: timeToLive(value as Properties) }),
      // CloudFormation enables a stream by its view type.
      streamEnabled: omitted,
      streamViewType: (view) => ({ StreamSpecification: { StreamViewType: view } }),
      replicas: (replicas) => ({ Replicas: replicas }),
    },
    variant: ({ replicas }, properties) => (replicas === undefined ? undefined : globalTable(properties)),
    attributes: { id: 'Ref', name: 'Ref', arn: { get: 'Arn' }, streamArn: { get: 'StreamArn' } },
  } satisfies KindRule<'aws:dynamodb/table:Table'>,
};

/** A table with replicas has another type, in which the table itself is a replica; each replica has its own regional settings. */
function globalTable(table: Properties): Variant {
  const { Replicas, Tags, PointInTimeRecoverySpecification, DeletionProtectionEnabled, SSESpecification, ...shared } =
    table;
  const { KMSMasterKeyId, ...encryption } = SSESpecification as Properties;
  const replica = (Region: Json, key: Json | undefined): Properties => ({
    Region,
    ...(PointInTimeRecoverySpecification !== undefined && { PointInTimeRecoverySpecification }),
    ...(DeletionProtectionEnabled !== undefined && { DeletionProtectionEnabled }),
    ...(key !== undefined && { SSESpecification: { KMSMasterKeyId: key } }),
    ...(Tags !== undefined && { Tags }),
  });
  const others = (Replicas as readonly Properties[]).map(({ regionName = '', kmsKeyArn }) =>
    replica(regionName, kmsKeyArn),
  );
  return {
    type: 'AWS::DynamoDB::GlobalTable',
    properties: {
      ...shared,
      SSESpecification: encryption,
      Replicas: [replica({ Ref: 'AWS::Region' }, KMSMasterKeyId), ...others],
    },
  };
}

function globalIndex(index: Properties): Json {
  const { name = '', hashKey, rangeKey, projectionType, nonKeyAttributes, readCapacity, writeCapacity } = index;
  return {
    IndexName: name,
    KeySchema: [
      ...(hashKey === undefined ? [] : [{ AttributeName: hashKey, KeyType: 'HASH' }]),
      ...(rangeKey === undefined ? [] : [{ AttributeName: rangeKey, KeyType: 'RANGE' }]),
    ],
    Projection: {
      ...(projectionType !== undefined && { ProjectionType: projectionType }),
      ...(nonKeyAttributes !== undefined && { NonKeyAttributes: nonKeyAttributes }),
    },
    ...(readCapacity !== undefined &&
      writeCapacity !== undefined && {
        ProvisionedThroughput: { ReadCapacityUnits: readCapacity, WriteCapacityUnits: writeCapacity },
      }),
  };
}

function pointInTimeRecovery({ enabled = false, recoveryPeriodInDays }: Properties): Properties {
  return {
    PointInTimeRecoveryEnabled: enabled,
    ...(recoveryPeriodInDays !== undefined && { RecoveryPeriodInDays: recoveryPeriodInDays }),
  };
}

function encryption({ enabled = false, kmsKeyArn }: Properties): Properties {
  return {
    SSEEnabled: enabled,
    ...(enabled === true && { SSEType: 'KMS' }),
    ...(kmsKeyArn !== undefined && { KMSMasterKeyId: kmsKeyArn }),
  };
}

function timeToLive({ enabled = true, attributeName }: Properties): Properties {
  return { Enabled: enabled, ...(attributeName !== undefined && { AttributeName: attributeName }) };
}
