// DynamoDB's tables in CloudFormation.

import type { Json, KindRule, Properties } from '../rule';

/** By kind. */
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
    },
    attributes: { id: 'Ref', name: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:dynamodb/table:Table'>,
};

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
