// The units that a write of an item takes from its table and from the indexes.

import { type IndexEntry, indexWriteUnits, writeUnits } from '../../model/dynamodb-units';
import { itemBytes, type Item as ModelItem } from '../../model/item-size';
import type { TableWrite } from '../../model/table-capacity';
import type { Item, StoredIndex, StoredTable } from '../stores/index-keys';

/** An item before or after a write; absent where it does not exist. */
export type MaybeItem = Item | null | undefined;

/** Returns the consumption of a write. */
export function consumptionOf(table: StoredTable, before: MaybeItem, after: MaybeItem): TableWrite {
  const indexes = (table.GlobalSecondaryIndexes ?? []).flatMap((index) => {
    const [old, next] = [entryOf(table, index, before), entryOf(table, index, after)];
    const units = indexWriteUnits(old, next);
    return units === 0 ? [] : [[index.IndexName, { units, key: partitionOf(index, after ?? before) }] as const];
  });
  return {
    units: writeUnits({ before: sizeOf(before), after: sizeOf(after) }),
    key: partitionOf(table, after ?? before),
    indexes: Object.fromEntries(indexes),
  };
}

function sizeOf(item: MaybeItem): number | undefined {
  return item ? itemBytes(item as unknown as ModelItem) : undefined;
}

function partitionOf({ KeySchema }: Pick<StoredTable, 'KeySchema'>, item: MaybeItem): string | undefined {
  return JSON.stringify(item?.[KeySchema[0]?.AttributeName ?? '']);
}

/** The entry of an item in an index; undefined if the item lacks one of the index's keys. */
function entryOf(table: StoredTable, index: StoredIndex, item: MaybeItem): IndexEntry | undefined {
  const keys = index.KeySchema.map(({ AttributeName }) => AttributeName);
  if (!item || keys.some((name) => item[name] === undefined)) return undefined;
  const { ProjectionType, NonKeyAttributes = [] } = index.Projection ?? {};
  const names = [...keys, ...table.KeySchema.map(({ AttributeName }) => AttributeName), ...NonKeyAttributes];
  const projected =
    ProjectionType === 'ALL' ? item : Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
  return {
    key: JSON.stringify(keys.map((name) => item[name])),
    projected: JSON.stringify(Object.entries(projected).sort(([a], [b]) => (a < b ? -1 : 1))),
    bytes: itemBytes(projected as unknown as ModelItem),
  };
}
