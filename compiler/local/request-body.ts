// Reads the bodies of requests to the servers of the local run.

import type { IncomingMessage } from 'node:http';

/**
 * Reads the body of a request to its end, because many clients read the response only after they have sent all of it.
 * Returns undefined if it is longer than `maximumBytes`. Rejects if the client disconnects.
 */
export async function readBody(incoming: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maximumBytes) chunks.push(chunk);
  }
  return length > maximumBytes ? undefined : Buffer.concat(chunks);
}
