// Checks the keys of secondary indexes, as DynamoDB does and dynalite does not.

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

interface StoredIndex {
  readonly IndexName: string;
  readonly IndexArn?: string;
  readonly KeySchema: readonly KeyAttribute[];
}

/** The longest key values, in bytes (Quotas in Amazon DynamoDB: partition key length, sort key length). */
const LONGEST = { HASH: ['hashkey', 2048], RANGE: ['rangekey', 1024] } as const;

/** The write that gave an item its keys: DynamoDB words its message by it. */
export type Write = 'put' | 'update';

/** DynamoDB's message on an item whose index keys it refuses; undefined where it takes them. */
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
