// How many shards an index is read and written in.

/** A capacity in one direction, as far as shards depend on it. */
interface Capacity {
  readonly write?: { readonly units?: number; readonly autoscaling?: { readonly maximum: number } };
}

/** A table with its indexes, as far as shards depend on them. */
interface ShardedTable {
  readonly capacity?: Capacity;
  readonly indexes: { readonly [name: string]: { readonly shardCount?: number; readonly capacity?: Capacity } };
}

/** Write units a second that one value of a partition key takes at most (Amazon DynamoDB, "Designing partition keys"). */
const PARTITION_WRITE_UNITS = 1_000;

/** Write units a second that a new table takes on demand (Amazon DynamoDB, "On-demand capacity mode"). */
const ON_DEMAND_WRITE_UNITS = 4_000;

/** The shards of an index: as its spec says, or as many as it needs. */
export function shardCount(table: ShardedTable, name: string): number {
  return table.indexes[name]?.shardCount ?? neededShards(table, name);
}

/** As many shards as the largest write capacity of an index can be spread over. */
export function neededShards({ capacity, indexes }: ShardedTable, name: string): number {
  const { units, autoscaling } = (indexes[name]?.capacity ?? capacity)?.write ?? {};
  return Math.ceil((autoscaling?.maximum ?? units ?? ON_DEMAND_WRITE_UNITS) / PARTITION_WRITE_UNITS);
}
