// Deletes expired items of tables with a time to live, some time after they expire, as DynamoDB does.

import { deletedExpiries } from '../../model/item-expiry';
import type { LocalResources } from '../local-values';
import type { LocalDynamoDb } from './dynamodb';

/** A table with a time to live. */
interface ExpiringTable {
  readonly name: string;
  readonly attribute: string;
  readonly keys: readonly string[];
}

/** The expiry of the items of a store. */
export interface Expiry {
  /** Sets the tables with a time to live. */
  configure(resources: LocalResources): void;
  /** Deletes expired items, at a time in milliseconds. Returns their number by table; none while another run is in progress. */
  run(time: number): Promise<ReadonlyMap<string, number>>;
  /** Resolves when no run is in progress. */
  ended(): Promise<void>;
}

type ExpiringStore = Pick<LocalDynamoDb, 'perform' | 'deleteExpired'>;

/** Creates the expiry of a store, without tables. */
export function expireItems(store: ExpiringStore): Expiry {
  let tables: readonly ExpiringTable[] = [];
  let running: Promise<ReadonlyMap<string, number>> | undefined;
  async function deleteAll(time: number): Promise<ReadonlyMap<string, number>> {
    const deleted = new Map<string, number>();
    for (const table of tables) deleted.set(table.name, await deleteExpired(table, time / 1000, store));
    return deleted;
  }
  return {
    configure(resources) {
      tables = deriveExpiringTables(resources);
    },
    async run(time) {
      if (running !== undefined || tables.length === 0) return new Map();
      running = deleteAll(time);
      try {
        return await running;
      } finally {
        running = undefined;
      }
    },
    async ended() {
      await running;
    },
  };
}

/** The tables of a graph with a time to live. */
function deriveExpiringTables(resources: LocalResources): readonly ExpiringTable[] {
  return resources.of('aws:dynamodb/table:Table').flatMap(({ name, inputs }) => {
    const { attributeName, enabled } = inputs.ttl ?? {};
    if (attributeName === undefined || enabled === false) return [];
    const keys = [inputs.hashKey, inputs.rangeKey].filter((key) => key !== undefined);
    return [{ name: inputs.name ?? name, attribute: attributeName, keys }];
  });
}

/**
 * Deletes the items of a table that have been expired for long enough. The deletions take no capacity.
 * @param now the time in seconds since 1970
 * @returns the number of deleted items
 */
async function deleteExpired(
  { name: TableName, attribute, keys }: ExpiringTable,
  now: number,
  store: ExpiringStore,
): Promise<number> {
  const { from, to } = deletedExpiries(now);
  const expired = {
    ExpressionAttributeNames: { '#ttl': attribute },
    ExpressionAttributeValues: { ':from': { N: `${from}` }, ':to': { N: `${to}` } },
  };
  const condition = '#ttl BETWEEN :from AND :to';
  let deleted = 0;
  let ExclusiveStartKey: unknown;
  do {
    const page = await store.perform('Scan', {
      TableName,
      FilterExpression: condition,
      ...expired,
      ...(ExclusiveStartKey !== undefined && { ExclusiveStartKey }),
    });
    if (page.statusCode !== 200) return deleted;
    for (const item of (page.body.Items ?? []) as Readonly<Record<string, unknown>>[]) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      // An item that a client has renewed since the scan is kept.
      const answer = await store.deleteExpired({ TableName, Key, ConditionExpression: condition, ...expired });
      if (answer.statusCode === 200) deleted += 1;
    }
    ExclusiveStartKey = page.body.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return deleted;
}
