// The records of a table's stream, as Lambda passes them to a function.

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { fromAttributes } from '../attributes';
import type { StoredPayment } from '../item';

/** A record of a stream (Amazon DynamoDB Streams API Reference, "StreamRecord"), as far as the publisher reads it. */
export interface StreamRecord {
  readonly eventName?: string;
  readonly dynamodb?: {
    /** Seconds since 1970. */
    readonly ApproximateCreationDateTime?: number;
    readonly SequenceNumber?: string;
    readonly OldImage?: Readonly<Record<string, AttributeValue>>;
    readonly NewImage?: Readonly<Record<string, AttributeValue>>;
  };
}

/** A change of an item: its contents before and after. */
export interface ItemChange {
  readonly sequenceNumber: string;
  readonly changedAt: string;
  readonly before: StoredPayment | undefined;
  readonly after: StoredPayment | undefined;
}

/** Reads a record. A removal, by a time to live or by an operator, has no item after it. */
export function readRecord({ dynamodb = {} }: StreamRecord): ItemChange {
  const { SequenceNumber = '', ApproximateCreationDateTime: seconds = 0, OldImage, NewImage } = dynamodb;
  return {
    sequenceNumber: SequenceNumber,
    changedAt: new Date(seconds * 1000).toISOString(),
    before: OldImage && fromAttributes(OldImage),
    after: NewImage && fromAttributes(NewImage),
  };
}
