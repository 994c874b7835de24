// Cursors: the signed end of a page, valid only for the list that it was created for.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from './errors';

/** The size of a cursor's signature, in bytes: half of HMAC-SHA-256, which RFC 2104 (section 5) allows. */
const SIGNATURE_BYTES = 16;

const CURSOR = /^([A-Za-z0-9_-]{1,400})\.[A-Za-z0-9_-]{22}$/;

/** Creates the cursor of a position in the list of a query. */
export function writeCursor(position: string, query: string, key: Buffer): string {
  return `${Buffer.from(position).toString('base64url')}.${sign(position, query, key).toString('base64url')}`;
}

/** Reads a cursor's position. Throws RequestError 400 unless it was created with this key for this query. */
export function readCursor(cursor: string, query: string, key: Buffer): string {
  const [, encoded = ''] = CURSOR.exec(cursor) ?? [];
  const position = Buffer.from(encoded, 'base64url').toString();
  // Compares the whole text, because base64 has bits that do not belong to any byte.
  const [given, made] = [Buffer.from(cursor), Buffer.from(writeCursor(position, query, key))];
  if (given.length === made.length && timingSafeEqual(given, made)) return position;
  const detail = 'Query parameter must be a cursor from a response of this list: cursor';
  throw refuse('invalid-query', [{ parameter: 'cursor', detail }]);
}

function sign(position: string, query: string, key: Buffer): Buffer {
  const text = JSON.stringify(['cursor 1', query, position]);
  return createHmac('sha256', key).update(text).digest().subarray(0, SIGNATURE_BYTES);
}
