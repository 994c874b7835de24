// Creates and compares table definitions for DynamoDB's stand-in: keys, capacities and indexes.

import type { CreateTableCommandInput, TableDescription } from '@aws-sdk/client-dynamodb';
import type { Inputs } from '../../graph/kind';
import type { Local } from '../local-values';

type TableInputs = Local<Inputs<'aws:dynamodb/table:Table'>>;

/** The request that creates a table. */
export type TableDefinition = CreateTableCommandInput & { readonly TableName: string };

/** Creates the definition of a table from its node's inputs. */
export function defineTable(name: string, inputs: TableInputs): TableDefinition {
  const provisioned = (inputs.billingMode ?? 'PROVISIONED') === 'PROVISIONED';
  const capacity = (of: { readonly readCapacity?: number; readonly writeCapacity?: number }) =>
    provisioned
      ? { ProvisionedThroughput: { ReadCapacityUnits: of.readCapacity, WriteCapacityUnits: of.writeCapacity } }
      : {};
  const indexes = (inputs.globalSecondaryIndexes ?? []).map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: {
      ProjectionType: index.projectionType as 'ALL' | 'KEYS_ONLY' | 'INCLUDE',
      ...(index.nonKeyAttributes === undefined ? {} : { NonKeyAttributes: [...index.nonKeyAttributes] }),
    },
    ...capacity(index),
  }));
  return {
    TableName: name,
    BillingMode: provisioned ? 'PROVISIONED' : 'PAY_PER_REQUEST',
    KeySchema: keySchema(inputs),
    AttributeDefinitions: (inputs.attributes ?? []).map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type as 'S' | 'N' | 'B',
    })),
    ...capacity(inputs),
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
  };
}

/** Renders the key of a table, such as `id (S)`. The key cannot change while a table keeps its items. */
export function describeKey({ KeySchema = [], AttributeDefinitions = [] }: TableDefinition | TableDescription): string {
  return KeySchema.map(({ AttributeName }) => {
    const type = AttributeDefinitions.find((definition) => definition.AttributeName === AttributeName)?.AttributeType;
    return `${AttributeName} (${type})`;
  }).join(', ');
}

/** Whether an existing table matches a definition. */
export function matchesDefinition(existing: TableDescription, wanted: TableDefinition): boolean {
  return signature(existing) === signature(wanted);
}

/** The compared properties of a table, as text. Descriptions have a capacity of 0 for a table without provisioned capacity. */
function signature(table: TableDefinition | TableDescription): string {
  const { AttributeDefinitions = [], GlobalSecondaryIndexes = [] } = table;
  const capacity = (of: { ProvisionedThroughput?: { ReadCapacityUnits?: number; WriteCapacityUnits?: number } }) => [
    of.ProvisionedThroughput?.ReadCapacityUnits ?? 0,
    of.ProvisionedThroughput?.WriteCapacityUnits ?? 0,
  ];
  const indexes = GlobalSecondaryIndexes.map((index) => [
    index.IndexName,
    describeKey({ KeySchema: index.KeySchema, AttributeDefinitions }),
    index.Projection?.ProjectionType,
    [...(index.Projection?.NonKeyAttributes ?? [])].sort(),
    capacity(index),
  ]);
  return JSON.stringify([describeKey(table), capacity(table), indexes.sort()]);
}

function keySchema({ hashKey, rangeKey }: { readonly hashKey?: string; readonly rangeKey?: string }) {
  return [
    { AttributeName: hashKey, KeyType: 'HASH' as const },
    ...(rangeKey === undefined ? [] : [{ AttributeName: rangeKey, KeyType: 'RANGE' as const }]),
  ];
}
