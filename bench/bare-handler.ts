// The least handler of payments: one call of the table for each request, to compare the real handler with.

import { randomUUID } from 'node:crypto';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});
const TableName = process.env.PAYMENTS_TABLE_NAME;

interface Request {
  readonly httpMethod: string;
  readonly body?: string;
  readonly pathParameters?: { readonly id: string };
}

/** Stores a payment, or returns one. */
export async function handler({ httpMethod, body, pathParameters }: Request) {
  if (httpMethod === 'GET') {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: { id: { S: pathParameters?.id ?? '' } }, ConsistentRead: true }),
    );
    return { statusCode: Item === undefined ? 404 : 200, body: JSON.stringify(Item) };
  }
  const { amount, currency, payment_method, customer_id } = JSON.parse(body ?? '{}');
  const id = randomUUID();
  await client.send(
    new PutItemCommand({
      TableName,
      Item: {
        id: { S: id },
        amount: { N: String(amount) },
        currency: { S: currency },
        payment_method: { S: payment_method },
        customer_id: { S: customer_id },
        status: { S: 'processed' },
        timestamp: { N: String(Math.floor(Date.now() / 1000)) },
      },
      ConditionExpression: 'attribute_not_exists(id)',
    }),
  );
  return { statusCode: 200, body: JSON.stringify({ payment_id: id }) };
}
