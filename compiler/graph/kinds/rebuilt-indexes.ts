// The indexes of a table that an update rebuilds.

import type { PathStep } from '../../source/spec-node';

/** The properties of an index that cannot be changed in place (Amazon DynamoDB API Reference, UpdateTable). */
const REBUILT_BY = ['hashKey', 'rangeKey', 'projectionType', 'nonKeyAttributes'];

/**
 * The paths of a table's indexes that a deployment would delete and rebuild under the same name. Queries return nothing meanwhile.
 *
 * @param before the current inputs or outputs of the table
 * @param after the new inputs of the table
 */
export function rebuiltIndexParts(table: string, before: TableProperties, after: TableProperties): PathStep[][] {
  const former = new Map(indexesOf(before).map((index) => [index.name, index]));
  const isRebuilt = (index: TableProperties) => {
    const old = former.get(index.name);
    return old !== undefined && REBUILT_BY.some((property) => plain(old[property]) !== plain(index[property]));
  };
  return indexesOf(after)
    .filter(isRebuilt)
    .map(({ name }) => ['tables', table, 'indexes', String(name)]);
}

type TableProperties = { readonly [property: string]: unknown };

function indexesOf({ globalSecondaryIndexes = [] }: TableProperties): readonly TableProperties[] {
  return globalSecondaryIndexes as readonly TableProperties[];
}

// Some providers store an unset value as '' or [], others omit it. Attributes are a set.
function plain(value: unknown): string {
  return String(Array.isArray(value) ? [...value].sort() : (value ?? ''));
}
