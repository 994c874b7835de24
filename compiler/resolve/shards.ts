// The number of shards of an index.

/** The fields of a capacity that decide the number of shards. */
interface Capacity {
  readonly write?: { readonly units?: number; readonly autoscaling?: { readonly maximum: number } };
}

/** The fields of a table and its indexes that decide the number of shards. */
interface ShardedTable {
  readonly capacity?: Capacity;
  readonly indexes: { readonly [name: string]: { readonly shardCount?: number; readonly capacity?: Capacity } };
}

/** The maximum write units a second of one partition key value (Amazon DynamoDB, "Designing partition keys"). */
const PARTITION_WRITE_UNITS = 1_000;

/** The write units a second of a new on-demand table (Amazon DynamoDB, "On-demand capacity mode"). */
const ON_DEMAND_WRITE_UNITS = 4_000;

/** The number of shards of an index: `shardCount`, or as many as its capacity needs. */
export function shardCount(table: ShardedTable, name: string): number {
  return table.indexes[name]?.shardCount ?? neededShards(table, name);
}

/** The number of shards for the maximum write capacity of an index. */
export function neededShards({ capacity, indexes }: ShardedTable, name: string): number {
  const { units, autoscaling } = (indexes[name]?.capacity ?? capacity)?.write ?? {};
  return Math.ceil((autoscaling?.maximum ?? units ?? ON_DEMAND_WRITE_UNITS) / PARTITION_WRITE_UNITS);
}
