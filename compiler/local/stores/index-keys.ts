// Checks the keys of secondary indexes as DynamoDB does, because dynalite does not check them.

/** An item as DynamoDB's protocol writes it. */
export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A table as dynalite stores it. */
export interface StoredTable {
  readonly TableName: string;
  readonly TableArn?: string;
  readonly KeySchema: readonly KeyAttribute[];
  readonly GlobalSecondaryIndexes?: readonly StoredIndex[];
}

interface KeyAttribute {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

/** An index as dynalite stores it. */
export interface StoredIndex {
  readonly IndexName: string;
  readonly IndexArn?: string;
  readonly Projection?: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] };
  readonly KeySchema: readonly KeyAttribute[];
}

/** Maximum size of key values, in bytes (Quotas in Amazon DynamoDB: partition key length, sort key length). */
const LONGEST = { HASH: ['hashkey', 2048], RANGE: ['rangekey', 1024] } as const;

/** The kind of write. DynamoDB's message depends on it. */
export type Write = 'put' | 'update';

/** Returns DynamoDB's message for an item with an invalid index key; undefined if all keys are valid. */
export function checkIndexKeys(item: Item, table: StoredTable, write: Write): string | undefined {
  for (const { IndexName, KeySchema } of table.GlobalSecondaryIndexes ?? []) {
    for (const { AttributeName, KeyType } of KeySchema) {
      const { S, B } = item[AttributeName] ?? {};
      const bytes = byteLength(S, 'utf8') ?? byteLength(B, 'base64');
      if (bytes === 0) return emptyKey(S === undefined ? 'binary' : 'string', { IndexName, AttributeName }, write);
      const [kind, maximum] = LONGEST[KeyType];
      if (bytes !== undefined && bytes > maximum)
        return (
          `One or more parameter values were invalid: Size of ${kind} has exceeded the maximum size limit ` +
          `of ${maximum} bytes. IndexName: ${IndexName}, IndexKey: ${AttributeName}`
        );
    }
  }
  return undefined;
}

function emptyKey(
  kind: 'binary' | 'string',
  key: { readonly IndexName: string; readonly AttributeName: string },
  write: Write,
): string {
  const what = `The AttributeValue for a key attribute cannot contain an empty ${kind} value.`;
  return write === 'put'
    ? 'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
        `${what} IndexName: ${key.IndexName}, IndexKey: ${key.AttributeName}`
    : 'One or more parameter values are not valid. The update expression attempted to update a secondary index key ' +
        `to a value that is not supported. ${what}`;
}

function byteLength(value: unknown, encoding: 'utf8' | 'base64'): number | undefined {
  return typeof value === 'string' ? Buffer.byteLength(value, encoding) : undefined;
}
