// Lists the ids of the items of all tables.

import type { JsonObject } from '../front/call';
import type { LocalDynamoDb } from './dynamodb';

/** Returns the values of the text attribute `id` in all tables. */
export async function storedIds({ perform }: Pick<LocalDynamoDb, 'perform'>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const { TableNames } = (await perform('ListTables', {})).body as { readonly TableNames?: readonly string[] };
  for (const TableName of TableNames ?? []) {
    let start: JsonObject | undefined;
    do {
      const page = (
        await perform('Scan', { TableName, ProjectionExpression: 'id', ...(start && { ExclusiveStartKey: start }) })
      ).body as {
        readonly Items?: readonly { readonly id?: { S?: string } }[];
        readonly LastEvaluatedKey?: JsonObject;
      };
      for (const { id } of page.Items ?? []) if (id?.S !== undefined) ids.add(id.S);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
  return ids;
}
