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
  readonly KeyType: string;
}

interface StoredIndex {
  readonly IndexName: string;
  readonly IndexArn?: string;
  readonly KeySchema: readonly KeyAttribute[];
}

/** The longest key values, in bytes (Quotas in Amazon DynamoDB: partition key length, sort key length). */
const MAXIMUM_BYTES = { HASH: 2048, RANGE: 1024 } as const;

/** DynamoDB's message on an item whose index keys it refuses; undefined where it takes them. */
export function checkIndexKeys(item: Item, { GlobalSecondaryIndexes = [] }: StoredTable): string | undefined {
  for (const { IndexName, KeySchema } of GlobalSecondaryIndexes) {
    for (const { AttributeName, KeyType } of KeySchema) {
      const { S, B } = item[AttributeName] ?? {};
      const bytes = byteLength(S, 'utf8') ?? byteLength(B, 'base64');
      if (bytes === undefined) continue;
      if (bytes === 0) {
        const kind = S === undefined ? 'binary' : 'string';
        return (
          'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
          `The AttributeValue for a key attribute cannot contain an empty ${kind} value. ` +
          `IndexName: ${IndexName}, IndexKey: ${AttributeName}`
        );
      }
      const maximum = KeyType === 'HASH' ? MAXIMUM_BYTES.HASH : MAXIMUM_BYTES.RANGE;
      if (bytes > maximum) {
        const kind = KeyType === 'HASH' ? 'hashkey' : 'rangekey';
        return (
          `One or more parameter values were invalid: Size of ${kind} has exceeded the maximum size limit ` +
          `of ${maximum} bytes. IndexName: ${IndexName}, IndexKey: ${AttributeName}`
        );
      }
    }
  }
  return undefined;
}

function byteLength(value: unknown, encoding: 'utf8' | 'base64'): number | undefined {
  return typeof value === 'string' ? Buffer.byteLength(value, encoding) : undefined;
}
