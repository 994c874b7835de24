// The number of shards of an index.

import { ON_DEMAND_UNITS, PARTITION_UNITS } from './throughput';

/** The fields of a capacity that decide the number of shards. */
interface Capacity {
  readonly write?: { readonly units?: number; readonly autoscaling?: { readonly maximum: number } };
}

/** The fields of a table and its indexes that determine the number of shards. */
interface ShardedTable {
  readonly capacity?: Capacity;
  readonly indexes: { readonly [name: string]: { readonly shardCount?: number; readonly capacity?: Capacity } };
}

/** The number of shards of an index: `shardCount`, or as many as its capacity needs. */
export function shardCount(table: ShardedTable, name: string): number {
  return table.indexes[name]?.shardCount ?? neededShards(table, name);
}

/** The number of shards for the maximum write capacity of an index. */
export function neededShards({ capacity, indexes }: ShardedTable, name: string): number {
  const { units, autoscaling } = (indexes[name]?.capacity ?? capacity)?.write ?? {};
  return Math.ceil((autoscaling?.maximum ?? units ?? ON_DEMAND_UNITS.write) / PARTITION_UNITS.write);
}
