// Tables of a system.

import type { Connection } from './connection';

/** Texts of an item by attribute. */
type Texts = Readonly<Record<string, string>>;

/** Removes an item if it has an attribute, and returns the text of that attribute; undefined if it has none. Rejects with ServiceError. */
export async function removeItemWith(
  attribute: string,
  { table: TableName, key }: { readonly table: string; readonly key: Texts },
  { dynamodb }: Pick<Connection, 'dynamodb'>,
): Promise<string | undefined> {
  const { ConditionalCheckFailedException, DeleteItemCommand } = await import('@aws-sdk/client-dynamodb');
  const command = new DeleteItemCommand({
    TableName,
    Key: Object.fromEntries(Object.entries(key).map(([name, text]) => [name, { S: text }])),
    ConditionExpression: 'attribute_exists(#attribute)',
    ExpressionAttributeNames: { '#attribute': attribute },
    ReturnValues: 'ALL_OLD',
  });
  return dynamodb(`write to ${TableName}`, async (client) => {
    try {
      return (await client.send(command)).Attributes?.[attribute]?.S;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  });
}
