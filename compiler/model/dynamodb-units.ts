// Capacity units of DynamoDB requests (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations" and
// "Using Global Secondary Indexes in DynamoDB"). Sizes are in bytes.

/** The bytes that one unit reads or writes. The size of an item is rounded up to a multiple of them. */
const READ_BYTES = 4096;
const WRITE_BYTES = 1024;

/** The consistency of a read. */
export type Consistency = 'eventual' | 'strong' | 'transactional';

const READ_FACTORS: Readonly<Record<Consistency, number>> = { eventual: 0.5, strong: 1, transactional: 2 };

/**
 * Units of a read of one item, or of one page of a Query or Scan. The sum of the sizes of all evaluated items is rounded up.
 * A missing item has the size 0 and takes as many units as the smallest item.
 */
export function readUnits(bytes: number, consistency: Consistency): number {
  return Math.max(1, Math.ceil(bytes / READ_BYTES)) * READ_FACTORS[consistency];
}

/** The number of items of `itemBytes` that an eventually consistent Query reads with `units`. */
export function itemsPerRead(units: number, itemBytes: number): number {
  return Math.floor(((units / READ_FACTORS.eventual) * READ_BYTES) / itemBytes);
}

/** An item before and after a write; undefined where it does not exist. */
export interface Written {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/**
 * Units of a write of one item, for the larger size of the item before and after the write. A write whose condition fails takes
 * the units of a successful one; if the item does not exist, it takes one unit.
 */
export function writeUnits({ before = 0, after = 0 }: Written, isTransactional = false): number {
  return Math.max(1, Math.ceil(Math.max(before, after) / WRITE_BYTES)) * (isTransactional ? 2 : 1);
}

/** The entry of an item in an index; undefined where the item is not in it. */
export interface IndexEntry {
  /** The keys of the entry as text, to compare them. */
  readonly key: string;
  /** All projected attributes as text, to compare them. */
  readonly projected: string;
  /** The size of the projected attributes. */
  readonly bytes: number;
}

/** Units that a write of an item takes from an index. If the index key changes, the old entry is deleted and a new one written. */
export function indexWriteUnits(before: IndexEntry | undefined, after: IndexEntry | undefined): number {
  const unitsOf = (written: Written) => writeUnits(written);
  if (before === undefined) return after === undefined ? 0 : unitsOf({ after: after.bytes });
  if (after === undefined) return unitsOf({ before: before.bytes });
  if (before.key !== after.key) return unitsOf({ before: before.bytes }) + unitsOf({ after: after.bytes });
  return before.projected === after.projected ? 0 : unitsOf({ before: before.bytes, after: after.bytes });
}
