// A gate at which a function waits until a test opens it.

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gate. */
export interface Gate {
  /** URL of the gate. It responds when the gate opens. */
  readonly url: string;
  /** TypeScript code that waits at the gate. */
  readonly wait: string;
  /** Resolves when code waits at the gate. */
  readonly reached: Promise<unknown>;
  open(): void;
}

/** Creates a gate. It stops listening when it opens. */
export async function makeGate(): Promise<Gate> {
  let waiting: ServerResponse | undefined;
  const server = createServer((_request, response) => {
    waiting = response;
  });
  const reached = once(server, 'request');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    wait: `await fetch('${url}', { headers: { Connection: 'close' } });`,
    reached,
    open() {
      waiting?.end();
      server.close();
    },
  };
}
