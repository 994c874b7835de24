// A gate that a function waits at until a test opens it.

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gate. */
export interface Gate {
  /** Answers once the gate opens. */
  readonly url: string;
  /** TypeScript that waits at the gate. */
  readonly wait: string;
  /** Resolves once somebody waits. */
  readonly reached: Promise<unknown>;
  open(): void;
}

/** Makes a gate; it is gone once it is open. */
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
