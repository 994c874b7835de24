// The one door to dynalite, which stands in for DynamoDB.

import type { AddressInfo } from 'node:net';

/** A stand-in that listens on 127.0.0.1. */
export interface LocalService {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts DynamoDB's stand-in; its tables are kept in a folder, or without one in memory. */
export async function startDynamoDb(folder: string | undefined): Promise<LocalService> {
  const { default: dynalite } = await import('dynalite');
  const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0 });
  // dynalite throws the error of a request whose client went away, such as a function out of time: that would end this process.
  server.on('request', (request) => request.removeAllListeners('error').on('error', () => {}));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
