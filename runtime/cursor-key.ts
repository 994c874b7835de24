// The key that cursors are signed with: random, made once, and kept in the table beside the payments.

import { randomBytes } from 'node:crypto';
import type { PaymentStore } from './store';

/** The id of the item that holds the key. No client can choose it, and GET does not show it. */
export const CURSOR_KEY_ID = '#cursor-key';

const KEY_BYTES = 32;

/** Gives the key, at the cost of one read for an instance of the function, and one write for a table. */
export type CursorKey = (signal?: AbortSignal) => Promise<Buffer>;

/** Makes the reader of the key. */
export function createCursorKey(store: Pick<PaymentStore, 'get' | 'add'>): CursorKey {
  let key: Buffer | undefined;
  return async (signal) => {
    key ??= (await read(signal)) ?? (await create(signal));
    return key;
  };

  async function read(signal?: AbortSignal): Promise<Buffer | undefined> {
    return toBuffer(await store.get(CURSOR_KEY_ID, signal));
  }

  // Of two that make the key at once, the second takes the key of the first.
  async function create(signal?: AbortSignal): Promise<Buffer> {
    const made = randomBytes(KEY_BYTES);
    const taken = await store.add({ id: CURSOR_KEY_ID, secret: made.toString('base64url') }, signal);
    return toBuffer(taken) ?? made;
  }
}

function toBuffer(item: Readonly<Record<string, unknown>> | undefined): Buffer | undefined {
  return typeof item?.secret === 'string' ? Buffer.from(item.secret, 'base64url') : undefined;
}
