// A temporary folder of a run, which the next run removes when this one was killed.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'payment-spec-run-';

/** A socket that is listened to while its run lives: unlike a process id, it also works across containers. */
const SOCKET = 'alive';

/** A folder that is there while it is used. */
export interface RunFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a folder in `parent`, and removes those of runs that were killed. */
export async function makeRunFolder(parent: string = tmpdir()): Promise<RunFolder> {
  await removeAbandoned(parent);
  const path = await mkdtemp(join(parent, PREFIX));
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    // Without a socket, such as in a folder whose path is too long for one, later runs leave the folder alone.
    server.once('error', () => resolve());
    server.listen(join(path, SOCKET), resolve);
  });
  server.unref();
  return {
    path,
    async remove() {
      server.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function removeAbandoned(parent: string): Promise<void> {
  const names = await readdir(parent).catch((): string[] => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (await isAbandoned(join(folder, SOCKET))) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** Only a socket without a listener refuses connections; a missing one may be about to be made. */
function isAbandoned(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      connection.destroy();
      resolve(false);
    });
    connection.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
  });
}
