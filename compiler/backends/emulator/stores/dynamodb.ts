// The one door to dynalite, which stands in for DynamoDB.

import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { EmulatorError } from '../emulator-error';

/** A stand-in that listens on 127.0.0.1. */
export interface LocalService {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts DynamoDB's stand-in; its tables are kept in a folder, or without one in memory. Rejects with EmulatorError when the folder's files cannot be opened. */
export async function startDynamoDb(folder: string | undefined): Promise<LocalService> {
  const { default: dynalite } = await import('dynalite');
  if (folder !== undefined) await proveToOpen(folder);
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

/** dynalite ends the process on its first request when its store does not open: so its own library opens it beforehand. */
async function proveToOpen(folder: string): Promise<void> {
  const { Level } = createRequire(require.resolve('dynalite'))('level') as {
    Level: new (folder: string) => { open(): Promise<void>; close(): Promise<void> };
  };
  const store = new Level(folder);
  try {
    await store.open();
  } catch (error) {
    const { message } = (error as { cause?: Error }).cause ?? (error as Error);
    throw new EmulatorError(`the tables in ${folder} cannot be opened: ${message}`);
  }
  await store.close();
}
