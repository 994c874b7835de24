// Reads the bodies of requests to the servers of the local run.

import type { IncomingMessage } from 'node:http';

/**
 * Reads the body of a request to its end, because many clients read the response only after they have sent all of it.
 * Returns undefined if it is longer than `maximumBytes`. Rejects if the client disconnects.
 */
export function readBody(incoming: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> {
  // Listeners take a third of the time of an async iterator, which each request of a local run pays twice.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maximumBytes) chunks.push(chunk);
    });
    incoming.once('end', () => resolve(length > maximumBytes ? undefined : Buffer.concat(chunks)));
    incoming.once('error', reject);
    // Without effect after the end.
    incoming.once('close', () => reject(new Error('the client has disconnected')));
  });
}
