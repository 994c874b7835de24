// The key for signing cursors: random, created once, and stored in the payments table.

import { randomBytes } from 'node:crypto';
import type { Deadline } from './deadline';
import type { PaymentStore } from './store';

/** The id of the item that contains the key. Clients cannot choose it, and GET does not return it. */
const CURSOR_KEY_ID = '#cursor-key';

const KEY_BYTES = 32;

/** Returns the key; costs one read for each function instance, and one write for each table. */
export type CursorKey = (deadline?: Deadline) => Promise<Buffer>;

/** Creates the reader of the key. */
export function createCursorKey(store: Pick<PaymentStore, 'get' | 'add'>): CursorKey {
  let key: Buffer | undefined;
  return async (deadline) => {
    key ??= (await read(deadline)) ?? (await create(deadline));
    return key;
  };

  async function read(deadline?: Deadline): Promise<Buffer | undefined> {
    return toBuffer(await store.get(CURSOR_KEY_ID, deadline));
  }

  // If two instances create the key at once, the second one uses the key of the first.
  async function create(deadline?: Deadline): Promise<Buffer> {
    const made = randomBytes(KEY_BYTES);
    const taken = await store.add({ id: CURSOR_KEY_ID, secret: made.toString('base64url') }, deadline);
    return toBuffer(taken) ?? made;
  }
}

function toBuffer(item: Readonly<Record<string, unknown>> | undefined): Buffer | undefined {
  return typeof item?.secret === 'string' ? Buffer.from(item.secret, 'base64url') : undefined;
}
