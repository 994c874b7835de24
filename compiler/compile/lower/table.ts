// Lowers tables to DynamoDB tables, indexes and autoscaling.

import type { Environment, KeyAttribute, Table } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { tableHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { type Capacities, capacityAtCreation, lowerAutoscaling } from './autoscaling';
import { tableEncryption } from './encryption';
import { type LowerContext, resource } from './section';

/** A table with its scaling targets and policies. */
export function lowerTable(context: LowerContext, name: string, table: Table): AnyResourceNode[] {
  const { environment, originOf } = context;
  const indexes = Object.entries(table.indexes);
  const capacityOf = (index: string): Capacities => environment.facts.indexes[name]?.[index]?.capacity;
  const origin = originOf(['tables', name]);

  const node = resource(
    tableHandle(name),
    origin,
    {
      name: physicalName(environment, name),
      billingMode: table.billingMode,
      hashKey: table.partitionKey.name,
      rangeKey: table.sortKey?.name,
      attributes: keyAttributes(table),
      ...capacityAtCreation(table.capacity),
      globalSecondaryIndexes:
        indexes.length === 0
          ? undefined
          : indexes.map(([indexName, index]) => ({
              name: indexName,
              hashKey: index.partitionKey.name,
              rangeKey: index.sortKey?.name,
              projectionType: index.projection,
              nonKeyAttributes: index.nonKeyAttributes,
              ...capacityAtCreation(capacityOf(indexName)),
            })),
      pointInTimeRecovery: {
        enabled: table.pointInTimeRecovery,
        recoveryPeriodInDays: table.pointInTimeRecovery ? table.recoveryWindowDays : undefined,
      },
      serverSideEncryption: tableEncryption(environment),
      ttl:
        table.timeToLiveAttribute === undefined
          ? undefined
          : { enabled: true, attributeName: table.timeToLiveAttribute },
      deletionProtectionEnabled: table.deletionProtection,
      ...streamOf(table),
      replicas: replicasOf(environment, table),
      tags: environment.tags,
    },
    { ignoreChanges: autoscaledProperties(table.capacity) },
  );

  return [
    node,
    ...lowerAutoscaling({ table: name, capacity: table.capacity, origin }),
    ...indexes.flatMap(([indexName]) =>
      lowerAutoscaling({
        table: name,
        index: indexName,
        capacity: capacityOf(indexName),
        origin: originOf(['tables', name, 'indexes', indexName]),
      }),
    ),
  ];
}

/** The stream, which replication requires even if the spec has none. */
function streamOf({ stream, replicas }: Table) {
  const view = stream ?? (Object.keys(replicas).length > 0 ? 'NEW_AND_OLD_IMAGES' : undefined);
  return view === undefined ? {} : { streamEnabled: true, streamViewType: view };
}

/** The replicas in other Regions, with the table's settings. */
function replicasOf({ encryption }: Environment, { replicas, pointInTimeRecovery, deletionProtection }: Table) {
  const regions = Object.entries(replicas);
  if (regions.length === 0) return undefined;
  return regions.map(([regionName, { kmsKeyArn }]) => ({
    regionName,
    kmsKeyArn: encryption.key === 'CUSTOMER_MANAGED' ? kmsKeyArn : undefined,
    pointInTimeRecovery,
    deletionProtectionEnabled: deletionProtection,
    propagateTags: true,
  }));
}

/** The distinct attributes in the keys of a table and its indexes. */
function keyAttributes(table: Table): KeyAttribute[] {
  const keys = [table, ...Object.values(table.indexes)].flatMap(({ partitionKey, sortKey }) =>
    [partitionKey, sortKey ?? []].flat(),
  );
  return [...new Map(keys.map(({ name, type }) => [name, { name, type }])).values()];
}

/** The capacity properties of the table that updates ignore because of autoscaling. A transition handles those of indexes. */
function autoscaledProperties(capacity: Capacities): string[] {
  return (['read', 'write'] as const).flatMap((direction) =>
    capacity?.[direction].autoscaling === undefined ? [] : [`${direction}Capacity`],
  );
}
