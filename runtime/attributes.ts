// Converts items to DynamoDB's attributes without loss of digits. The only file that imports `util-dynamodb`.

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, NumberValueImpl, unmarshall } from '@aws-sdk/util-dynamodb';
import { createJsonNumber, isJsonNumber } from './json';

/** The attributes of an item, or the values of an expression. */
export type Attributes = Record<string, AttributeValue>;

/** Converts the members of an object; members without a value are left out. */
export function toAttributes(members: object): Attributes {
  const plain = Object.entries(members).map(([name, value]) => [
    name,
    isJsonNumber(value) ? NumberValueImpl.from(value.toString()) : value,
  ]);
  return marshall(Object.fromEntries(plain), { removeUndefinedValues: true });
}

/** Converts the attributes of an item. */
export function fromAttributes(attributes: Attributes): Readonly<Record<string, unknown>> {
  return unmarshall(attributes, { wrapNumbers: createJsonNumber });
}
